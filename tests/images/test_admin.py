"""Pictures on the desk: what is refused, what is kept of the rest, focal point and rights."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.urls import reverse
from PIL import Image as Pillow

from images.models import Image
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled
from tests.images.pictures import HTML, a_png_that_claims, halves, saved, with_everything_told

pytestmark = pytest.mark.django_db
ADD = "admin:images_image_add"


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def uploaded(data, name="still.png", person="alice", **typed):
    desk = desk_of(person)
    form = filled(desk.get(reverse(ADD))) | {"alt": "A still"} | typed
    return desk.post(reverse(ADD), form | {"upload": SimpleUploadedFile(name, data)})


def kept_files(root):
    return sorted(path for path in root.rglob("*") if path.is_file())


def test_a_picture_is_taken_in_with_its_words_and_who_brought_it(settings):
    assert uploaded(make.a_picture((320, 180)), credit="Jo Bloggs", focus_x="0.2").status_code == 302
    image = Image.objects.get()
    assert (image.alt, image.credit, image.focus_x, image.added_by.username) == (
        "A still",
        "Jo Bloggs",
        0.2,
        "alice",
    )
    assert all(
        (settings.MEDIA_ROOT / one.name).exists() for kind in image.renditions.values() for one in kind
    )


def test_a_writer_may_bring_a_picture_and_not_change_one():
    assert uploaded(make.a_picture(), person="bob").status_code == 302
    bob, url = desk_of("bob"), change_url(Image.objects.get())
    assert bob.post(url, filled(bob.get(url)) | {"alt": "Other"}).status_code == 403


def test_words_or_decorative(settings):
    page = uploaded(make.a_picture(), alt="")
    assert "Say what the picture shows, or tick below that it is decorative." in page.content.decode()
    assert kept_files(settings.MEDIA_ROOT) == []
    assert uploaded(make.a_picture(), alt="", is_decorative="on").status_code == 302


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "no JPEG, PNG, WebP, GIF or AVIF",
        ),
        (b"<html><script>alert(1)</script>", "no JPEG, PNG, WebP, GIF or AVIF"),
        (b"", "empty"),
        (b"GIF89a" + b"\0" * 9, "picture"),
        (make.a_picture((64, 36))[:60], "picture"),
    ],
)
def test_what_is_no_picture_is_refused_in_words_and_the_typed_words_stay(settings, data, told):
    page = uploaded(data, "x.png", credit="Jo Bloggs")
    assert page.status_code == 200 and told in page.content.decode()
    assert filled(page)["credit"] == "Jo Bloggs"
    assert not Image.objects.exists() and kept_files(settings.MEDIA_ROOT) == []


def test_a_bomb_is_refused_in_words(settings):
    assert "more than 50 million pixels" in uploaded(a_png_that_claims(13_000, 13_000)).content.decode()
    assert kept_files(settings.MEDIA_ROOT) == []


@pytest.mark.parametrize(
    "name", ["../../evil.png", "a\0b.png", "C:\\evil.png", "x" * 300, "<img src=x>", "é.SVG"]
)
def test_the_name_of_a_file_goes_nowhere(settings, name):
    assert uploaded(make.a_picture(), name).status_code == 302
    names = [path.relative_to(settings.MEDIA_ROOT).parent.name for path in kept_files(settings.MEDIA_ROOT)]
    assert sorted(set(names)) == ["masters", "renditions"] and len(names) == 10
    assert Image.objects.get().file.name.removeprefix("masters/")[:-5].isalnum()


def test_a_row_that_is_not_saved_leaves_no_files(settings, monkeypatch):
    def full(*given, **more):
        assert len(kept_files(settings.MEDIA_ROOT)) == 10
        raise IntegrityError

    with monkeypatch.context() as patch:
        patch.setattr(Image, "save", full)
        assert "Somebody saved at this very moment" in uploaded(make.a_picture()).content.decode()
    assert kept_files(settings.MEDIA_ROOT) == [] and not Image.objects.exists()


def test_a_file_that_is_too_large_is_refused_unread():
    page = uploaded(make.a_picture() + b"\0" * (15 * 1024 * 1024))
    assert "The picture is larger than 15 MB" in page.content.decode()


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WEBP"])
def test_of_a_polyglot_only_the_pixels_are_kept(settings, kind):
    data = saved(halves(), kind) + HTML
    if kind == "GIF":
        data = data.replace(b"!\xfe", b"!\xfe/*", 1) + b"*/=1;alert('canary')//"
    assert uploaded(data).status_code == 302
    files = kept_files(settings.MEDIA_ROOT)
    assert len(files) == 10 and not [path for path in files if b"canary" in path.read_bytes()]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_nothing_that_says_where_or_with_what_is_kept(settings, kind):
    data = with_everything_told(kind)
    assert b"Canary" in data
    assert uploaded(data, "photo.jpg").status_code == 302
    assert len(kept_files(settings.MEDIA_ROOT)) == 10
    for path in kept_files(settings.MEDIA_ROOT):
        with Pillow.open(path) as picture:
            assert dict(picture.getexif()) == {}
            assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(picture.info)
        assert b"Canary" not in path.read_bytes()


def test_another_focal_point_is_another_crop(settings):
    uploaded(make.a_picture((320, 400)))
    image = Image.objects.get()
    alice, url = desk_of("alice"), change_url(image)
    assert alice.post(url, filled(alice.get(url)) | {"focus_y": "0.9"}).status_code == 302
    image.refresh_from_db()
    assert image.focus_y == 0.9
    assert all((settings.MEDIA_ROOT / one.name).exists() for one in image.renditions["avif"])
    assert len(kept_files(settings.MEDIA_ROOT)) == 19


@pytest.mark.parametrize("focus", ["-1", "1.5", "nan", "inf", "x"])
def test_a_focal_point_outside_the_picture_is_refused(focus):
    assert uploaded(make.a_picture(), focus_x=focus).status_code == 200
    assert not Image.objects.exists()


def test_a_forged_form_changes_no_pixels():
    uploaded(make.a_picture())
    image = Image.objects.get()
    alice, url = desk_of("alice"), change_url(image)
    forged = {
        "digest": "0" * 64,
        "file": "x",
        "upload": SimpleUploadedFile("y.png", make.a_picture(colour="blue")),
    }
    assert alice.post(url, filled(alice.get(url)) | forged).status_code == 302
    again = Image.objects.get()
    assert (again.digest, again.file.name) == (image.digest, image.file.name)


def test_the_page_shows_where_it_is_used_as_far_as_one_may_see():
    image = make.an_image()
    show = make.a_show(image=image)
    make.a_story("alices-draft", show=show, image=image)
    page = desk_of("alice").get(change_url(image)).content.decode()
    assert change_url(show) in page and "Alices draft" in page
    page = desk_of("bob").get(change_url(image)).content.decode()
    assert change_url(show) in page and "Alices draft" not in page


def test_a_story_that_shows_it_amid_its_text_is_named_too():
    image = make.an_image("still-1")
    make.a_story("shown-within", body='<p>a</p><figure data-picture="still-1"></figure>')
    make.a_story("another-within", body='<p>a</p><figure data-picture="still-10"></figure>')
    page = desk_of("alice").get(change_url(image)).content.decode()
    assert "Shown within" in page and "Another within" not in page


@pytest.mark.parametrize("page", ["whole", "crop"])
def test_the_files_behind_the_desk_are_the_desks_alone(client, page):
    url = reverse(f"admin:images_image_{page}", args=[make.an_image().pk])
    answer = desk_of("bob").get(url)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert b"".join(answer.streaming_content)[:4] == b"RIFF"
    assert client.get(url).status_code == 302


def test_the_desk_still_sees_a_picture_whose_rights_have_ended(at):
    image = make.an_image(rights_until="2026-02-28")
    crop, alice = reverse("admin:images_image_crop", args=[image.pk]), desk_of("alice")
    for url in (reverse("admin:images_image_changelist"), change_url(image)):
        page = alice.get(url).content.decode()
        assert crop in page and "/media/" not in page
