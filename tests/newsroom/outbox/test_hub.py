"""The hub is told of every feed of one filter that a change has moved."""

from urllib.parse import parse_qsl

import pytest

from articles import workflow
from claims.assessing import assess
from newsroom.outbox.hub import Hub
from tests import factories as make
from tests.newsroom.outbox.listening import listening
from tests.newsroom.outbox.post_office import drained
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub(settings):
    with listening(204) as (url, told):
        settings.WEBSUB_HUB = url
        yield told


def pinged(told):
    """The feeds that the hub was told of, those of RSS alone; and that all three formats were told alike."""
    pairs = parse_qsl(told[-1][2].decode())
    assert pairs[0] == ("hub.mode", "publish") and {name for name, _ in pairs[1:]} == {"hub.url"}
    urls = [url for _, url in pairs[1:]]
    formats = {
        kind: {url.split("?")[-1] for url in urls if f"feed.{kind}" in url}
        for kind in ("rss", "atom", "json")
    }
    assert formats["rss"] - {"https://news.example/news/feed.rss"} == formats["atom"] - {
        "https://news.example/news/feed.atom"
    }
    return sorted(url.removeprefix("https://news.example/news/feed.rss") for url in urls if "feed.rss" in url)


LEVELS = [
    f"?min={level}" for level in ("confirmed", "debunked", "official", "reported", "rumoured", "speculation")
]


def test_a_story_moves_the_feeds_of_all_its_filters(at, hub):
    season = make.a_season()
    held(make.a_milestone(season, "platform", platform=make.a_platform(), key="c-on"), "official")
    on_sale(seasons=[season], people=[make.a_person()], kicker="K-Drama")
    drained(Hub())
    assert pinged(hub) == [
        "",
        "?kicker=k-drama",
        *LEVELS,
        "?person=lomon",
        "?platform=netflix",
        "?show=all-of-us-are-dead",
        "?show=all-of-us-are-dead&season=2",
        "?year=2026",
        "?year=2026&month=3",
    ]
    assert len(hub) == 1, "what happened at one moment is one ping"


def test_a_topic_that_was_left_is_told_too(at, hub, alice):
    article = on_sale(people=[make.a_person()])
    at.forward(minutes=1)
    drained(Hub())
    article.people.clear()
    workflow.update(article, by=alice, note="He is not in it.")
    drained(Hub())
    assert "?person=lomon" in pinged(hub)


def test_a_claim_moves_the_feeds_of_the_stories_that_cite_it(at, hub, alice):
    claim = held(make.a_release())
    on_sale(claims=[claim], leads=[claim])
    drained(Hub())
    hub.clear()
    at.forward(minutes=1)
    assess(claim, "official", by=alice, because="So.", evidence=[make.a_source()])
    drained(Hub())
    assert "?show=all-of-us-are-dead" in pinged(hub)


def test_a_claim_that_no_story_cites_moves_no_feed(at, hub):
    held(make.a_release())
    drained(Hub())
    assert hub == []


def test_without_a_hub_nothing_is_pinged(at, settings):
    on_sale()
    assert drained(Hub()) == "1 changes, 0 sent"
