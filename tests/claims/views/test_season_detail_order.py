"""A season's page in the order that is promised, with every number that is promised."""

import re
from datetime import date

import pytest

from articles import workflow
from claims.assessing import assess
from shows.models import Person
from tests.factories import (
    a_casting,
    a_detail,
    a_milestone,
    a_person,
    a_platform,
    a_release,
    a_season,
    a_show,
    a_source,
    a_user,
)
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db
URL = "/shows/all-of-us-are-dead/season-2/"


@pytest.fixture
def tracked(at):
    """A season of which everything that its page can tell is told."""
    one, season = a_season(number=1), a_season()
    day = {"precision": "month", "earliest": date(2025, 7, 1), "latest": date(2025, 7, 31)}
    held(a_release(one, "2022-01-28", "2022-01-28", "", precision="day"), "official")
    held(a_milestone(season, "filming_start", value="Seoul", **day), "official")
    held(a_milestone(season, "platform", platform=a_platform()), "official")
    held(a_casting(a_person("maker"), season, job="director"), "official")
    held(a_casting(a_person("park-ji-hu"), season, character="Nam On-jo"), "official")
    held(a_casting(a_person("kim-si-eun"), season, change="new"), "official")
    held(a_detail(season), "official")
    at.forward(days=1)
    old = held(a_release(season))
    at.forward(days=1)
    other = a_release(season, "2026-06", "2026-12", "mid-to-late 2026")
    other.beside.add(old)
    held(other)
    near = a_season(a_show("near"))
    held(a_casting(a_person("other"), near))
    held(a_casting(Person.objects.get(slug="park-ji-hu"), near))
    article = on_sale(seasons=[season], claims=[old])
    at.forward(days=1)
    workflow.update(article, by=a_user(), note="We had left out a name.", note_kind="correction")
    return season


def test_everything_stands_in_the_order_that_is_promised(client, tracked):
    page = words(client.get(URL))
    places = [
        "Filming began in July 2025. No date announced; estimates run from June to December 2026.",
        "Where it stands",
        "Key facts",
        "What changed",
        "Follow exactly this",
        "How the date has moved",
        "Cast Returning",
        "Plot and making",
        "Timeline of claims",
        "What we don’t know yet",
        "Stories",
        "Related shows Near",
        "Sources",
        "How sure this is This page rests on",
        "Corrections",
        "We had left out a name.",
        "Last checked on 3 March 2026",
    ]
    found = [page.find(place) for place in places]
    assert -1 not in found, dict(zip(places, found, strict=True))
    assert found == sorted(found)


def test_the_key_facts_tell_window_and_words_place_makers_and_gap(client, tracked):
    page = words(client.get(URL))
    facts = page[page.index("Key facts") : page.index("What changed")]
    assert (
        "late 2026 Rumoured , as of 2 March 2026, source: Press-Outlet 1 September to 31 December 2026"
        in facts
    )
    assert "July 2025, Seoul Official" in facts
    assert "Made by Maker , director Official" in facts
    assert "Since last season 4 years 4 months to 4 years 11 months Rumoured" in facts
    assert "Where sources disagree" in facts


def test_the_answer_has_25_words_at_most_a_badge_and_an_as_of(client, tracked):
    answer = re.search(
        r'class="answer-text">(.*?)</p>(.*?)</section>', client.get(URL).content.decode(), re.S
    )
    assert len(answer[1].split()) <= 25
    assert "as of 3 March 2026" in re.sub(r"<[^>]+>", "", answer[2])


def test_no_more_than_the_last_five_changes_are_told(client, tracked):
    page = client.get(URL).content.decode()
    changes = re.search(r'<ol class="changes">.*?</ol>', page, re.S)[0]
    assert changes.count("<li ") == 5


def test_it_is_followed_as_exactly_this_season(client, tracked):
    page = client.get(URL).content.decode()
    query = "?show=all-of-us-are-dead&amp;season=2"
    for address in ("/news/feed.rss", "/news/feed.atom", "/news/feed.json", "/calendar.ics", "/follow/"):
        assert f'href="{address}{query}"' in page, address


def test_the_title_tells_a_sure_date_and_never_a_guess(client, tracked):
    def title():
        return re.search("<title>(.*?)</title>", client.get(URL).content.decode())[1]

    assert "no date announced" in title()
    day = a_release(tracked, "2026-11-06", "2026-11-06", "", precision="day", part="Volume 1")
    held(day, "official")
    assert "6 November 2026" in title()


def test_a_season_of_which_nothing_is_sure_is_in_limbo(client, at):
    season = a_season()
    rumour = held(a_release(season))
    assert "In limbo." in words(client.get(URL))
    assess(rumour, "official", by=a_user(), because="announced", evidence=[a_source()])
    at.forward(seconds=1)
    assert "In limbo." not in words(client.get(URL))


def test_each_step_is_dated_even_where_no_day_was_said(client, at):
    held(a_milestone(a_season(), "renewal"), "official")
    assert "Renewed reached as of 1 March 2026" in words(client.get(URL))
