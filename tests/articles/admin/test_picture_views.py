"""Pictures found and taken in while writing, without leaving the story."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from images.models import Image
from tests.factories import a_picture, an_image

pytestmark = pytest.mark.django_db
SEARCH, NEW = "/admin/articles/article/picture-search/", "/admin/articles/article/picture-new/"


def upload(data=None):
    return SimpleUploadedFile("still.png", data or a_picture(), content_type="image/png")


def test_pictures_are_found_by_their_words_and_by_their_keys(editor, at):
    an_image("still-1", alt="A school at night", credit="A. P.")
    an_image("still-2", alt="A lighthouse", rights_until=date(2026, 2, 1))
    found = editor.get(SEARCH, {"q": "school NIGHT"}).json()
    assert [one["key"] for one in found["pictures"]] == ["still-1"] and found[
        "sentence"
    ] == "1 to choose from."
    (gone,) = editor.get(SEARCH, {"key": "still-2"}).json()["pictures"]
    assert gone["why_not"] == "its rights have ended" and gone["src"].startswith("/admin/images/image/")
    assert editor.get(SEARCH, {"q": "nothing\x00such"}).json()["sentence"] == "No such picture yet."


def test_a_picture_is_taken_in_with_its_words(editor, at):
    answer = editor.post(NEW, {"upload": upload(), "alt": "A school", "credit": "A. P."})
    image = Image.objects.get()
    assert answer.status_code == 201 and answer.json()["picture"]["key"] == image.key
    assert (image.alt, image.credit, image.added_by) == ("A school", "A. P.", editor.user)


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"upload": a_picture()}, "alt", "Say what the picture shows"),
        ({"upload": b"no picture", "alt": "A school"}, "upload", "This is no JPEG"),
        ({"alt": "A school"}, "upload", "This field is required"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(editor, at, fields, field, sentence):
    given = {name: upload(value) if name == "upload" else value for name, value in fields.items()}
    answer = editor.post(NEW, given)
    assert answer.status_code == 422 and answer.json()["errors"][field][0].startswith(sentence)
    assert not Image.objects.exists()
