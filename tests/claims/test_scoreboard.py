"""The scoreboard: what counts, for whom, and how often."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.assessing import assess, retract
from claims.merging import merge
from claims.models import Claim, Outcome
from claims.outcomes import mark
from claims.scoreboard import scoreboard
from newsroom.lib import clock
from tests import factories as make
from tests.newsstand import held

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(at, alice):
    return make.a_season()


def resolved(season, value, *sources, level="reported", **fields):
    """A claim that was held, and of which something came."""
    claim = make.a_detail(season, **fields)
    assess(claim, level, by=make.a_user(), because="So.", evidence=sources or [make.a_source("upi", "press")])
    mark(claim, value, by=make.a_user())
    return claim


def outlets():
    board = scoreboard(clock.now())
    return {score.of.slug: (score.true, score.false, score.slipped) for score in board.outlets}


def levels():
    return {str(score.of): score.count for score in scoreboard(clock.now()).levels if score.count}


def test_true_by_all_that_was_resolved(season, alice, at):
    for number in range(10):
        resolved(season, "true" if number < 7 else "false", key=f"c-{number:03}")
    [score] = scoreboard(clock.now()).outlets
    assert (score.share, score.is_enough, [claim.key for claim in score.misses]) == (
        70,
        True,
        ["c-009", "c-008", "c-007"],
    )


def test_nine_are_not_enough_and_ten_are(season, at):
    for _ in range(9):
        resolved(season, "true")
    assert [score.is_enough for score in scoreboard(clock.now()).outlets] == [False]
    resolved(season, "false")
    [score] = scoreboard(clock.now()).outlets
    assert (score.is_enough, score.share) == (True, 90)


def test_repeats_count_for_the_origin_alone(season, at):
    origin = make.a_source("netflix", "primary")
    echo = make.a_source("deadline", "trade", repeats=origin)
    resolved(season, "true", make.a_source("upi", "press", repeats=echo), echo)
    assert outlets() == {"netflix": (1, 0, 0)}


def test_who_denies_is_not_judged_by_what_they_deny(season, at):
    upi, netflix = make.a_source("upi", "press"), make.a_source()
    resolved(season, "false", upi, {"source": netflix, "role": "denies"})
    assert outlets() == {"upi": (0, 1, 0)}


def test_a_claim_counts_at_each_level_at_which_it_was_live(season, at, alice):
    claim = held(make.a_detail(season))
    at.forward(hours=1)
    assess(claim, "official", by=alice, evidence=[make.a_source()])
    at.forward(hours=1)
    assess(claim, "debunked", by=alice, walked_back="No.", refuting_url="https://netflix.example/no")
    at.forward(hours=1)
    mark(claim, "false", by=alice)
    assert levels() == {"official": 1, "rumoured": 1}
    assert outlets() == {"netflix": (0, 1, 0), "press-outlet": (0, 1, 0)}


def test_a_level_that_never_came_live_does_not_count(season, at, alice):
    claim = held(make.a_detail(season))
    assess(claim, "official", by=alice, evidence=[make.a_source()], at=at.forward(days=9))
    at.forward(days=-8)
    mark(claim, "true", by=alice)
    assert (levels(), outlets()) == ({"rumoured": 1}, {"press-outlet": (1, 0, 0)})


def test_an_outcome_of_what_was_never_live_counts_for_nobody(season, at, alice):
    claim = make.a_detail(season)
    assess(claim, "official", by=alice, evidence=[make.a_source()], at=at.forward(days=9))
    at.forward(days=-8)
    Outcome.objects.create(claim=claim, value="true", on=clock.today(), by=alice)
    assert (levels(), outlets()) == ({}, {})


def test_what_was_retracted_does_not_count(season, at, alice):
    kept, gone = resolved(season, "true"), resolved(season, "false")
    assert outlets() == {"upi": (1, 1, 0)}
    retract(gone, by=alice, because="It was a joke.")
    assert (outlets(), levels()) == ({"upi": (1, 0, 0)}, {"reported": 1})
    assert kept.outcome.value == "true"


def test_merged_duplicates_count_once_with_all_that_was_held_of_them(season, at, alice):
    upi = make.a_source("upi", "press")
    double = resolved(season, "false", upi, level="rumoured")
    kept = resolved(season, "true", make.a_source(), level="official")
    at.forward(hours=1)
    merge(double, into=kept, by=alice)
    assert (outlets(), levels()) == ({"netflix": (1, 0, 0), "upi": (1, 0, 0)}, {"official": 1, "rumoured": 1})


def test_the_outcome_of_a_duplicate_is_the_survivors_that_has_none(season, at, alice):
    double, kept = resolved(season, "true"), held(make.a_detail(season, key="c-kept"))
    at.forward(hours=1)
    merge(double, into=kept, by=alice)
    assert Claim.objects.get(key="c-kept").outcome.value == "true"
    assert levels() == {"reported": 1, "rumoured": 1}


def test_merged_outlets_are_one(season, at, alice):
    resolved(season, "true", make.a_source("upi", "press"))
    resolved(season, "false", make.a_source("united-press", "press"))
    merge(make.an_outlet("united-press"), into=make.an_outlet("upi"), by=alice)
    assert outlets() == {"upi": (1, 1, 0)}


def test_the_most_often_right_stand_first_and_those_with_too_few_last(season, at):
    for outlet, hits, misses in [("few", 3, 0), ("poor", 2, 8), ("good", 9, 1)]:
        source = make.a_source(outlet, "press")
        for value in ["true"] * hits + ["false"] * misses:
            resolved(season, value, source)
    assert [score.of.slug for score in scoreboard(clock.now()).outlets] == ["good", "poor", "few"]


def test_thirty_claims_cost_what_three_cost(season, at):
    costs = []
    for count in (3, 27):
        for _ in range(count):
            resolved(season, "false")
        with CaptureQueriesContext(connection) as captured:
            for score in scoreboard(clock.now()).outlets:
                assert [claim.held.said for claim in score.misses]
        costs.append(len(captured))
    assert costs[0] == costs[1]
