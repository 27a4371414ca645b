"""What the standard asks of the calendar's bytes, and what programs rely on."""

from datetime import date

import icalendar
import pytest

from claims.assessing import assess
from tests.factories import a_release, a_season, a_show, a_source, a_user
from tests.newsstand import held

pytestmark = pytest.mark.django_db
URL = "/calendar.ics"


def a_day(day="2026-11-06", season=None, **fields):
    return a_release(season or a_season(), day, day, precision="day", **fields)


def read(client):
    return icalendar.Calendar.from_ical(client.get(URL).content)


def test_lines_end_in_crlf_and_are_folded_at_75_octets(client, at):
    show = a_show(title="지금 우리 학교는; \\, “Volume”\u2028\x0b" + "긴" * 80)
    held(a_day(season=a_season(show, 1), part="한" * 40), "official")
    body = client.get(URL).content
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert max(map(len, body.split(b"\r\n"))) <= 75
    [event] = read(client).events
    assert str(event["SUMMARY"]).startswith("지금 우리 학교는; \\, “Volume”")


def test_the_same_calendar_is_the_same_bytes_at_any_hour(client, at):
    claim = held(a_day(), "official")
    first = client.get(URL)
    at.forward(days=5)
    again = client.get(URL, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, client.get(URL).content) == (304, first.content)
    assess(claim, "official", by=a_user(), because="Checked.", evidence=[a_source()])
    assert client.get(URL, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_season_in_the_farthest_year_breaks_nothing(client, at):
    held(a_day("9999-12-31"), "official")
    held(a_day("0999-01-01", a_season(number=3)), "official")
    starts = [event.decoded("DTSTART") for event in read(client).events]
    assert starts == [date(999, 1, 1)]
