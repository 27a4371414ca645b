import re
from datetime import date
from html import unescape
from xml.etree import ElementTree

import pytest

from claims.assessing import supersede
from tests.factories import a_casting, a_detail, a_milestone, a_person, a_release, a_season, a_source, a_user
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db
URL = "/shows/all-of-us-are-dead/season-2/"


def test_the_answer_comes_first_in_words_of_the_claims(client, at):
    held(
        a_milestone(
            *(a_season(), "filming_start"),
            precision="month",
            earliest=date(2025, 7, 1),
            latest=date(2025, 7, 31),
        ),
        "official",
    )
    late = held(a_release())
    mid = a_release(earliest="2026-06", latest="2026-12", as_said="mid-to-late 2026")
    mid.beside.add(late)
    held(mid)
    page = words(client.get(URL))
    assert "Filming began in July 2025. No date announced; estimates run from June to December 2026." in page
    assert "Where sources disagree" in page


def test_what_was_superseded_is_struck_through(client, at):
    old = held(a_release())
    at.forward(days=1)
    new = a_release(earliest="2026-11-06", latest="2026-11-06", precision="day", as_said="")
    supersede(old, new, "official", by=a_user(), evidence=[a_source()])
    page = client.get(URL).content.decode()
    assert re.search(r"<s>\s*All Of Us Are Dead Season 2 comes out in late 2026.\s*</s>", page)
    assert "Comes out on 6 November 2026." in page
    assert "Comes out on" not in client.get(f"{URL}?as_of=2026-03-01").content.decode()


def test_a_past_moment_says_so_and_is_not_indexed(client, at):
    held(a_release(a_season()))
    at.forward(days=3)
    page = client.get(f"{URL}?as_of=2026-03-02").content.decode()
    assert "As it stood on" in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'season-2/?as_of=2026-03-02">' in page


def test_a_major_spoiler_is_folded_away(client, at):
    held(a_detail(a_season(), statement="Everybody was a zombie all along.", spoiler="major"))
    page = client.get(URL).content.decode()
    assert "Everybody was a zombie" not in re.sub(r"<details.*?</details>", "", page, flags=re.S)
    assert "Everybody was a zombie" in page


def test_an_overdue_badge_says_so_itself(client, at):
    held(a_release(a_season()))
    at.forward(days=40)
    said = "Rumoured , as of 1 March 2026, source: Press-Outlet, not re-checked since 1 March 2026"
    assert said in words(client.get(URL))


def test_a_season_that_nothing_live_speaks_of_is_not_there(client, at):
    held(a_release(a_season()))
    a_season(number=3)
    assert client.get("/shows/all-of-us-are-dead/season-3/").content == client.get("/never/").content
    assert client.get("/shows/all-of-us-are-dead/season-02/").status_code == 404


def the_picture(client, url=URL):
    page = client.get(url).content.decode()
    return (re.search(r'<figure class="moves".*?</figure>', page, re.S) or [""])[0]


def test_the_picture_of_the_date_is_told_in_words_beside_it(client, at):
    old = held(a_release())
    at.forward(days=1)
    new = a_release(earliest="2026-11-06", latest="2026-11-06", precision="day", as_said="", part="")
    supersede(old, new, "official", by=a_user(), evidence=[a_source()])
    told = " ".join(
        unescape(
            re.sub(r"<svg.*?</svg>(?=\s*</?div|\s*<ol)|<[^>]+>", " ", the_picture(client), flags=re.S)
        ).split()
    )
    assert told == (
        "First said: late 2026 (rumoured). What stands: 6 November 2026 (official)."
        " The line marks 2 March 2026 ."
        " late 2026 1 September to 31 December 2026 Rumoured Said 1 March 2026 , superseded"
        " 6 November 2026 Official , as of 2 March 2026, source: Netflix Said 2 March 2026"
    )
    assert the_picture(client, f"{URL}?as_of=2026-03-01") == ""


def test_the_picture_is_well_formed_and_escapes_what_the_source_said(client, at):
    said = "<img src=x onerror=alert(1)>"
    for level in ("official", "confirmed", "reported", "rumoured", "speculation"):
        held(a_release(as_said=said, part=f"{level}</svg>"), level)
    held(a_release(earliest="2026-11-06", latest="2026-11-06", precision="day", part="Day", spoiler="major"))
    held(a_milestone(property="release", part="None"), "reported")
    picture = the_picture(client)
    assert "<img" not in picture and picture.count("&lt;img") >= 5
    drawn = re.findall(r'<div class="window-track">(.*?)</div>', picture, re.S)
    axis = re.search(r'<svg class="window-axis".*?</svg>', picture, re.S)[0]
    assert [ElementTree.fromstring(svg).tag for svg in [axis, *drawn]] == ["svg"] * 8
    assert " style=" not in picture
    folded = re.findall(r"<details.*?</details>", picture, re.S)
    assert ["Day" in text and "6 November" in text for text in folded] == [True]
    assert "6 November" not in re.sub(r"<details.*?</details>", "", picture, flags=re.S)


def test_it_costs_the_same_however_much_is_told(client, at):
    season = a_season()

    def more(first, last):
        for number in range(first, last):
            held(a_casting(a_person(f"person-{number}"), season))
            on_sale(f"story-{number}", show=season.show, seasons=[season])

    held(a_release(season))
    more(1, 4)
    few = queries(client, URL)
    more(4, 31)
    assert queries(client, URL) == few <= 12
