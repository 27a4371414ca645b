import json

import pytest

from tests.factories import a_detail, a_season, a_show
from tests.newsstand import held, queries

pytestmark = pytest.mark.django_db
URL = "/api/v1/shows/"


def told(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def more(first, last):
    for number in range(first, last):
        held(a_detail(a_season(a_show(f"show-{number}"))))


def test_it_tells_who_they_are(client, at):
    held(a_detail(a_season(a_show(title="All of Us Are Dead", country="KR", external_ids={"tmdb": "99966"}))))
    assert told(client, URL) == {
        "items": [
            {
                "slug": "all-of-us-are-dead",
                "url": "https://news.example/shows/all-of-us-are-dead/",
                "kind": "series",
                "title": "All of Us Are Dead",
                "original_title": None,
                "aliases": [],
                "country": "KR",
                "genres": [],
                "external_ids": {"tmdb": "99966"},
                "image": None,
            }
        ],
        "next": None,
    }


def test_a_list_goes_on_where_it_ended(client, at):
    more(1, 6)
    found, after = [], ""
    while after is not None:
        part = told(client, f"{URL}?limit=2&after={after}")
        found += [item["slug"] for item in part["items"]]
        after = part["next"]
    assert found == [f"show-{number}" for number in range(1, 6)]


def test_it_is_as_it_was(client, at):
    at.forward(days=1)
    more(1, 2)
    assert len(told(client, f"{URL}?as_of=2026-03-02")["items"]) == 1
    assert told(client, f"{URL}?as_of=2026-03-01")["items"] == []


def test_what_is_hidden_is_in_no_list(client, at):
    a_show("hidden")
    assert told(client, URL) == {"items": [], "next": None}


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=x", "after=%C3%A9", "as_of=2099-01-01", "limit=1&limit=1"]
)
def test_it_refuses_in_words(client, at, query):
    answer = client.get(f"{URL}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


def test_any_number_costs_the_same(client, at):
    more(1, 2)
    few = queries(client, URL)
    more(2, 6)
    assert queries(client, URL) == few <= 1
