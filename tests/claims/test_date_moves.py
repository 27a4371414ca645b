"""How the date has moved: one row a release claim, in the order in which they were made."""

from datetime import date

import pytest

from claims import record
from claims.assessing import assess, supersede
from claims.date_moves import date_moves
from claims.models import Claim
from newsroom.lib import clock
from tests.factories import a_milestone, a_release, a_season, a_source, a_user
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def in_turn(at, claim, level="rumoured"):
    """Held, and a minute gone: claims of one moment stand in the order of their keys."""
    held(claim, level)
    at.forward(minutes=1)
    return claim


def picture(at=None):
    return date_moves(record.read(Claim.objects.all(), at or clock.now()))


def a_day(day="2026-11-06", **fields):
    return a_release(**{"earliest": day, "latest": day, "precision": "day", "as_said": ""} | fields)


def narrowed(at):
    """A window that is narrowed to a day, a week later."""
    window = in_turn(at, a_release())
    at.forward(days=7)
    day = a_day()
    supersede(window, day, "official", by=a_user(), evidence=[a_source()])
    return window, day


def test_each_claim_has_its_row_in_the_order_in_which_they_were_made(at):
    narrowed(at)
    told = [(row.said, row.window, row.badge.level, row.said_on, row.is_faded) for row in picture().rows]
    assert told == [
        ("late 2026", "1 September to 31 December 2026", "rumoured", date(2026, 3, 1), True),
        ("6 November 2026", "", "official", date(2026, 3, 8), False),
    ]


def test_a_bar_covers_its_days_and_a_day_is_a_marker(at):
    narrowed(at)
    window, day = (row.bar for row in picture().rows)
    # From 1 March, today's month, to 31 December: 306 days.
    assert (window.x, window.width, window.end) == ("60.13%", "39.87%", "100.00%")
    assert (day.middle, day.is_day, window.is_day) == (f"{250.5 / 306 * 100:.2f}%", True, False)


def test_a_window_that_is_narrowed_is_tied_to_what_narrows_it(at):
    narrowed(at)
    first, second = picture().rows
    assert (first.is_narrowed, second.was) == (True, first.bar)


def test_a_window_that_moves_elsewhere_is_tied_to_nothing(at):
    window = in_turn(at, a_release())
    later = a_release(earliest="2027", latest="2027", as_said="in 2027")
    supersede(window, later, "reported", by=a_user(), evidence=[a_source("deadline", "trade")])
    assert [(row.is_narrowed, row.was) for row in picture().rows] == [(False, None), (False, None)]


def test_one_claim_has_not_moved_and_words_without_a_day_are_no_picture(at):
    assert picture() is None
    in_turn(at, a_release())
    assert picture() is None
    other = a_season(number=3)
    for part in ("", "Volume 1"):
        in_turn(at, a_milestone(other, "release", part=part))
    assert date_moves(record.read(Claim.objects.about(other), clock.now())) is None


def test_a_claim_that_no_date_is_announced_is_a_row_without_a_bar(at):
    in_turn(at, a_release())
    in_turn(at, a_milestone(property="release", as_said="nothing to announce yet"), "reported")
    assert [(row.said, bool(row.bar)) for row in picture().rows] == [
        ("late 2026", True),
        ("nothing to announce yet", False),
    ]


def test_a_level_that_moved_says_since_when_and_from_where(at):
    in_turn(at, a_release(part="Volume 1"))
    claim = in_turn(at, a_release(part="Volume 2"))
    moved = at.forward(days=2)
    assess(claim, "official", by=a_user(), because="announced", evidence=[a_source()])
    at.forward(days=2)
    assess(claim, "official", by=a_user(), because="still so", evidence=[a_source()])
    assert [(row.former, row.since) for row in picture().rows][1] == ("rumoured", moved)
    assert picture().rows[0].former is None


def test_what_was_debunked_is_faded_and_stands_no_more(at):
    claim = in_turn(at, a_release(part="Volume 1"))
    in_turn(at, a_release(part="Volume 2"))
    at.forward(days=1)
    assess(claim, "debunked", by=a_user(), because="denied", refuting_url="https://deny.example/")
    moves = picture()
    assert [row.is_faded for row in moves.rows] == [True, False]
    assert (moves.first, moves.standing) == (moves.rows[0], moves.rows[1:])


def test_a_spoiler_is_in_no_summary(at):
    in_turn(at, a_release(part="Volume 1"))
    in_turn(at, a_day(part="Finale", spoiler="major"))
    assert [row.claim.part for row in picture().standing] == ["Volume 1"]


def test_what_was_said_in_other_words_than_a_day_is_told_too(at):
    in_turn(at, a_day("2026-12-25", as_said="at Christmas"))
    in_turn(at, a_day("2026-12-25", as_said="25 December 2026", part="Volume 1"))
    assert [(row.said, row.window) for row in picture().rows] == [
        ("25 December 2026", "“at Christmas”"),
        ("25 December 2026", ""),
    ]


def test_today_far_from_every_window_leaves_them_their_room(at):
    for part in ("one", "two"):
        in_turn(at, a_release(earliest="1985-05", latest="1985-06", as_said="spring 1985", part=part))
    moves = picture()
    assert (moves.now, moves.ticks[0].year) == ("", "1985")


def test_of_forty_rows_the_older_ones_are_folded(at):
    for number in range(40):
        in_turn(at, a_release(part=f"Part {number}"))
    moves = picture()
    assert [row.claim.part for row in moves.latest] == [f"Part {number}" for number in range(32, 40)]
    assert len(moves.earlier) == 32


def test_as_of_a_moment_it_shows_what_was_held_by_then(at):
    in_turn(at, a_release(part="Volume 1"))
    in_turn(at, a_release(part="Volume 2"))
    then = at.forward(days=1)
    at.forward(days=1)
    in_turn(at, a_release(part="Volume 3"))
    assert [row.claim.part for row in picture(then).rows] == ["Volume 1", "Volume 2"]


def test_it_costs_no_query(at, django_assert_num_queries):
    narrowed(at)
    known = record.read(Claim.objects.all(), clock.now())
    with django_assert_num_queries(0):
        date_moves(known)
