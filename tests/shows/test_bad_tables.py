"""Files that are no table of the catalogue: each is refused in words that say what to do."""

import io
import zipfile

import pytest

from tests.newsstand import words
from tests.shows.test_tables import sent

pytestmark = pytest.mark.django_db

BOMB = io.BytesIO()
with zipfile.ZipFile(BOMB, "w", zipfile.ZIP_DEFLATED) as _book:
    _book.writestr("xl/workbook.xml", b"0" * 70_000_000)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", "title\n박".encode("euc-kr"), "save it as UTF-8"),
        ("a.csv", b"", "The submitted file is empty"),
        ("a.csv", b"slug,title\n", "There is no row in it"),
        ("a.csv", b"slug,slug\na,b\n", "must name each column, once"),
        ("a.csv", b"slug,title\na,b,c,d\n", "as many cells as the first"),
        ("a.csv", b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
        ("a.csv", b"title\n" + b"a\n" * 2001, "more than 2,000 rows"),
        ("a.csv", b"title\n" + b"a" * 5001, "more than 5,000 characters"),
        ("a.xlsx", b"PK\x03\x04 no book", "can\u2019t be read"),
        ("a.xlsx", BOMB.getvalue(), "too large once it is unpacked"),
        ("a.json", b"[" * 100_000, "no JSON that can be read"),
        ("a.json", b'{"slug": "a"}', "Give a list of objects"),
        ("a.exe", b"MZ", "ends in .csv, .xlsx or .json"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(db, name, content, told):
    page = sent(content, name)
    assert page.status_code == 422
    assert told in words(page)
