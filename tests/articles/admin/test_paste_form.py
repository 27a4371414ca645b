"""What can be pasted and uploaded, and what is refused in a sentence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.articles.admin.pasting import TEXT, counts, page_of, rows_of
from tests.articles.admin.posting import url
from tests.newsstand import words

pytestmark = pytest.mark.django_db


def test_a_file_is_read_as_its_words_would_be(editor, at):
    file = SimpleUploadedFile("story.txt", TEXT.encode())
    page = editor.post(url("paste"), {"text": "", "file": file, "_read": "1"})
    assert page_of(page)["text"].split() == TEXT.split() and len(rows_of(page)) == 4


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "This file is empty"),
        (b"\x89PNG\x00\x01", "not plain text"),
        (b"Park Ji-hu \xff\xfe said", "is not UTF-8 (byte 12"),
        ("Café".encode("utf-16"), "UTF-16"),
        (b"words " * 900_000, "5.4 MB"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_a_sentence_and_the_words_stay(editor, at, data, told):
    page = editor.post(
        url("paste"), {"text": "Words & more.", "file": SimpleUploadedFile("story.txt", data), "_read": "1"}
    )
    assert told in words(page) and "Words &amp; more." in page.content.decode()
    assert counts() == [0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "This file is empty"),
        ("  \n", "empty"),
        ("a\x00b", "not plain text"),
        ("word " * 60_000, "300,000 characters"),
    ],
)
def test_a_box_that_holds_no_story_is_refused_in_a_sentence(editor, at, text, told):
    page = editor.post(url("paste"), {"text": text, "_read": "1"})
    assert told in words(page) and page.status_code == 200
    assert text.strip("\x00 \n")[:200] in page.content.decode()
