"""What is due on the desk, and how little it costs to know."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims import due
from claims.assessing import assess, retract
from claims.outcomes import mark
from newsroom.lib import clock
from tests import factories as make
from tests.newsstand import held

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(at, alice):
    return make.a_season()


def keys(listed):
    return [claim.key for claim in listed.rows]


def superseded(claim, level="official", **fields):
    """A later claim takes its place."""
    made = {"earliest": "2027-01", "latest": "2027-02"} | fields
    return held(make.a_release(claim.season, supersedes=claim, **made), level)


def test_what_is_held_past_its_day_of_review_is_due_the_longest_overdue_first(season, at):
    held(make.a_detail(season, key="c-rumour"))
    held(make.a_detail(season, key="c-report"), "reported")
    held(make.a_detail(season, key="c-fresh"), "official")
    at.to("2026-03-15")
    assert keys(due.due_for_review(clock.now())) == []
    at.to("2026-04-15")
    assert keys(due.due_for_review(clock.now())) == ["c-rumour", "c-report"]


def test_what_was_superseded_is_not_due_and_asks_for_its_outcome(season, at):
    old = held(make.a_release(season, key="c-old"))
    superseded(old, key="c-new")
    at.to("2027-06-01")
    assert keys(due.due_for_review(clock.now())) == ["c-new"]
    assert keys(due.lapsed(clock.now())) == ["c-new", "c-old"]


def test_what_went_with_its_neighbour_is_not_due(season, at):
    old, beside = held(make.a_release(season, key="c-old")), make.a_release(season, key="c-beside")
    beside.beside.add(old)
    held(beside)
    superseded(old, key="c-new")
    at.to("2026-04-01")
    assert keys(due.due_for_review(clock.now())) == []


def test_a_window_that_ended_is_lapsed_until_something_came_of_it(season, at, alice):
    autumn, spring = held(make.a_release(season, key="c-autumn")), make.a_season(number=3)
    held(make.a_release(spring, "2026-03", "2026-03", key="c-march"))
    at.to("2026-12-31")
    assert keys(due.lapsed(clock.now())) == ["c-march"]
    at.to("2027-01-01T12:00")
    assert keys(due.lapsed(clock.now())) == ["c-autumn", "c-march"]
    mark(autumn, "slipped", by=alice)
    assert keys(due.lapsed(clock.now())) == ["c-march"]


def test_what_was_told_of_the_past_does_not_lapse(season, at):
    day = date(2026, 3, 1)
    told = make.a_milestone(
        season, "filming_wrap", key="c-wrapped", precision="day", earliest=day, latest=day
    )
    ahead = {"precision": "day", "earliest": date(2026, 3, 9), "latest": date(2026, 3, 9)}
    foretold = make.a_milestone(season, "filming_start", key="c-starts", **ahead)
    held(told), held(foretold)
    at.to("2026-03-10")
    assert keys(due.lapsed(clock.now())) == ["c-starts"]
    rows = {claim.key: claim for claim in type(told).objects.with_held()}
    assert [due.is_lapsed(rows[key], clock.today()) for key in ("c-starts", "c-wrapped")] == [True, False]


@pytest.mark.parametrize("level", ["debunked", "retracted"])
def test_what_does_not_stand_does_not_lapse(season, at, alice, level):
    claim = held(make.a_release(season, key="c-autumn"))
    at.forward(hours=1)
    if level == "retracted":
        retract(claim, by=alice, because="It was a joke.")
    else:
        assess(claim, "debunked", by=alice, refuting_url="https://netflix.example/no")
    at.to("2027-01-01T12:00")
    assert keys(due.lapsed(clock.now())) == []


def test_conflicts_stand_side_by_side_whatever_the_show(season, at):
    other = make.a_season(make.a_show("sweet-home"), 1)
    for here in (season, other):
        one, two = (make.a_release(here, key=f"{here.show.slug[:5]}-{n}") for n in (1, 2))
        two.beside.add(one)
        held(one), held(two)
    alone = held(make.a_release(make.a_season(number=9), key="c-alone"))
    superseded(alone, key="c-after")
    groups = due.conflicts(clock.now()).rows
    assert sorted(sorted(one.key for one in group) for group in groups) == [
        ["all-o-1", "all-o-2"],
        ["sweet-1", "sweet-2"],
    ]


def test_renewed_and_cancelled_conflict_and_so_do_two_actors_of_one_part(season, at):
    renewed, ended = (
        make.a_milestone(season, key="c-renewed"),
        make.a_milestone(season, "cancellation", key="c-cancelled"),
    )
    ended.beside.add(renewed)
    one = make.a_casting(make.a_person("lomon"), season, character="Su-hyeok", key="c-lomon")
    two = make.a_casting(make.a_person("park"), season, character="su-hyeok", key="c-park")
    two.beside.add(one)
    for claim in (renewed, ended, one, two):
        held(claim)
    groups = due.conflicts(clock.now()).rows
    assert sorted(sorted(claim.key for claim in group) for group in groups) == [
        ["c-cancelled", "c-renewed"],
        ["c-lomon", "c-park"],
    ]


def test_an_override_is_listed_while_it_is_live(season, at, mona):
    claim = make.a_detail(season, key="c-bold")
    assess(claim, "official", by=mona, override="Mona heard it herself.", evidence=[make.a_document()])
    held(make.a_detail(season, key="c-plain"))
    [row] = due.overridden(clock.now()).rows
    assert (row.key, row.held.override, row.held.by) == ("c-bold", "Mona heard it herself.", mona)
    assert due.shortfall_of(row).endswith("What is here carries “rumoured”.")


def test_a_repeats_found_later_lowers_nothing_and_lists_the_claim(season, at):
    one, two = make.a_source("deadline", "trade"), make.a_source("upi", "press")
    claim = make.a_detail(season, key="c-two-words")
    assess(claim, "confirmed", by=make.a_user(), evidence=[one, two])
    held(make.a_detail(season, key="c-other"), evidence=[make.a_source("echo", "press", repeats=one)])
    assert keys(due.not_carried(clock.now())) == []
    two.repeats = one
    two.save()
    [row] = due.not_carried(clock.now()).rows
    assert (row.key, row.held.level) == ("c-two-words", "confirmed")
    assert "So far: 2 outlets, 1 origin" in due.shortfall_of(row)


def test_unsourced_and_single_source(season, at):
    assess(make.a_detail(season, key="c-guess"), "speculation", by=make.a_user(), because="We think so.")
    held(make.a_detail(season, key="c-one"), "reported")
    two = [make.a_source("deadline", "trade"), make.a_source("upi", "press")]
    held(make.a_detail(season, key="c-two"), "reported", evidence=two)
    held(make.a_detail(season, key="c-rumour"))
    assert keys(due.unsourced(clock.now())) == ["c-guess"]
    assert keys(due.single_source(clock.now())) == ["c-one"]


LISTS = [
    *(due.due_for_review, due.lapsed, due.conflicts, due.overridden, due.not_carried),
    *(due.unsourced, due.single_source),
]


EMPTY = [due.unsourced, due.single_source]  # the pile has nothing for them


def a_pile(count):
    """As many rows in each list."""
    show = make.a_show(f"show-{count}")
    first, second = make.a_source("deadline", "trade"), make.a_source("upi", "press")
    for number in range(1, count + 1):
        season = make.a_season(show, number)
        one, two = make.a_release(season, "2026-04", "2026-04"), make.a_release(season, "2026-04", "2026-05")
        two.beside.add(one)
        assess(one, "confirmed", by=make.a_user(), evidence=[first, second])
        assess(two, "official", by=make.a_user(), override="We know.", because="So.")
    second.repeats = first
    second.save()


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.__name__)
def test_thirty_rows_cost_what_three_cost(listing, at):
    costs = []
    for count in (3, 27):
        at.to("2026-03-01")
        a_pile(count)
        at.to("2027-01-01")
        with CaptureQueriesContext(connection) as captured:
            found = listing(clock.now(), most=40)
            for row in found.rows:
                for claim in row if isinstance(row, list) else [row]:
                    assert claim.said and claim.held.level
        costs.append((len(captured), bool(found.rows) or listing in EMPTY))
    assert costs[0] == costs[1] and costs[0][1]


def test_a_long_list_ends_and_says_that_there_is_more(at):
    a_pile(5)
    at.to("2027-01-01")
    found = [listing(clock.now(), most=3) for listing in (due.lapsed, due.conflicts, due.overridden)]
    assert [(len(one.rows), one.has_more, one.count) for one in found] == [(3, True, "3+")] * 3
