import re
from datetime import UTC, date, datetime

import icalendar
import pytest

from claims.assessing import supersede
from claims.models import Claim
from tests.factories import (
    a_casting,
    a_milestone,
    a_person,
    a_platform,
    a_release,
    a_season,
    a_show,
    a_source,
    a_user,
)
from tests.newsstand import held, queries

pytestmark = pytest.mark.django_db
URL = "/calendar.ics"


def a_day(day="2026-11-06", season=None, **fields):
    return a_release(season or a_season(), day, day, precision="day", **fields)


def read(client, query=""):
    answer = client.get(URL + query)
    assert answer.status_code == 200, answer.content
    return icalendar.Calendar.from_ical(answer.content)


def told(client, query=""):
    return [(str(event["UID"]), str(event["STATUS"])) for event in read(client, query).events]


def test_it_says_what_it_is(client, at):
    answer = client.get(URL)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.content)
    assert {name: str(value) for name, value in calendar.property_items(recursive=False)} == {
        "BEGIN": "b'VCALENDAR'",
        "VERSION": "2.0",
        "PRODID": "-//Newsroom//Releases 1.0//EN",
        "NAME": "Newsroom: Releases",
        "X-WR-CALNAME": "Newsroom: Releases",
        "SOURCE": "https://news.example/calendar.ics",
        "END": "b'VCALENDAR'",
    }
    assert calendar.events == []


def test_an_official_day_is_an_event_of_that_day(client, at):
    claim = held(a_day(key="c-day"), "official")
    [event] = read(client).events
    assert str(event["UID"]) == "c-day@news.example"
    assert event.decoded("DTSTAMP") == event.decoded("CREATED") == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert event["DTSTART"].params == event["DTEND"].params == {"VALUE": "DATE"}
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2026, 11, 6), date(2026, 11, 7))
    assert (str(event["STATUS"]), int(event["SEQUENCE"])) == ("CONFIRMED", 0)
    assert str(event["SUMMARY"]) == "All Of Us Are Dead Season 2 (official)"
    assert str(event["DESCRIPTION"]).split("\n") == [
        claim.said,
        "Official, as of 1 March 2026, source: Primary-Outlet.",
        "https://news.example/claims/c-day/",
    ]
    assert str(event["URL"]) == "https://news.example/claims/c-day/"
    assert event.categories == ["official"]
    assert b"X-NEWSROOM-AS-OF;VALUE=DATE:20260301\r\n" in client.get(URL).content


def test_a_confirmed_window_is_an_event_of_several_days(client, at):
    held(a_release(a_season(), "2026-12", "2026-12", "", precision="month"), "confirmed")
    [event] = read(client).events
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (date(2026, 12, 1), date(2027, 1, 1))
    assert str(event["STATUS"]) == "TENTATIVE"


def test_a_rumour_is_no_event(client, at):
    held(a_day(key="c-day"))
    assert Claim.objects.live().count() == 1
    assert told(client) == []


def test_what_moved_is_cancelled_and_says_what_answers(client, at):
    season = a_season()
    old = held(a_day(season=season, key="c-old"), "official")
    at.forward(days=1)
    new = a_day("2026-12-24", season, key="c-new")
    supersede(old, new, "official", by=a_user(), because="Said.", evidence=[a_source()])
    first, second = read(client).events
    assert told(client) == [("c-old@news.example", "CANCELLED"), ("c-new@news.example", "CONFIRMED")]
    assert (int(first["SEQUENCE"]), int(second["SEQUENCE"])) == (1, 0)
    assert first.decoded("DTSTAMP") == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert str(first["SUMMARY"]) == "No longer so: All Of Us Are Dead Season 2"
    assert str(first["DESCRIPTION"]).split("\n") == [
        "This no longer stands.",
        f"In its place: {new.said} (official, as of 2 March 2026)",
        "https://news.example/claims/c-old/",
    ]


def test_past_its_review_the_event_says_so(client, at):
    held(a_day(key="c-day"), "confirmed")
    at.forward(days=61)
    [event] = read(client).events
    overdue = "as of 1 March 2026, not re-checked since 1 March 2026"
    assert f"Confirmed, {overdue}, source: Press-Outlet." in str(event["DESCRIPTION"])
    assert int(event["SEQUENCE"]) == 1


def test_a_major_spoiler_is_not_told(client, at):
    held(a_day(spoiler="major", statement="It ends on this day.", key="c-day"), "official")
    assert b"It ends" not in client.get(URL).content
    assert told(client) == [("c-day@news.example", "CONFIRMED")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["c-one", "c-two"]),
        ("?show=all-of-us-are-dead", ["c-one"]),
        ("?show=all-of-us-are-dead&season=2", ["c-one"]),
        ("?person=lomon", ["c-two"]),
        ("?platform=netflix", ["c-one"]),
        ("?min=official", ["c-one"]),
        ("?min=confirmed&utm_source=x&as_of=2026-01-01", ["c-one", "c-two"]),
    ],
)
def test_it_takes_filters(client, at, query, found):
    season, other = a_season(), a_season(a_show("other"), 1)
    held(a_day("2026-11-06", season, key="c-one"), "official")
    held(a_day("2026-11-07", other, key="c-two"), "confirmed")
    held(a_casting(a_person(), other), "official")
    held(a_milestone(season, "platform", platform=a_platform()), "official")
    assert [uid.partition("@")[0] for uid, _ in told(client, query)] == found


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("show=nope", 404),
        ("person=nope", 404),
        ("platform=nope", 404),
        ("show=all-of-us-are-dead&season=9", 404),
        ("season=2", 400),
        ("show=all-of-us-are-dead&season=x", 400),
        ("min=reported", 400),
        ("min=sure", 400),
        ("show=a&show=b", 400),
        ("show=%00", 400),
    ],
)
def test_it_refuses_in_words(client, at, query, status):
    held(a_day(), "official")
    assert client.get(f"{URL}?{query}").status_code == status


def test_its_own_address_is_canonical(client, at):
    held(a_day(), "official")
    calendar = read(client, "?min=official&utm=x&season=2&show=all-of-us-are-dead")
    assert (
        str(calendar["SOURCE"]) == f"https://news.example{URL}?show=all-of-us-are-dead&season=2&min=official"
    )
    assert str(calendar["NAME"]) == "Newsroom: Releases of All Of Us Are Dead Season 2, official"


def test_no_number_of_a_row_and_no_hidden_one_shows(client, at):
    held(a_day(key="c-day"), "official")
    held(
        a_day(season=a_season(a_show("hidden"), 1), key="c-hidden"),
        "official",
        at=datetime(2027, 1, 1, tzinfo=UTC),
    )
    assert "hidden" not in client.get(URL).content.decode()
    assert re.findall(r"UID:(.*)\r\n", client.get(URL).content.decode()) == ["c-day@news.example"]


def test_any_number_of_events_costs_the_same(client, at):
    held(a_day(season=a_season(a_show("first"), 1)), "official")
    few = queries(client, URL)
    for number in range(5):
        held(a_day(f"2026-11-1{number}", a_season(a_show(f"show-{number}"), 1)), "official")
    assert queries(client, URL) == few <= 8
