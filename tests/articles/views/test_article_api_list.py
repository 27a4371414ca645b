import json

import pytest

from articles import workflow
from claims.assessing import assess
from claims.models import Claim
from newsroom.lib import clock
from tests.factories import (
    a_casting,
    a_milestone,
    a_person,
    a_platform,
    a_release,
    a_season,
    a_show,
    a_source,
    a_user,
    an_image,
)
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db
URL = "/api/v1/articles/"


def told(client, query=""):
    answer = client.get(f"{URL}?{query}")
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def slugs(client, query=""):
    return [item["slug"] for item in told(client, query)["items"]]


@pytest.fixture
def newsstand(at):
    """A story about a season, rumoured; an hour later one about its show, official; then one about a person."""
    season = a_season()
    rumour = held(a_release(season, key="c-window"))
    renewed = held(a_milestone(season), "official")
    held(a_milestone(season, "platform", platform=a_platform()), "official")
    on_sale(
        "window", seasons=[season], show=a_show("other"), claims=[rumour], leads=[rumour], kicker="K-drama"
    )
    at.forward(hours=1)
    on_sale("renewed", show=season.show, claims=[renewed], leads=[renewed])
    at.forward(days=40)
    on_sale("portrait", show=a_show("third"), people=[a_person(name="Lomon")])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["portrait", "renewed", "window"]),
        ("show=all-of-us-are-dead", ["renewed", "window"]),
        ("show=all-of-us-are-dead&season=2", ["window"]),
        ("person=lomon", ["portrait"]),
        ("platform=netflix", ["renewed", "window"]),
        ("kicker=k-drama", ["window"]),
        ("min=reported", ["renewed"]),
        ("year=2026&month=3", ["renewed", "window"]),
        ("q=us+are+dead", ["renewed", "window"]),
        ("as_of=2026-03-01", ["renewed", "window"]),
        ("as_of=2026-03-01T12:30:00Z&min=rumoured", ["window"]),
        ("as_of=2026-02-01", []),
        ("limit=1&utm_source=x", ["portrait"]),
    ],
)
def test_it_takes_every_filter_of_the_news_and_a_moment(client, newsstand, query, found):
    assert slugs(client, query) == found


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("show=nope", 404),
        ("kicker=nope", 404),
        ("show=all-of-us-are-dead&season=9", 404),
        ("person=lomon&as_of=2026-03-01", 404),
        ("season=2", 400),
        ("month=2", 400),
        ("min=likely", 400),
        ("q=%00", 400),
        ("show=other&show=third", 400),
        ("limit=1000", 400),
        ("after=abc", 400),
        ("as_of=2027-01-01", 400),
    ],
)
def test_it_refuses_as_the_news_list_does(client, newsstand, query, status):
    answer = client.get(f"{URL}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    page = client.get(f"/news/?{query}")
    if page.status_code == status:
        assert json.loads(answer.content)["detail"] in words(page)


def test_a_level_filter_at_a_moment_asks_for_the_levels_of_that_moment(client, newsstand):
    assess(Claim.objects.get(key="c-window"), "official", by=a_user(), because="Said.", evidence=[a_source()])
    assert slugs(client, "min=official") == ["renewed", "window"]
    assert slugs(client, "min=official&as_of=2026-03-05") == ["renewed"]


def test_a_story_in_a_list_tells_its_card(client, at):
    season = a_season()
    rumour, sure = held(a_release(season, key="c-window")), held(a_casting(season=season), "official")
    on_sale("window", seasons=[season], claims=[rumour, sure], leads=[rumour], image=an_image(credit="SLL"))
    [item] = told(client)["items"]
    assert item.pop("image")["credit"] == "SLL"
    assert item == {
        "slug": "window",
        "url": "https://news.example/news/window/",
        "headline": "Window",
        "standfirst": None,
        "kicker": None,
        "description": None,
        "published_at": "2026-03-01T12:00:00+00:00",
        "updated_at": None,
        "edition": 1,
        "authors": [
            {"slug": "alice-han", "name": "Alice Han", "url": "https://news.example/authors/alice-han/"}
        ],
        "shows": [
            {
                "slug": "all-of-us-are-dead",
                "name": "All Of Us Are Dead",
                "url": "https://news.example/shows/all-of-us-are-dead/",
            }
        ],
        "seasons": [
            {
                "show": "all-of-us-are-dead",
                "number": 2,
                "name": "All Of Us Are Dead Season 2",
                "url": "https://news.example/shows/all-of-us-are-dead/season-2/",
            }
        ],
        "people": [],
        "level": "rumoured",
        "lead_claims": ["c-window"],
    }


def test_a_list_goes_on_where_it_ended(client, at):
    for number in range(7):
        on_sale(f"story-{number}")
        at.forward(minutes=number % 2)
    found, after = [], ""
    while after is not None:
        page = told(client, f"limit=3&after={after}")
        assert list(page) == ["items", "next"]
        found += [item["slug"] for item in page["items"]]
        after = page["next"]
    assert found == ["story-6", "story-4", "story-5", "story-2", "story-3", "story-0", "story-1"]


def test_what_is_hidden_is_in_no_list(client, newsstand, at):
    on_sale("to-come", at=clock.now().replace(year=2027))
    at.forward(hours=1)
    expired, withdrawn = on_sale("expired"), on_sale("withdrawn")
    at.forward(hours=1)
    assert slugs(client)[:2] == ["expired", "withdrawn"]
    workflow.expire(expired, by=a_user())
    workflow.withdraw(withdrawn, by=a_user(), note="It was wrong.")
    assert slugs(client) == ["portrait", "renewed", "window"]


def test_thirty_stories_cost_as_many_queries_as_three(client, at):
    claim = held(a_release())

    def more(first, last):
        for number in range(first, last):
            on_sale(
                f"story-{number}",
                seasons=[claim.season],
                claims=[claim, held(a_casting(a_person(f"p-{number}"), claim.season))],
                leads=[claim],
                people=[a_person(f"q-{number}")],
            )

    lists = [URL, f"{URL}?min=rumoured&show=all-of-us-are-dead&season=2&as_of={clock.now():%Y-%m-%d}"]
    more(0, 3)
    few = [queries(client, url) for url in lists]
    more(3, 30)
    assert [queries(client, url) for url in lists] == few
    assert max(few) <= 16
