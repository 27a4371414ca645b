"""Which releases stand in the calendar, since when, and what becomes of them."""

from datetime import date

import pytest

from claims.assessing import assess, restate, retract, supersede
from claims.calendar import events
from claims.confidence import Confidence
from claims.merging import merge
from claims.models import Outcome
from newsroom.lib import clock, timeline
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
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def a_day(day="2026-11-06", season=None, **fields):
    return a_release(season or a_season(), day, day, precision="day", **fields)


def told(**asked):
    return [(event.claim.key, event.status, event.sequence) for event in events(**asked)]


def make_official(claim):
    assess(claim, "official", by=a_user(), because="It was announced.", evidence=[a_source()])


def test_what_is_not_sure_has_no_event(at):
    season = a_season()
    for level in ("reported", "rumoured", "speculation"):
        held(a_day(season=season, key=f"c-{level}", part=level), level)
    held(a_day("2026-12-24", season, key="c-sure", part="The film"), "official")
    assert told() == [("c-sure", "CONFIRMED", 0)]


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "is_in"),
    [
        ("2026-11-06", "2026-11-06", "day", True),
        ("2026-12", "2026-12", "month", True),
        ("2026-11-10", "2026-12-10", "window", True),
        ("2026-11-10", "2026-12-11", "window", False),
        ("2026-10", "2026-12", "quarter", False),
        ("2026", "2026", "year", False),
    ],
)
def test_a_window_is_at_most_a_month_wide(at, earliest, latest, precision, is_in):
    held(a_release(a_season(), earliest, latest, "", precision=precision), "official")
    assert bool(events()) == is_in


def test_only_releases_are_events(at):
    when = {"precision": "day", "earliest": date(2026, 11, 6), "latest": date(2026, 11, 6)}
    held(a_milestone(a_season(), "filming_wrap", **when), "official")
    assert events() == []


def test_every_change_of_what_is_said_counts_one(at):
    claim = held(a_day(key="c-day"), "confirmed")
    assert told() == [("c-day", "TENTATIVE", 0)]
    at.forward(days=1)
    make_official(claim)
    assert told() == [("c-day", "CONFIRMED", 1)]
    at.forward(days=1)
    restate(claim, "It is out on 6 November.", by=a_user())
    assert told() == [("c-day", "CONFIRMED", 2)]
    at.to(f"{claim.judgement.review_by}T23:59:59")
    assert told() == [("c-day", "CONFIRMED", 2)]
    at.forward(seconds=1)
    assert told() == [("c-day", "CONFIRMED", 3)]
    at.forward(days=1)
    make_official(claim)
    assert told() == [("c-day", "CONFIRMED", 4)]


def test_what_moved_is_cancelled_and_what_answers_stands(at):
    season = a_season()
    old = held(a_day(season=season, key="c-old"), "confirmed")
    at.forward(days=1)
    new = a_day("2026-12-24", season, key="c-new")
    supersede(old, new, "official", by=a_user(), because="Said.", evidence=[a_source()])
    assert told() == [("c-old", "CANCELLED", 1), ("c-new", "CONFIRMED", 0)]
    assert [event.instead for event in events()] == [new, None]
    at.forward(days=1)
    assess(
        new,
        "debunked",
        by=a_user(),
        because="Not so.",
        walked_back="They erred.",
        refuting_url="https://a.example/",
    )
    assert told() == [("c-old", "TENTATIVE", 2), ("c-new", "CANCELLED", 1)]


def test_what_was_walked_back_is_cancelled(at):
    claim = held(a_day(key="c-day"), "official")
    at.forward(days=1)
    assess(
        claim,
        "rumoured",
        by=a_user(),
        because="Doubts.",
        walked_back="The page is gone.",
        evidence=[a_source()],
    )
    assert told() == [("c-day", "CANCELLED", 1)]
    assert told(least=Confidence.OFFICIAL) == [("c-day", "CANCELLED", 1)]


def test_at_least_official_leaves_out_what_never_was(at):
    season = a_season()
    held(a_day(season=season, key="c-one", part="One"), "official")
    held(a_day(season=season, key="c-two", part="Two"), "confirmed")
    assert told(least=Confidence.OFFICIAL) == [("c-one", "CONFIRMED", 0)]
    assert [event.title.rpartition(", ")[2] for event in events()] == ["One", "Two"]


def test_what_did_not_come_so_is_cancelled_once_the_desk_has_said_so(at):
    claim = held(a_day("2026-03-03", key="c-day"), "official")
    at.forward(days=2)
    Outcome.objects.create(claim=claim, value="slipped", on=date(2026, 3, 3), by=a_user())
    assert told() == [("c-day", "CANCELLED", 1)]


def test_a_merged_duplicate_is_cancelled(at):
    season = a_season()
    stays = held(a_day(season=season, key="c-stays"), "official")
    twin = a_day(season=season, key="c-twin")
    twin.beside.add(stays)
    held(twin, "official")
    at.forward(days=1)
    merge(twin, into=stays, by=a_user())
    at.forward(days=1)
    assert told() == [("c-stays", "CONFIRMED", 0), ("c-twin", "CANCELLED", 1)]


def test_what_was_retracted_is_gone_at_every_moment(at):
    claim = held(a_day(), "official")
    at.forward(days=1)
    assert len(events()) == 1
    before = clock.now()
    retract(claim, by=a_user(), because="It was a joke.")
    at.forward(days=1)
    assert events() == events(before) == []


def test_a_redaction_leaves_the_event_cancelled(at):
    claim = held(a_day(key="c-day"), "official")
    at.forward(days=1)
    timeline.redact(claim.assessments.get(), by=a_user(), because="By order.")
    assert told() == [("c-day", "CANCELLED", 1)]


def test_what_is_scheduled_is_not_there_before_its_hour(at):
    claim = held(a_day(key="c-day"), "confirmed")
    assess(
        claim,
        "official",
        by=a_user(),
        because="Said.",
        evidence=[a_source()],
        at=clock.now().replace(day=9),
    )
    held(a_day(season=a_season(a_show("later"), 1), key="c-later"), "official", at=clock.now().replace(day=9))
    assert told() == [("c-day", "TENTATIVE", 0)]
    at.to("2026-03-09T12:00:00")
    assert told() == [("c-day", "CONFIRMED", 1), ("c-later", "CONFIRMED", 0)]


def test_it_is_narrowed_by_what_is_sure_itself(at):
    season, film = a_season(), a_season(a_show("a-film"), 1)
    held(a_day(season=season, key="c-day"), "official")
    held(a_day(season=film, key="c-film"), "official")
    lomon, other = a_person(), a_person("other")
    held(a_casting(lomon, season), "official")
    held(a_casting(other, season))
    held(a_casting(other, film, change="departing"), "official")
    netflix, sbs = a_platform(), a_platform("sbs")
    held(a_milestone(season, "platform", platform=netflix), "official")
    held(a_milestone(film, "platform", platform=sbs))
    day = [("c-day", "CONFIRMED", 0)]
    assert (
        told(show=season.show) == told(season=season) == told(person=lomon) == told(platform=netflix) == day
    )
    assert told(person=other) == told(platform=sbs) == []
