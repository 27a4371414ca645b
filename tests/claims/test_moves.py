"""What became of claims since a moment."""

import pytest

from claims import moves, record
from claims.assessing import assess, restate, supersede
from claims.merging import merge
from claims.models import Claim
from newsroom.lib import clock
from tests.factories import a_casting, a_detail, a_milestone, a_person, a_release, a_season, a_source, a_user
from tests.newsstand import held

pytestmark = pytest.mark.django_db


@pytest.fixture
def since(at):
    """A window and an estimate beside it, and “no date announced”, as they were told at noon."""
    window = held(a_release(a_season()))
    at.forward(seconds=1)
    estimate = a_release(as_said="mid-to-late 2026", earliest="2026-06")
    estimate.beside.add(window)
    held(estimate)
    held(a_milestone(property="release", precision="none"), "official")
    noon = clock.now()
    at.forward(hours=1)
    return noon


def told(since):
    known = record.read(Claim.objects.all(), clock.now())
    return [shift.said for shift in moves.shifts(moves.moves(known, known.claims, since))]


def window():
    return Claim.objects.get(as_said="late 2026")


def a_day(**fields):
    return a_release(earliest="2026-11-06", latest="2026-11-06", precision="day", as_said="", **fields)


def announce(old, at=None):
    day = a_day()
    supersede(old, day, "official", by=a_user(), because="Named.", evidence=[a_source()], at=at)
    return day


def test_nothing_moves_by_a_check_or_by_other_words(since):
    assess(window(), "rumoured", by=a_user(), because="checked", evidence=[a_source()])
    restate(window(), "It is due late in 2026.", by=a_user())
    assert told(since) == []


def test_a_level_moves(since):
    assess(window(), "reported", by=a_user(), because="told", evidence=[a_source("deadline", "trade")])
    assert told(since) == ["release window, late 2026, from rumoured to reported"]


def test_a_date_takes_the_place_of_all_that_answered_before(since):
    announce(window())
    assert told(since) == [
        "release window, from mid-to-late 2026 (rumoured) and from late 2026 (rumoured) to 6 November 2026 (official)"
    ]


def test_no_date_announced_is_over_once_one_is(at):
    nothing = held(a_milestone(a_season(), "release"), "official")
    noon = at.forward(hours=1)
    at.forward(hours=1)
    held(a_day(), "official")
    assert told(noon) == ["release date, from none announced (official) to 6 November 2026 (official)"]
    known = record.read(Claim.objects.all(), clock.now())
    assert nothing in known.gone


def test_a_rumoured_date_leaves_none_announced_standing(at):
    held(a_milestone(a_season(), "release"), "official")
    noon = at.forward(hours=1)
    held(a_day())
    assert told(noon) == []


def test_what_is_only_scheduled_has_not_moved_yet(since, at):
    announce(window(), at=at.forward(days=1))
    at.forward(days=-1)
    assert told(since) == []
    at.forward(days=2)
    assert len(told(since)) == 1


def test_a_debunked_successor_gives_the_word_back(since, at):
    day = announce(window())
    at.forward(hours=1)
    denied = [{"source": a_source(), "role": "denies"}]
    assess(day, "debunked", by=a_user(), because="Forged.", evidence=denied, walked_back="It was forged.")
    at.forward(hours=1)
    assert told(since) == []


def test_what_was_out_of_date_already_moves_no_more(since, at):
    announce(window())
    at.forward(hours=1)
    later = a_release(earliest="2027-01-08", latest="2027-01-08", precision="day", as_said="")
    old = Claim.objects.get(precision="day", earliest="2026-11-06")
    noon = clock.now()
    at.forward(hours=1)
    supersede(old, later, "official", by=a_user(), because="Slipped.", evidence=[a_source()])
    assert told(noon) == ["release date, from 6 November 2026 (official) to 8 January 2027 (official)"]


def test_a_part_is_told_by_its_people(at):
    casting = held(a_casting(season=a_season(), character="Lee Su-hyeok"))
    noon = clock.now()
    at.forward(hours=1)
    assess(casting, "official", by=a_user(), because="The cast list.", evidence=[a_source()])
    assert told(noon) == ["Lomon as Lee Su-hyeok, from rumoured to official"]


def test_a_part_that_changes_hands_is_told_by_the_part(at):
    old = held(a_casting(season=a_season(), character="Lee Su-hyeok"))
    noon = clock.now()
    at.forward(hours=1)
    new = a_casting(a_person("yoon-chan-young"), old.season, character="Lee Su-hyeok", change="new")
    supersede(old, new, "official", by=a_user(), because="The cast list.", evidence=[a_source()])
    assert told(noon) == ["Lee Su-hyeok, from Lomon (rumoured) to Yoon Chan Young (official)"]


def test_who_does_not_return_after_all(at):
    old = held(a_casting(season=a_season(), character="Lee Su-hyeok"))
    noon = clock.now()
    at.forward(hours=1)
    new = a_casting(old.person, old.season, character="Lee Su-hyeok", change="departing")
    supersede(old, new, "official", by=a_user(), because="The cast list.", evidence=[a_source()])
    assert told(noon) == ["Lomon as Lee Su-hyeok, from returning (rumoured) to not returning (official)"]


def test_changed_at_counts_level_value_and_wording_and_no_check(since, at):
    claim = window()

    def changed():
        known = record.read(Claim.objects.all(), clock.now())
        return moves.changed_at(known, next(one for one in known.claims if one == claim))

    assess(claim, "rumoured", by=a_user(), because="checked", evidence=[a_source()])
    assert changed() is None
    worded = at.forward(hours=1)
    restate(claim, "It is due late in 2026.", by=a_user())
    assert changed() == worded
    raised = at.forward(hours=1)
    assess(claim, "reported", by=a_user(), because="told", evidence=[a_source("deadline", "trade")],
           statement="It is due late in 2026.")  # fmt: skip
    assert changed() == raised
    moved = at.forward(hours=1)
    announce(claim)
    assert changed() == moved


def test_a_detail_merged_into_another_is_told_by_its_own_words(at):
    one, other = (
        held(a_detail(a_season(), "It is set in Seoul.")),
        held(a_detail(statement="It is set in Busan.")),
    )
    noon = clock.now()
    at.forward(hours=1)
    merge(one, into=other, by=a_user())
    at.forward(hours=1)
    known = record.read(Claim.objects.all(), clock.now())
    moved = moves.shifts(moves.moves(known, known.merged, noon))
    assert [shift.said for shift in moved] == [
        "plot, from It is set in Seoul (rumoured) to It is set in Busan (rumoured)"
    ]
    assert moves.moves(known, known.merged, clock.now()) == []


def test_what_has_fallen_changes_what_it_had_taken_the_place_of(since, at):
    day = announce(window())
    fell = at.forward(hours=1)
    denied = [{"source": a_source(), "role": "denies"}]
    assess(day, "debunked", by=a_user(), because="Forged.", evidence=denied, walked_back="It was forged.")
    known = record.read(Claim.objects.all(), clock.now())
    assert {moves.changed_at(known, one) for one in known.claims} == {fell}
