"""What is refused, in words; and that a file never stands without its row, nor a row without its file."""

import random
from contextlib import suppress

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError
from PIL import Image as Pillow

from images import intake, renditions
from images.models import Image
from newsroom.lib.refusals import Refused
from tests import factories as make
from tests.images import pictures

KINDS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def refusal(data):
    with pytest.raises(Refused) as refused:
        intake.master(data)
    return refused.value.messages


@pytest.mark.parametrize("kind", pictures.NO_PICTURES)
def test_what_is_no_picture_of_ours_is_refused_whatever_it_is_called(kind):
    assert refusal(pictures.NO_PICTURES[kind]) == [intake.UNKNOWN]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_breaks_off_is_refused_in_words(kind):
    data = pictures.saved(Pillow.effect_noise((320, 180), 90).convert("RGB"), kind)
    for part in (0.02, 0.3, 0.6, 0.9):
        assert refusal(data[: int(len(data) * part)])[0] in {intake.DAMAGED, intake.UNKNOWN}


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # of notes that are damaged
def test_whatever_is_damaged_is_kept_or_refused_in_words():
    chance = random.Random(19)
    told = [pictures.with_everything_told(kind) for kind in KINDS] + [pictures.a_film("GIF")]
    for data in told * 20:
        bytes_ = bytearray(data)
        for _ in range(chance.choice((1, 3, 12))):
            bytes_[chance.randrange(len(bytes_))] = chance.randrange(256)
        with suppress(Refused):
            assert intake.pixels(bytes(bytes_)).mode in {"RGB", "RGBA"}


@pytest.mark.parametrize("size", [(13_000, 13_000), (60_000, 60_000), (50_000_001, 1), (7_072, 7_072)])
def test_too_many_pixels_are_refused_before_they_are_decoded(size, monkeypatch):
    bomb = pictures.a_png_that_claims(*size) if size[0] == 13_000 else a_header(*size)
    assert len(bomb) < 30_000
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda picture: pytest.fail("decoded"))
    assert refusal(bomb) == [intake.TOO_MANY]


def a_header(width, height):
    bomb = pictures.a_png_that_claims(8, 8)
    size = width.to_bytes(4) + height.to_bytes(4) + bomb[24:29]
    return bomb[:8] + pictures.chunk(b"IHDR", size) + bomb[33:]


@pytest.mark.parametrize("size", [(0, 0), (0, 9), (9, 0)])
def test_a_picture_without_pixels_is_refused(size):
    assert refusal(a_header(*size))[0] in {intake.DAMAGED, intake.UNKNOWN}


def test_more_than_15_mb_are_refused_unread(monkeypatch):
    monkeypatch.setattr("PIL.Image.open", lambda *given, **more: pytest.fail("read"))
    assert refusal(make.a_picture() + b"\0" * intake.MOST_BYTES) == [intake.TOO_LARGE]


# Files and rows


def files(settings):
    return sorted(path.name for path in settings.MEDIA_ROOT.rglob("*") if path.is_file())


@pytest.mark.django_db
def test_wherever_it_fails_neither_a_file_nor_a_row_is_left(settings, monkeypatch):
    steps = [(renditions, "keep"), (intake, "keep"), (intake, "make_renditions"), (Image, "save")]
    for home, name in steps:
        for after in (0, 1, 4) if home is renditions else (0,):
            with monkeypatch.context() as patch:
                patch.setattr(home, name, failing(getattr(home, name), after))
                with pytest.raises(OSError, match="No space"):
                    make.an_image()
            assert (files(settings), Image.objects.count()) == ([], 0), (name, after)
    make.an_image()
    assert (len(files(settings)), Image.objects.count()) == (10, 1)


def failing(step, after):
    """The step, until it has gone well so many times."""
    done = []

    def instead(*given, **more):
        if len(done) == after:
            raise OSError(28, "No space left on device")
        done.append(step(*given, **more))

    return instead


@pytest.mark.django_db
def test_a_file_is_written_whole_or_not_at_all(settings, monkeypatch):
    monkeypatch.setattr("pathlib.Path.replace", failing(None, 0))
    with pytest.raises(OSError, match="No space"):
        renditions.keep("masters/x.webp", b"RIFF")
    assert files(settings) == [] and not default_storage.exists("masters/x.webp")


def fails_late(image):
    with intake.no_file_without_row(image):
        raise IntegrityError


@pytest.mark.django_db
def test_a_second_row_that_fails_leaves_the_files_of_the_first(settings):
    make.an_image("still-1")
    before = files(settings)
    with pytest.raises(IntegrityError):
        fails_late(intake.lay_out(Image(key="still-2"), make.a_picture()))
    assert files(settings) == before and len(before) == 10
