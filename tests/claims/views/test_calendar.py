import re
from datetime import date

import pytest

from claims.assessing import assess
from tests.factories import a_release, a_season, a_show, a_source, a_user
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db
URL = "/calendar/"


def out_on(slug, day, level="official", **fields):
    made = {"earliest": day, "latest": day, "precision": "day", "as_said": ""} | fields
    return held(a_release(a_season(a_show(slug)), **made), level)


def test_what_is_sure_stands_by_month_and_a_rumour_does_not(client, at):
    out_on("sure", "2026-11-06")
    out_on("near", "2026-04-02", "confirmed")
    out_on("whispered", "2026-05-02", "rumoured")
    page = words(client.get(URL))
    assert page.index("April 2026 2 April 2026 Near Season 2") < page.index(
        "November 2026 6 November 2026 Sure"
    )
    assert "Whispered" not in page


def test_official_is_drawn_solid_confirmed_dashed_and_a_window_as_a_bar(client, at):
    out_on("sure", "2026-11-06")
    out_on("wide", "2026-09", "confirmed", latest="2026-12", precision="window", as_said="late 2026")
    page = client.get(URL).content.decode()
    rows = re.findall(
        r'<div class="window-row" data-level="(\w+)">.*?<(path|rect) class="window-bar"', page, re.S
    )
    assert rows == [("official", "path"), ("confirmed", "rect")]
    assert "solid, confirmed ones dashed" in page


def test_what_fell_is_struck_through(client, at):
    claim = out_on("sure", "2026-11-06")
    at.forward(days=1)
    denied = [{"source": a_source(), "role": "denies"}]
    assess(claim, "debunked", by=a_user(), walked_back="They took it back.", evidence=denied)
    assert re.search(r"<s><a [^>]*>Sure Season 2</a></s>", client.get(URL).content.decode())


def test_what_is_past_is_told_apart(client, at):
    out_on("out", "2026-02-20")
    page = words(client.get(URL))
    assert "Just been 20 February 2026 Out Season 2" in page
    assert "No date is sure" in page


def test_an_empty_calendar_offers_a_way_on(client, at):
    assert "No date is sure" in words(client.get(URL))


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    for number in range(3):
        out_on(f"show-{number}", date(2026, 4, 1 + number).isoformat())
        out_on(
            f"wide-{number}",
            "2026-09",
            "confirmed",
            latest="2026-12",
            precision="window",
            as_said="late 2026",
        )
    few = queries(client, URL)
    for number in range(3, 30):
        out_on(f"show-{number}", date(2026, 4, 1 + number % 28).isoformat())
        out_on(
            f"wide-{number}",
            "2026-09",
            "confirmed",
            latest="2026-12",
            precision="window",
            as_said="late 2026",
        )
    assert queries(client, URL) == few <= 16
