"""The sizes in which a picture is served: around its focal point, of its pixels alone."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image as Pillow

from images import intake, renditions
from tests import factories as make
from tests.images import pictures

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def opened(one):
    with default_storage.open(one.name) as file:
        picture = Pillow.open(file)
        picture.load()
        return picture


def middle(image):
    picture = opened(image.renditions["webp"][0]).convert("RGB")
    return picture.getpixel((picture.width // 2, picture.height // 2))


def test_every_rendition_is_what_its_name_says():
    image = intake.take_in(pictures.saved(pictures.halves("CMYK"), "JPEG"), alt="Halves")
    for kind, sizes in image.renditions.items():
        told = [(one.width, one.height) for one in sizes]
        assert told == [(480, 270), (960, 540), (1600, 900)]
        assert [(picture.format, picture.size) for picture in map(opened, sizes)] == [
            (kind.upper(), size) for size in told
        ]


def test_a_crop_keeps_the_focal_point_in_view():
    wide = pictures.saved(pictures.halves(size=(800, 90)), "PNG")
    left = intake.take_in(wide, alt="Left", focus_x=0.1)
    right = intake.take_in(wide, alt="Right", focus_x=0.9)
    (red, _, _), (_, _, blue) = middle(left), middle(right)
    assert red > 240 and blue > 240
    assert left.renditions["webp"][0].name != right.renditions["webp"][0].name


def test_a_picture_of_one_pixel_has_every_size():
    image = intake.take_in(pictures.saved(Pillow.new("RGB", (1, 1), "red"), "PNG"), alt="A dot")
    assert all(default_storage.exists(name) for name in renditions.files_of(image))


def test_names_say_nothing_and_can_not_be_guessed():
    image = intake.take_in(make.a_picture(), key="secret-still", alt="Secret star")
    names = [image.file.name, *renditions.files_of(image)]
    assert not [name for name in names if "secret" in name.lower()]
    assert all(image.digest[:24] in name for name in names)  # 96 bits


def test_a_crop_around_a_former_point_belongs_to_its_picture(capsys):
    image = make.an_image()
    image.focus_x = 0.2
    intake.recrop(image)
    image.save()
    call_command("verify")
    default_storage.delete(image.file.name)
    with pytest.raises(SystemExit):
        call_command("verify")
