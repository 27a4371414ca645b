"""What came of a claim: who may be asked of what, and when."""

from datetime import date

import pytest

from claims.assessing import assess, retract
from claims.merging import merge
from claims.models import Outcome
from claims.outcomes import mark, why_not
from newsroom.lib.refusals import Refused
from tests.factories import a_casting, a_milestone, a_person, a_release, a_season, a_source
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def autumn(at, alice):
    """“Season 2 comes out between September and December 2026”, rumoured since March."""
    return held(a_release(key="c-autumn"))


def test_a_release_is_true_on_a_day_within_its_window(autumn, at, alice):
    with pytest.raises(Refused, match="begins on 1 September 2026: it can’t have come true on 1 March 2026"):
        mark(autumn, "true", by=alice)
    at.to("2026-11-06")
    outcome = mark(autumn, "true", by=alice)
    assert (outcome.value, outcome.on, outcome.by) == ("true", date(2026, 11, 6), alice)
    at.to("2027-02-01")
    with pytest.raises(Refused, match="ended on 31 December 2026: give the day within it"):
        mark(autumn, "true", by=alice)
    assert mark(autumn, "true", on=date(2026, 12, 31), by=alice).said == "true, on 31 December 2026"


@pytest.mark.parametrize("value", ["false", "slipped"])
def test_it_is_not_false_nor_slipped_while_its_window_lasts(autumn, at, alice, value):
    at.to("2026-12-31")
    with pytest.raises(Refused, match="lasts until 31 December 2026: until then it may still come true"):
        mark(autumn, value, by=alice)
    at.to("2027-01-01T12:00")
    assert mark(autumn, value, by=alice).value == value


def test_a_later_date_that_supersedes_it_makes_it_slipped_at_once(autumn, at, alice):
    later = a_release(earliest="2027-03", latest="2027-03", supersedes=autumn)
    assess(later, "official", by=alice, evidence=[a_source()])
    assert mark(autumn, "slipped", by=alice).on == date(2026, 3, 1)


def test_an_earlier_date_that_supersedes_it_makes_it_false_but_not_slipped(autumn, at, alice):
    earlier = a_release(earliest="2026-05", latest="2026-05", supersedes=autumn)
    assess(earlier, "official", by=alice, evidence=[a_source()])
    with pytest.raises(Refused, match="may still come true"):
        mark(autumn, "slipped", by=alice)
    assert mark(autumn, "false", by=alice).value == "false"


def test_what_was_debunked_is_false_before_its_window_ends(autumn, at, alice):
    at.forward(hours=1)
    assess(autumn, "debunked", by=alice, refuting_url="https://netflix.example/no")
    assert mark(autumn, "false", by=alice).is_miss


def test_nothing_comes_of_a_day_that_is_still_to_come(autumn, at, alice):
    with pytest.raises(Refused, match="2 March 2026 is still to come"):
        mark(autumn, "true", on=date(2026, 3, 2), by=alice)


def test_what_names_no_date_can_be_true_or_false_but_not_slip(at, alice):
    casting = held(a_casting())
    with pytest.raises(Refused, match="no date that could have slipped"):
        mark(casting, "slipped", by=alice)
    assert mark(casting, "true", by=alice).value == "true"


def test_nothing_is_asked_of_what_was_never_with_readers(at, alice):
    claim = a_release()
    assert "has not been with readers yet" in why_not(claim)
    with pytest.raises(Refused, match="has not been with readers yet"):
        mark(claim, "true", by=alice)


def test_nothing_is_asked_of_what_was_retracted_merged_or_foretells_nothing(at, alice):
    season = a_season()
    none = held(a_milestone(season, property="release", key="c-none"))
    one = held(a_casting(season=season, key="c-one"))
    other = held(a_casting(a_person("park"), season, key="c-other"))
    retract(one, by=alice, because="It was a joke.")
    double, kept = held(a_milestone(season, key="c-double")), a_milestone(season, key="c-kept")
    kept.beside.add(double)
    merge(double, into=held(kept), by=alice)
    told = [why_not(claim) for claim in (none, one, double, other)]
    assert ["foretells nothing" in told[0], "was retracted" in told[1], "c-kept" in told[2]] == [True] * 3
    assert told[3] == ""


def test_marking_again_corrects_it(autumn, at, alice, bob):
    at.to("2027-01-05")
    first = mark(autumn, "false", by=alice)
    at.forward(days=1)
    mark(autumn, "false", on=date(2026, 12, 31), by=bob)
    row = Outcome.objects.get()
    assert (row.on, row.by, row.marked_at) == (date(2026, 12, 31), bob, first.marked_at)
    at.forward(days=1)
    mark(autumn, "slipped", by=bob)
    row.refresh_from_db()
    assert (row.value, row.marked_at.date()) == ("slipped", date(2027, 1, 7))


def test_the_page_says_it_from_the_moment_that_it_was_marked(autumn, at, alice, client):
    at.to("2027-01-05T12:00")
    assert "Its window ended on 31 December 2026; what came of it has not been recorded yet." in words(
        client.get("/claims/c-autumn/")
    )
    mark(autumn, "true", on=date(2026, 12, 30), by=alice)
    at.forward(hours=1)
    assert "What came of it: true, on 30 December 2026." in words(client.get("/claims/c-autumn/"))
    before = words(client.get("/claims/c-autumn/?as_of=2027-01-04"))
    assert "What came of it" not in before
    assert "what came of it has not been recorded yet" in before
    assert "has not been recorded" not in words(client.get("/claims/c-autumn/?as_of=2026-12-31"))
