import pytest

from articles.models import Edition
from articles.paging import cursor_of, read_cursor
from newsroom.lib.refusals import BadParameter
from tests.newsstand import on_sale


@pytest.mark.django_db
def test_a_cursor_reads_back_and_fits_an_address(at):
    on_sale("a-story")
    edition = Edition.objects.get()
    cursor = cursor_of(edition)
    assert read_cursor(cursor) == (edition.published_at, "a-story")
    assert cursor.replace("-", "").replace("_", "").isalnum()


@pytest.mark.parametrize(
    "cursor", ["abc", "MTIzNCBhYmM", "é", "====", "A" * 199, "OTk5OS0xMi0zMVQyMzo1OTo1OSswMDowMCBh"]
)
def test_what_is_no_cursor_is_refused_in_words(cursor):
    with pytest.raises(BadParameter, match="no page of this list"):
        read_cursor(cursor)
