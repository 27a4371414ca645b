import pytest

from tests.factories import an_author
from tests.newsstand import on_sale, queries, words

pytestmark = pytest.mark.django_db
URL = "/authors/alice-han/"


def test_an_author_has_a_page_once_something_of_theirs_is_live(client, at):
    an_author()
    assert client.get(URL).content == client.get("/never/").content
    on_sale()
    assert "Season 2 date" in words(client.get(URL))


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    for number in range(3):
        on_sale(f"story-{number}")
    few = queries(client, URL)
    for number in range(3, 30):
        on_sale(f"story-{number}")
    assert queries(client, URL) == few <= 12
