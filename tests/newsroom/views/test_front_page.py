import re

import pytest

from claims.assessing import assess
from tests.factories import a_detail, a_release, a_source, a_user
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db


def lead(client) -> str:
    return re.search(r'lead-headline"><a href="/news/([^/]+)/"', client.get("/").content.decode())[1]


def test_the_newest_marked_story_leads_for_three_days(client, at):
    on_sale("marked", is_lead=True)
    at.forward(days=1)
    on_sale("newer")
    assert lead(client) == "marked"
    at.forward(days=2)
    assert lead(client) == "newer"


def test_what_moved_is_told_from_the_claims(client, at):
    claim = held(a_release())
    held(a_release(statement="A secret of the plot.", spoiler="major", part="Volume 2"))
    at.forward(days=1)
    assess(claim, "official", by=a_user(), because="announced", evidence=[a_source()])
    tonight, denied = at.forward(days=0).replace(hour=20), [{"source": a_source(), "role": "denies"}]
    assess(claim, "debunked", by=a_user(), at=tonight, walked_back="CANARY", evidence=denied)
    page = words(client.get("/"))
    assert "comes out in late 2026. from Rumoured to Official" in page
    assert ("A secret of the plot" in page, "Debunked" in page) == (False, False)


def test_a_value_is_told_with_the_one_it_takes_the_place_of_however_old(client, at):
    old = held(a_release())
    at.forward(hours=1)
    for number in range(40):
        held(a_detail(old.season, f"Detail {number}."))
    at.forward(hours=1)
    held(a_release(earliest="2026-11-06", latest="2026-11-06", precision="day", supersedes=old), "official")
    assert "Official in place of late 2026" in words(client.get("/"))


def section(client, name) -> str:
    page = client.get("/").content.decode()
    found = re.search(rf'aria-labelledby="{name}">(.*?)</section>', page, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def test_what_became_sure_within_a_week_stands_apart(client, at):
    rumour = held(a_release())
    held(a_detail(rumour.season, "Only whispered."))
    at.forward(days=1)
    assess(rumour, "official", by=a_user(), because="announced", evidence=[a_source()])
    at.forward(hours=1)
    assert "comes out in late 2026. from Rumoured to Official" in section(client, "confirmed")
    assert "Only whispered" not in section(client, "confirmed")
    assert "Only whispered" in section(client, "moved")
    assert "to Official" not in section(client, "moved")
    at.forward(days=7)
    assert section(client, "confirmed") == ""


def test_no_more_than_five_stand_there(client, at):
    season = held(a_release()).season
    for number in range(7):
        held(a_detail(season, f"Detail {number}."), "official")
    assert section(client, "confirmed").count("Detail") == 5


def test_an_empty_newsroom_says_so(client):
    assert "No stories yet" in words(client.get("/"))


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    claim = held(a_release())
    for number in range(3):
        on_sale(f"story-{number}", claims=[claim], leads=[claim])
    few = queries(client, "/")
    for number in range(3, 30):
        on_sale(f"story-{number}", claims=[claim], leads=[claim])
    assert queries(client, "/") == few <= 12


def test_what_is_shared_says_what_the_page_says(client, at):
    on_sale("window", headline="Dates & “days” <soon>", description="What is known, & what isn’t.")
    head = client.get("/news/window/").content.decode().split("</head>")[0]
    assert "<title>Dates &amp; “days” &lt;soon&gt; – Newsroom</title>" in head
    assert '<meta property="og:title" content="Dates &amp; “days” &lt;soon&gt;">' in head
    assert '<meta property="og:description" content="What is known, &amp; what isn’t.">' in head
    assert '<meta property="og:type" content="article">' in head
