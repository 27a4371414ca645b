"""Whatever is typed into a search is answered on either engine: found, or not, or refused in words; never an error."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from tests import factories as make
from tests.newsstand import on_sale, words

NAUGHTY = json.loads((Path(__file__).parents[1] / "naughty_strings.json").read_text("utf-8"))
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", range(0, len(NAUGHTY), 40))
def test_whatever_is_typed_is_answered(client, at, number):
    on_sale(headline="Season 2 of 박솔로몬", people=[make.a_person(name="Ji-hu O’Brien")])
    odd = []
    for text in NAUGHTY[number : number + 40]:
        address = quote(text, errors="surrogatepass")
        pages = ["/search/", "/news/"] if NAUGHTY.index(text) % 5 == 0 else ["/search/"]
        answers = [client.get(f"{page}?q={address}").status_code for page in pages]
        odd += [(text, answers)] if not set(answers) <= {200, 400} else []
    assert odd == []


def test_more_than_two_hundred_characters_are_refused_in_words(client, at):
    response = client.get("/search/", {"q": "a" * 201})
    assert response.status_code == 400
    assert "longer than 200 characters" in words(response)
