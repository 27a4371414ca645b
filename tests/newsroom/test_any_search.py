"""Whatever is typed into a search is answered on either engine: found, or not, or refused in words; never an error."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from newsroom.lib import clock
from newsroom.searching import Search
from tests import factories as make
from tests.newsstand import on_sale, words

NAUGHTY = json.loads((Path(__file__).parents[1] / "naughty_strings.json").read_text("utf-8"))
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", range(0, len(NAUGHTY), 80))
def test_whatever_is_typed_is_answered(client, at, number):
    """By the search itself; one in eight by its page too, and by the news list's."""
    on_sale(headline="Season 2 of 박솔로몬", people=[make.a_person(name="Ji-hu O’Brien")])
    odd = []
    for text in NAUGHTY[number : number + 80]:
        found = Search(text, clock.now())
        assert found or isinstance(found.suggestions, list)
        if NAUGHTY.index(text) % 8 == 0:
            address = quote(text, errors="surrogatepass")
            answers = {client.get(f"{page}?q={address}").status_code for page in ("/search/", "/news/")}
            odd += [(text, answers)] if not answers <= {200, 400} else []
    assert odd == []


def test_more_than_two_hundred_characters_are_refused_in_words(client, at):
    response = client.get("/search/", {"q": "a" * 201})
    assert response.status_code == 400
    assert "longer than 200 characters" in words(response)
