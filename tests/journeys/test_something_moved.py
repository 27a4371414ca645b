"""The most frequent act, by keyboard alone and at a person's pace: a date is announced, two stories rest on it."""

import time

from articles.models import Edition
from claims.models import Claim
from tests.factories import a_release, a_season, a_show, an_outlet
from tests.newsstand import held, on_sale

PACE = 70  # milliseconds a key: sixty words a minute, and more, are nobody's pace at a form
TYPED = {
    "now": "6 November 2026",
    "reason": "Netflix has named the day.",
    "outlet": "Netflix",
    "title": "The Saltmarsh Light returns on 6 November",
    "url": "https://www.netflix.example/saltmarsh",
    "published_on": "2026-03-01",
}


def test_something_moved_in_under_ninety_seconds(desk, alice, ticking):
    an_outlet("netflix", "primary")
    window = held(a_release(a_season(a_show("the-saltmarsh-light", title="The Saltmarsh Light"), 2)))
    for slug in ("when-it-returns", "what-we-know"):
        on_sale(slug, claims=[window])
    editor = desk(alice, "Editor", "alice-edits-here")
    editor.go(f"/admin/shows/season/{window.season.pk}/change/")
    began = time.monotonic()
    press_the_link(editor)
    types_the_news(editor)
    publishes_all(editor)
    seconds = time.monotonic() - began
    assert Claim.objects.get(precision="day").supersedes == window
    assert [edition.number for edition in Edition.objects.live()] == [2, 2]
    assert seconds < 90


def press_the_link(editor):
    editor.page.focus('.object-tools a:has-text("Something moved")')
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_selector("[name=what]")


def reach(editor, name):
    """Press Tab until the field has the focus."""
    for _ in range(40):
        if editor.page.evaluate("document.activeElement.name") == name:
            return
        editor.page.keyboard.press("Tab")
        editor.page.wait_for_timeout(PACE)
    raise AssertionError(f"{name} can't be reached by Tab")


def types_the_news(editor):
    assert editor.page.evaluate("document.activeElement.name") == "what"  # the release window stands first
    reach(editor, "now")
    editor.page.keyboard.type(TYPED["now"], delay=PACE)
    reach(editor, "level")
    editor.page.keyboard.type("Off", delay=PACE)
    for name in ("reason", "outlet", "title", "url", "published_on"):
        reach(editor, name)
        editor.page.keyboard.type(TYPED[name], delay=PACE)
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_selector("#what-it-touches")


def publishes_all(editor):
    assert editor.page.locator("textarea[name^=note-]").count() == 2
    reach(editor, "_publish")
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_selector(".messagelist .success")
