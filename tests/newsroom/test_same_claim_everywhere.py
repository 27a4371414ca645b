"""One claim has one level, one value, one day and one badge, whoever reads it and wherever."""

import json
import xml.etree.ElementTree as ET
from datetime import date

import feedparser
import icalendar
import pytest

from claims.assessing import assess, restate, supersede
from tests.factories import a_casting, a_milestone, a_release, a_season, a_source, a_user
from tests.heads import meta, one, page
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
OVERDUE = "not re-checked since 1 March 2026"


@pytest.fixture
def claim(at):
    """A rumour that a story cites and leads with, seen by a document's reader on 1 March, due on 15 March."""
    claim = held(a_release(a_season(), key="c-window"))
    on_sale("date-nears", claims=[claim], leads=[claim], seasons=[claim.season])
    return claim


def api(client, url="/api/v1/claims/c-window/"):
    return json.loads(client.get(url).content)


def told(client):
    """The claim by itself, in the list, and in the story, as the API tells it; they must agree."""
    alone = api(client)
    [listed] = [one for one in api(client, "/api/v1/claims/")["items"] if one["key"] == "c-window"]
    [cited] = api(client, "/api/v1/articles/date-nears/")["claims"]
    cited.pop("now")
    [[fed]] = [item["_newsroom"]["claims"] for item in api(client, "/news/feed.json")["items"]]
    season = api(client, "/api/v1/seasons/all-of-us-are-dead-season-2/")["claims"]
    show = api(client, "/api/v1/shows/all-of-us-are-dead/")["claims"]
    standing = [one for one in (*season, *show) if one["key"] == "c-window"]
    assert len(standing) == (0 if alone["superseded_by"] else 2)
    for told in (listed, cited, fed, *standing):
        assert {name: alone[name] for name in told} == told
    return alone


def feed(client):
    """What stands behind the claim's words in the feeds, and the story's level there; the three must agree."""
    [item] = ET.fromstring(client.get("/news/feed.rss").content).iter("item")
    [entry] = feedparser.parse(client.get("/news/feed.atom").content).entries
    [told] = api(client, "/news/feed.json")["items"]
    levels = {item.findtext("category"), entry.tags[0].term, told["tags"][0], told["_newsroom"]["level"]}
    texts = (item.findtext(CONTENT), entry.content[0].value, told["content_html"])
    said = {text.partition("[")[2].partition("]")[0] for text in texts}
    assert (len(levels), len(said)) == (1, 1)
    return levels.pop(), said.pop()


def pages(client):
    """Every page that shows the claim's badge."""
    urls = ("/claims/c-window/", "/news/date-nears/", "/shows/all-of-us-are-dead/season-2/")
    return {url: words(client.get(url)) for url in urls}


def structured(client, page="/claims/c-window/"):
    """What a page's JSON-LD tells of the claim: level, value, day and badge."""
    told = one(client, page, "Claim")
    level, names = told["creativeWorkStatus"], ("alternativeHeadline", "temporalCoverage", "description")
    return [level["termCode"], *(told[name] for name in names)]


def alts(client):
    """What the cards say of the pages that show the claim, and of oEmbed's frame."""
    pages = ("/claims/c-window/", "/news/date-nears/", "/shows/all-of-us-are-dead/season-2/")
    return [meta(page(client, url))["og:image:alt"][0] for url in pages]


def assert_everywhere(client, level, as_of, day, value="late 2026", overdue=""):
    data = told(client)
    badge = f"{level}, as of {day}" + (f", {overdue}" if overdue else "")
    assert [data[name] for name in ("level", "as_of", "value", "badge", "is_stale")] == [
        *(level, as_of, value, badge, bool(overdue)),
    ]
    link = f'<a href="https://news.example/claims/c-window/">{badge}</a>'
    assert feed(client) == (level, link)
    assert api(client, "/api/v1/articles/date-nears/")["level"] == level
    assert structured(client) == [level, value, as_of, badge]
    if level == "rumoured":
        assert structured(client, "/news/date-nears/") == [level, value, as_of, badge]
        assert structured(client, "/shows/all-of-us-are-dead/season-2/") == [level, value, as_of, badge]
    assert [badge[1:] in alt for alt in alts(client)] == [True, True, True]
    assert api(client, "/oembed/?url=https://news.example/claims/c-window/")["title"].endswith(f" ({badge})")
    assert f"as of {day}" in words(client.get("/claims/c-window/embed/"))
    for url, text in pages(client).items():
        assert level.capitalize() in text, url
        assert f"as of {day}" in text, url
        assert ("not re-checked since" in text) == bool(overdue), url
        assert value in text or url.startswith("/news/"), url


def test_a_claim_is_the_same_everywhere(client, claim):
    assert_everywhere(client, "rumoured", "2026-03-01", "1 March 2026")


