"""Carol reads: what her own browser keeps, and what goes along when she copies."""

import pytest
from playwright.sync_api import expect

from claims.assessing import assess
from tests.factories import a_release, a_source, a_user
from tests.journeys.conftest import CHROMIUM
from tests.newsstand import held, on_sale

NEW = ".new-mark"


@pytest.fixture
def carol(playwright, live_server, ticking):
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    )
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], base_url=live_server.url)
    page, complaints = context.new_page(), []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield page
    browser.close()
    assert complaints == []


def select(page, selector):
    """Mark something with the mouse's reach, and copy it."""
    page.evaluate("(found) => getSelection().selectAllChildren(document.querySelector(found))", selector)
    page.keyboard.press("Control+c")


@pytest.mark.django_db(transaction=True)
def test_what_moved_since_the_last_visit_is_marked_and_nobody_is_asked(carol, ticking):
    on_sale("old-news")
    ticking.forward(days=2)
    on_sale("fresh-news")
    asked = []
    carol.on("request", lambda request: asked.append((request.method, request.resource_type)))
    carol.goto("/")
    assert carol.locator(NEW).count() == 0  # a first visit has nothing to compare with
    carol.evaluate("localStorage.visit = JSON.stringify({ seen: Date.parse('2026-03-02T12:00:00Z') })")
    carol.goto("/")
    expect(carol.locator(NEW)).to_have_count(1)
    expect(carol.locator("[data-at]", has=carol.locator(NEW))).to_contain_text("Fresh news")
    carol.goto("/news/")
    expect(carol.locator(NEW)).to_have_count(1)  # the same visit goes on
    assert {kind for _, kind in asked} <= {"document", "stylesheet", "script", "image", "other"}
    assert {method for method, _ in asked} == {"GET"}


@pytest.mark.django_db(transaction=True)
def test_a_copied_claim_takes_its_level_its_day_and_its_address_along(carol, ticking, live_server):
    claim = held(a_release(key="c-window"))
    on_sale(claims=[claim])
    carol.goto("/news/season-2-date/")
    select(carol, ".body p")
    address = f"{live_server.url}/claims/c-window/"
    copied = carol.evaluate("navigator.clipboard.readText()")
    assert copied == f"Words of season-2-date. c-window (rumoured, as of 1 March 2026: {address})"
    ticking.forward(minutes=1)
    assess(claim, "official", by=a_user(), because="announced", evidence=[a_source()])
    ticking.forward(minutes=1)
    carol.reload()
    select(carol, ".body [data-claim]")
    assert f"(official, as of 1 March 2026: {address})" in carol.evaluate("navigator.clipboard.readText()")
