import re

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


def test_it_goes_on_where_a_page_ends(client, at):
    for number in range(21):
        on_sale(f"story-{number:02}")
        at.forward(minutes=1)
    page = client.get(URL).content.decode()
    assert ("Story 20" in page, "Story 01" in page, "Story 00" in page) == (True, True, False)
    older = re.search(r'rel="next" href="([^"]+)"', page)[1]
    rest = client.get(older).content.decode()
    assert ("Story 00" in rest, "Story 01" in rest, "noindex,follow" in rest) == (True, False, True)
    assert client.get(f"{URL}?after=never").status_code == 400
