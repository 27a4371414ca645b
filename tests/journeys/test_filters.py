"""A reader narrows the news: with scripts and without, and with the back button."""

import pytest

from tests.factories import a_milestone, a_person, a_season, a_show
from tests.journeys.conftest import CHROMIUM
from tests.journeys.person import ARGUMENTS
from tests.newsstand import held, on_sale

FILTERS = ".filters > summary"


@pytest.fixture
def newsstand(live_server, ticking, settings):
    season = a_season()
    renewed = held(a_milestone(season), "official")
    rumour = held(a_milestone(season, "writing"), "rumoured")
    on_sale("renewed", seasons=[season], claims=[renewed], leads=[renewed], people=[a_person("lomon")])
    on_sale("whispered", seasons=[season], claims=[rumour], leads=[rumour])
    on_sale("elsewhere", show=a_show("elsewhere"), people=[a_person("somebody")])
    return live_server.url


@pytest.fixture
def reader(playwright):
    """`reader(scripts=False)`: a page of a browser of their own; what breaks in it is a fault."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    complaints = []

    def open_page(scripts=True):
        page = browser.new_context(java_script_enabled=scripts).new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        return page

    yield open_page
    browser.close()
    assert complaints == []


def headlines(page):
    return page.locator(".story-headline").all_inner_texts()


def lists(page, many):
    """Wait until the page lists so many stories."""
    page.locator(".story-headline").nth(many - 1).wait_for()
    page.locator(".story-headline").nth(many).wait_for(state="detached")


def test_filters_need_no_scripts(newsstand, reader):
    page = reader(scripts=False)
    page.goto(f"{newsstand}/news/")
    assert sorted(headlines(page)) == ["Elsewhere", "Renewed", "Whispered"]
    page.click(FILTERS)
    page.click("text=All Of Us Are Dead")
    assert page.url == f"{newsstand}/news/?show=all-of-us-are-dead"
    page.click(FILTERS)
    page.fill("#find-q", "renewed")
    page.press("#find-q", "Enter")
    assert (page.url, headlines(page)) == (
        f"{newsstand}/news/?show=all-of-us-are-dead&q=renewed",
        ["Renewed"],
    )
    page.click(".chips >> text=All Of Us Are Dead")
    assert page.url == f"{newsstand}/news/?q=renewed"


def test_with_scripts_the_list_changes_in_place_and_the_back_button_leads_back(newsstand, reader):
    page = reader()
    page.goto(f"{newsstand}/news/")
    page.evaluate("window.stayed = true")
    page.click(FILTERS)
    page.click(".facet >> text=All Of Us Are Dead")
    page.wait_for_url("**/news/?show=all-of-us-are-dead")
    lists(page, 2)
    assert page.locator("h1").inner_text() == "News about All Of Us Are Dead"
    assert page.locator(".filters").evaluate("filters => filters.open")
    page.click(".facet >> text=Lomon")
    lists(page, 1)
    assert headlines(page) == ["Renewed"]
    page.go_back()
    lists(page, 2)
    assert page.url == f"{newsstand}/news/?show=all-of-us-are-dead"
    page.go_back()
    lists(page, 3)
    page.go_forward()
    lists(page, 2)
    assert page.evaluate("window.stayed")
    assert page.title().startswith("News about All Of Us Are Dead")


def test_hidden_rumours_stay_hidden_in_this_browser_until_they_are_shown_again(newsstand, reader):
    page = reader()
    page.goto(f"{newsstand}/news/")
    page.click("text=Hide rumours")
    page.wait_for_url("**/news/?min=reported")
    lists(page, 1)
    page.goto(f"{newsstand}/shows/all-of-us-are-dead/")
    feed = page.locator("link[type='application/rss+xml']").first.get_attribute("href")
    assert feed.endswith("?show=all-of-us-are-dead&min=reported")
    page.goto(f"{newsstand}/news/?show=all-of-us-are-dead")
    page.wait_for_url("**/news/?show=all-of-us-are-dead&min=reported")
    assert headlines(page) == ["Renewed"]
    page.click("text=Show rumours too")
    lists(page, 2)
    page.goto(f"{newsstand}/news/")
    assert len(headlines(page)) == 3
