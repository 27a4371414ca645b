import json

import pytest

from shows.models import Show
from tests.factories import a_detail, a_season, a_show
from tests.newsstand import held, queries

pytestmark = pytest.mark.django_db
URL = "/api/v1/seasons/"


def told(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def more(first, last):
    for number in range(first, last):
        show = a_show(f"show-{number % 2}") if number <= 2 else Show.objects.get(slug=f"show-{number % 2}")
        held(a_detail(a_season(show, number)))


def test_it_tells_who_they_are(client, at):
    held(a_detail(a_season()))
    assert told(client, URL) == {
        "items": [
            {
                "key": "all-of-us-are-dead-season-2",
                "url": "https://news.example/shows/all-of-us-are-dead/season-2/",
                "show": "all-of-us-are-dead",
                "number": 2,
                "name": "All Of Us Are Dead Season 2",
                "title": None,
            }
        ],
        "next": None,
    }


def test_a_list_goes_on_where_it_ended(client, at):
    more(1, 6)
    found, after = [], ""
    while after is not None:
        part = told(client, f"{URL}?limit=2&after={after}")
        found += [item["key"] for item in part["items"]]
        after = part["next"]
    assert found == [
        "show-0-season-2",
        "show-0-season-4",
        "show-1-season-1",
        "show-1-season-3",
        "show-1-season-5",
    ]


def test_it_is_as_it_was(client, at):
    at.forward(days=1)
    more(1, 2)
    assert len(told(client, f"{URL}?as_of=2026-03-02")["items"]) == 1
    assert told(client, f"{URL}?as_of=2026-03-01")["items"] == []


def test_what_is_hidden_is_in_no_list(client, at):
    a_season()
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


def test_it_is_narrowed_to_one_show(client, at):
    more(1, 6)
    assert [item["key"] for item in told(client, f"{URL}?show=show-0")["items"]] == [
        "show-0-season-2",
        "show-0-season-4",
    ]
    assert client.get(f"{URL}?show=nope").status_code == 404
    assert client.get(f"{URL}?after=show-0").status_code == 400
