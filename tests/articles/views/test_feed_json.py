import json

import jsonschema
import pytest

from tests.factories import a_casting, a_release, a_season
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
URL = "/news/feed.json"
TEXT, ADDRESS = {"type": "string"}, {"type": "string", "pattern": "^https://"}
AUTHORS = {"type": "array", "minItems": 1, "items": {"required": ["name"], "properties": {"url": ADDRESS}}}
# JSON Feed 1.1, as far as it is law, and what we promise beyond it.
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "authors": AUTHORS,
        "hubs": {"type": "array", "items": {"required": ["type", "url"]}},
        "items": {
            "type": "array",
            "items": {
                "required": ["id", "url", "title", "content_html", "date_published", "authors", "_newsroom"],
                "properties": {
                    "id": ADDRESS,
                    "url": ADDRESS,
                    "content_html": TEXT,
                    "date_published": {"type": "string", "format": "date-time"},
                    "date_modified": {"type": "string", "format": "date-time"},
                    "authors": AUTHORS,
                    "tags": {"type": "array", "items": TEXT},
                    "_newsroom": {"required": ["about", "level", "claims"]},
                },
            },
        },
    },
}


def read(client, query=""):
    answer = client.get(URL + query)
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    told = json.loads(answer.content)
    jsonschema.validate(told, SCHEMA, format_checker=jsonschema.FormatChecker())
    return told


def test_it_says_what_it_is(client, at):
    assert read(client) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Newsroom: News",
        "home_page_url": "https://news.example/news/",
        "feed_url": "https://news.example/news/feed.json",
        "description": "News. Every claim says how sure it is.",
        "language": "en",
        "authors": [{"name": "Newsroom"}],
        "items": [],
    }


def test_an_item_carries_its_claims(client, at):
    season = a_season()
    claim, sure = (
        held(a_release(season, key="c-window")),
        held(a_casting(season=season, key="c-lomon"), "official"),
    )
    on_sale("date-nears", claims=[claim, sure], leads=[claim], standfirst="Late in the year.")
    [item] = read(client)["items"]
    told = item.pop("_newsroom")
    assert "rumoured, as of 1 March 2026" in item.pop("content_html")
    assert item == {
        "id": "https://news.example/news/date-nears/",
        "url": "https://news.example/news/date-nears/",
        "title": "Date nears",
        "summary": "Late in the year.",
        "date_published": "2026-03-01T12:00:00+00:00",
        "date_modified": "2026-03-01T12:00:00+00:00",
        "authors": [{"name": "Alice Han", "url": "https://news.example/authors/alice-han/"}],
        "tags": ["rumoured"],
    }
    assert (told["about"], told["level"]) == ("https://news.example/api/v1/docs", "rumoured")
    assert [one["key"] for one in told["claims"]] == ["c-window", "c-lomon"]
    [source] = told["claims"][0].pop("sources")
    assert (source["outlet"], source["role"]) == ("Press-Outlet", "supports")
    assert told["claims"][0] == {
        "key": "c-window",
        "about": {
            "show": "all-of-us-are-dead",
            "season": 2,
            "title": "All Of Us Are Dead Season 2",
            "url": "https://news.example/shows/all-of-us-are-dead/season-2/",
        },
        "text": claim.said,
        "value": "late 2026",
        "level": "rumoured",
        "as_of": "2026-03-01",
        "review_by": "2026-03-15",
        "is_stale": False,
        "badge": "rumoured, as of 1 March 2026",
        "url": "https://news.example/claims/c-window/",
    }


def test_it_takes_the_filters_of_the_news_list(client, at):
    on_sale("portrait", kicker="K-drama")
    on_sale("other")
    told = read(client, "?kicker=k-drama&utm_source=x")
    assert [item["title"] for item in told["items"]] == ["Portrait"]
    assert told["feed_url"] == "https://news.example/news/feed.json?kicker=k-drama"
    assert client.get(f"{URL}?kicker=nope").status_code == 404
    assert client.get(f"{URL}?year=x").status_code == 400


def test_a_hub_is_named_where_there_is_one(client, at, settings):
    settings.WEBSUB_HUB = "https://hub.example/"
    assert read(client)["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