def test_past_its_review_every_badge_says_so_at_once(client, at, claim):
    at.to("2026-03-15T23:59:59")
    assert_everywhere(client, "rumoured", "2026-03-01", "1 March 2026")
    at.to("2026-03-16T00:00:00")
    assert_everywhere(client, "rumoured", "2026-03-01", "1 March 2026", overdue=OVERDUE)


def test_a_new_level_is_the_same_everywhere(client, at, claim):
    at.to("2026-03-20")
    assess(claim, "official", by=a_user(), because="It was announced.", evidence=[a_source()])
    at.forward(minutes=1)
    assert_everywhere(client, "official", "2026-03-20", "20 March 2026")


def test_a_mended_wording_is_the_same_on_page_and_api(client, at, claim):
    at.forward(days=1)
    restate(claim, "It comes out late in 2026.", by=a_user())
    at.forward(minutes=1)
    assert told(client)["text"] == "It comes out late in 2026."
    assert "It comes out late in 2026." in pages(client)["/claims/c-window/"]


def test_what_answers_in_its_place_is_the_same_everywhere(client, at, claim):
    at.forward(days=1)
    new = a_release(claim.season, "2026-11-06", "2026-11-06", precision="day", key="c-day")
    supersede(claim, new, "official", by=a_user(), because="Said.", evidence=[a_source()])
    badge = "official, as of 2 March 2026"
    assert told(client)["superseded_by"] == "c-day"
    now = api(client, "/api/v1/articles/date-nears/")["claims"][0]["now"]
    assert (now["key"], now["value"], now["badge"]) == ("c-day", "6 November 2026", badge)
    link = f'now <a href="https://news.example/claims/c-day/">6 November 2026, {badge}</a>'
    assert feed(client)[1].endswith(f"; {link}")
    assert "now 6 November 2026 Official" in pages(client)["/news/date-nears/"]
    assert "6 November 2026" in pages(client)["/claims/c-window/"]


@pytest.mark.parametrize("level", ["official", "confirmed"])
def test_a_sure_day_is_the_same_in_the_calendar(client, at, level):
    claim = held(a_release(a_season(), "2026-11-06", "2026-11-06", precision="day", key="c-window"), level)
    on_sale("date-nears", claims=[claim], leads=[claim], seasons=[claim.season])
    for overdue in ("", OVERDUE):
        assert_everywhere(client, level, "2026-03-01", "1 March 2026", "6 November 2026", overdue)
        data = api(client)
        [event] = icalendar.Calendar.from_ical(client.get("/calendar.ics").content).events
        assert event.categories == [data["level"]]
        assert event.decoded("DTSTART").isoformat() == data["earliest"] == data["latest"]
        text, badge, url = str(event["DESCRIPTION"]).split("\n")
        assert (text, url) == (data["text"], data["url"])
        assert badge.casefold().startswith(data["badge"].casefold() + ", source: ")
        assert b"X-NEWSROOM-AS-OF;VALUE=DATE:20260301\r\n" in client.get("/calendar.ics").content
        at.to("2026-07-01")


def test_each_moment_is_the_same_on_page_and_api(client, at, claim):
    at.to("2026-03-20")
    assess(claim, "official", by=a_user(), because="It was announced.", evidence=[a_source()])
    at.forward(days=100)
    for day, badge in {
        "2026-03-02": "rumoured, as of 1 March 2026",
        "2026-03-18": f"rumoured, as of 1 March 2026, {OVERDUE}",
        "2026-03-21": "official, as of 20 March 2026",
        "2026-06-20": "official, as of 20 March 2026, not re-checked since 20 March 2026",
    }.items():
        data = api(client, f"/api/v1/claims/c-window/?as_of={day}")
        text = words(client.get(f"/claims/c-window/?as_of={day}"))
        assert data["badge"] == structured(client, f"/claims/c-window/?as_of={day}")[-1] == badge
        assert (data["level"].capitalize() in text, data["is_stale"]) == (True, "re-checked" in text)


def test_every_kind_of_claim_has_one_value(client, at):
    season = a_season()
    claims = [
        held(a_milestone(season, "episodes", value="8", precision="none")),
        held(
            a_milestone(
                season, "filming_wrap", precision="month", earliest=date(2025, 7, 1), latest=date(2025, 7, 31)
            )
        ),
        held(a_casting(season=season, character="Su-hyeok"), "official"),
    ]
    page = words(client.get("/shows/all-of-us-are-dead/season-2/"))
    for claim, value in zip(claims, ["8 episodes", "July 2025", None], strict=True):
        data = api(client, f"/api/v1/claims/{claim.key}/")
        assert data["value"] == value
        assert (value or data["character"]) in page
        assert data["text"] in words(client.get(f"/claims/{claim.key}/"))
