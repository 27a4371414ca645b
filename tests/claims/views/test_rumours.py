import re

import pytest

from claims.assessing import assess
from tests.factories import a_detail, a_milestone, a_release, a_season, a_show, a_source, a_user
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db
URL = "/rumours/"


def test_open_rumours_are_told_with_the_day_since_which_they_go_round(client, at):
    claim = held(a_release(a_season()))
    at.forward(days=3)
    assess(
        claim, "rumoured", by=a_user(), because="checked again", evidence=[a_source("press-outlet", "press")]
    )
    page = words(client.get(URL))
    assert "since 1 March 2026 All Of Us Are Dead Season 2" in page
    assert "comes out in late 2026. Rumoured , as of 4 March 2026" in page


def test_what_fell_back_to_a_rumour_goes_round_since_then(client, at):
    season = a_season()
    claim = held(a_release(season), "official")
    at.forward(days=1)
    held(a_milestone(season, "filming_wrap"))
    at.forward(days=1)
    press = [a_source("press-outlet", "press")]
    assess(claim, "rumoured", by=a_user(), walked_back="They took it back.", evidence=press)
    days = re.findall(r"since <time[^>]*>([^<]+)</time>", client.get(URL).content.decode())
    assert days == ["3 March 2026", "2 March 2026"]


def test_what_is_answered_for_or_superseded_is_no_open_rumour(client, at):
    claim = held(a_release(a_season()))
    held(a_milestone(claim.season, "renewal"), "reported")
    assess(claim, "official", by=a_user(), because="announced", evidence=[a_source()])
    at.forward(seconds=1)
    assert "No open rumour" in words(client.get(URL))


def test_a_major_spoiler_is_folded_away(client, at):
    held(a_detail(a_season(), "The butler did it.", spoiler="major"))
    page = client.get(URL).content.decode()
    assert "The butler" in page
    assert "The butler" not in re.sub(r"<details.*?</details>", "", page, flags=re.S)


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    for number in range(3):
        held(a_release(a_season(a_show(f"show-{number}"))))
    few = queries(client, URL)
    for number in range(3, 30):
        held(a_release(a_season(a_show(f"show-{number}"))))
    assert queries(client, URL) == few <= 12
