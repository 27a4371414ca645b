"""A platform names the day, on the demo's data: what readers see, what the desk is asked, and how it answers."""

import re
from datetime import date

import pytest
from django.core.management import call_command
from django.test import Client

from articles import ripple
from articles.models import Article, Edition
from claims.assessing import assess, supersede
from claims.models import Claim, Outlet, Source
from tests.newsstand import words

DAY = date(2026, 11, 6)
SEED = "/news/all-of-us-are-dead-season-2-release-date/"
SEASON = "/shows/all-of-us-are-dead/season-2/"
MOVED = "release window, from mid-to-late 2026 (rumoured) and from late 2026 (rumoured) to 6 November 2026 (official)"
IN_THE_STORY = (
    "Since this was published Release window , from mid-to-late 2026 Rumoured and from late 2026 Rumoured"
    " to 6 November 2026 Official 1 March 2026"
)


@pytest.fixture
def demo(live_server, ticking, monkeypatch, settings):
    monkeypatch.setenv("DEMO_PASSWORD", "on-the-desk-alone")
    call_command("load_demo", verbosity=0)


def announced(alice):
    """An invented announcement by the platform; the demo itself never ships it."""
    old = Claim.objects.get(key="aouad-s2-late-2026")
    day = Claim.objects.create(
        kind="milestone", property="release", show=old.show, season=old.season, precision="day",
        earliest=DAY, latest=DAY,
    )  # fmt: skip
    source = Source.objects.create(
        outlet=Outlet.objects.get(slug="netflix"), title="The day is set", published_on="2026-03-01",
        url="https://www.netflix.example/invented",
    )  # fmt: skip
    supersede(old, day, "official", by=alice, because="Netflix has named the day.", evidence=[source])
    return day, source


def feed_entry():
    feed = Client().get("/news/feed.rss?show=all-of-us-are-dead").content.decode()
    return next(item for item in re.findall(r"<item>.*?</item>", feed, flags=re.S) if SEED in item)


def tasks():
    return [task.said for task in ripple.tasks() if task.edition.get_absolute_url() == SEED]


def test_a_date_moves_and_every_page_that_rests_on_it_says_so(demo, desk, django_user_model, ticking):
    alice = django_user_model.objects.get(username="alice")
    editor = desk(alice, "Editor", "on-the-desk-alone")
    before = words(Client().get(SEED))
    assert "Since this was published" not in before and "Updated" not in before
    ticking.forward(hours=1)
    day, source = announced(alice)
    ticking.forward(minutes=1)
    the_story_says_what_moved()
    the_season_answers_with_the_day()
    the_feed_follows()
    the_same_event_again_asks_nothing_more(day, source, alice, ticking)
    the_desk_tells_readers(editor)
    readers_have_the_note(ticking)


def the_story_says_what_moved():
    page = words(Client().get(SEED))
    assert IN_THE_STORY in page
    assert "late 2026 Rumoured , as of 23 February 2026" in page
    assert "now 6 November 2026 Official" in page
    assert re.search(r"Published 23 Feb 2026, 09:00 UTC Updated 1 Mar 2026, 13:00 UTC", page)
    assert "3 of them are out of date by now." in page


def the_season_answers_with_the_day():
    page = words(Client().get(SEASON))
    assert "Comes out on 6 November 2026." in page
    assert "Where sources disagree" not in page
    assert "How the date has moved" in page


def the_feed_follows():
    entry = feed_entry()
    assert "<atom:updated>2026-03-01T13:0" in entry
    assert "6 November 2026" in entry


def the_same_event_again_asks_nothing_more(day, source, alice, ticking):
    assert tasks() == [MOVED]
    ticking.forward(minutes=1)
    assess(day, "official", by=alice, because="Checked again.", evidence=[source])
    assert tasks() == [MOVED]


def the_desk_tells_readers(editor):
    editor.go("/admin/articles/article/ripple-tasks/")
    assert MOVED[1:] in editor.words
    editor.page.click(f'a[href$="/{Article.objects.get(slug=SEED.split("/")[2]).pk}/tell/"]')
    note = editor.page.input_value("[name=note]")
    assert note == f"R{MOVED[1:]}. Netflix has named the day."
    editor.page.fill("[name=note]", "Netflix has set 6 November 2026 as the release date.")
    editor.page.click("#verb_form [type=submit]")
    editor.page.wait_for_selector(".messagelist .success")
    assert tasks() == []


def readers_have_the_note(ticking):
    ticking.forward(minutes=1)
    page = words(Client().get(SEED))
    assert "Since this was published" not in page
    assert "Netflix has set 6 November 2026 as the release date." in page
    assert Edition.objects.live().get(slug=SEED.split("/")[2]).number == 2
