"""The verbs of a claim."""

from datetime import date, timedelta

import pytest

from articles.workflow import cancel as cancel_edition
from articles.workflow import move as move_edition
from articles.workflow import publish, schedule, withdraw
from claims.assessing import assess, cancel, judge, move, release, restate, retract
from claims.models import Assessment
from newsroom.lib.refusals import Refused
from tests.factories import a_document, a_release, a_source, a_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(at):
    return a_release(key="c-window")


def levels(claim):
    return [(row.level, row.is_cancelled) for row in claim.assessments.order_by("id")]


def test_a_judgement_shows_nothing_until_it_is_released(claim, at, alice):
    judge(claim, "rumoured", evidence=[a_document()], reason="It is going round.")
    assert not claim.assessments.exists()
    assessment = release(claim, by=alice)
    assert (assessment.level, assessment.as_of, assessment.review_by) == (
        "rumoured", date(2026, 3, 1), date(2026, 3, 15),
    )  # fmt: skip
    assert [one.source.title for one in assessment.evidence.all()] == ["A text that was received"]


def test_a_level_without_its_least_evidence_is_refused_in_words(claim, alice):
    with pytest.raises(Refused, match="“Official” needs a dated announcement by a primary outlet"):
        assess(claim, "official", by=alice, evidence=[a_document()])
    assert not claim.assessments.exists()


def test_a_managing_editor_may_override_and_the_reason_travels(claim, mona):
    row = assess(claim, "official", by=mona, evidence=[a_document()], override="I was in the room.")
    assert row.override == "I was in the room."


def test_the_evidence_is_frozen_with_its_assessment(claim, alice):
    row = assess(claim, "reported", by=alice, evidence=[{"source": a_source(), "quote": "In late 2026."}])
    judge(claim, "reported", evidence=[a_source("deadline", "trade")])
    assert [one.quote for one in row.evidence.all()] == ["In late 2026."]


def test_from_official_leads_one_way_down(claim, at, alice):
    assess(claim, "official", by=alice, evidence=[a_source()])
    at.forward(days=1)
    with pytest.raises(Refused, match="say that it is walked back, and why"):
        assess(claim, "rumoured", by=alice)
    row = assess(claim, "rumoured", by=alice, walked_back="Netflix took the video down.")
    assert row.is_live() and levels(claim) == [("official", False), ("rumoured", False)]


def test_a_first_assessment_goes_live_with_the_first_story_that_cites_it(claim, at, alice):
    judge(claim, "rumoured", evidence=[a_document()])
    noon = at.forward(hours=0)
    late, soon = a_story("late", claims=[claim]), a_story("soon", claims=[claim])
    edition = schedule(late, at=noon + timedelta(hours=9), by=alice)
    assert claim.assessments.pending().get().live_from == edition.live_from
    first = schedule(soon, at=noon + timedelta(hours=3), by=alice)
    assert claim.assessments.pending().get().live_from == first.live_from
    first = move_edition(first, noon + timedelta(hours=5), by=alice)
    assert claim.assessments.pending().get().live_from == first.live_from
    cancel_edition(first, by=alice)
    assert claim.assessments.pending().get().live_from == edition.live_from
    cancel_edition(edition, by=alice)
    assert not claim.assessments.uncancelled().exists()


def test_its_own_release_may_come_before_the_story(claim, at, alice):
    judge(claim, "rumoured", evidence=[a_document()])
    noon = at.forward(hours=0)
    schedule(a_story(claims=[claim]), at=noon + timedelta(hours=9), by=alice)
    row = release(claim, by=alice, at=noon + timedelta(hours=1))
    assert claim.assessments.pending().get().live_from == noon + timedelta(hours=1)
    row = move(row, noon + timedelta(hours=2), by=alice)
    assert row.live_from == noon + timedelta(hours=2)
    cancel(row, by=alice)
    assert claim.assessments.pending().get().live_from == noon + timedelta(hours=9)


def test_a_new_level_of_a_live_claim_has_its_own_hour(claim, at, alice):
    assess(claim, "rumoured", by=alice, evidence=[a_document()])
    hour = at.forward(hours=1) + timedelta(hours=1)
    row = assess(claim, "official", by=alice, evidence=[a_source()], at=hour)
    row = move(row, hour + timedelta(hours=1), by=alice)
    assert claim.assessments.live().get().level == "rumoured"
    at.to(hour + timedelta(hours=1))
    assert claim.assessments.live().get() == row
    assert [one.source.outlet.slug for one in row.evidence.all()] == ["netflix"]


def test_a_cancelled_new_level_leaves_the_old_one_standing(claim, at, alice):
    assess(claim, "rumoured", by=alice, evidence=[a_document()])
    row = assess(
        claim, "official", by=alice, evidence=[a_source()], at=at.forward(hours=1) + timedelta(hours=1)
    )
    cancel(row, by=alice)
    assert claim.assessments.live().get().is_for_ever


def test_a_restatement_mends_the_wording_alone(claim, at, alice):
    assess(claim, "rumoured", by=alice, evidence=[a_document()])
    at.forward(hours=1)
    row = restate(claim, "Season 2 is out by the end of 2026.", by=alice)
    assert (row.level, row.said, row.evidence.count()) == (
        "rumoured",
        "Season 2 is out by the end of 2026.",
        1,
    )
    assert claim.assessments.first().said == claim.said


def test_a_retracted_claim_was_held_at_no_moment(claim, at, alice):
    assess(claim, "rumoured", by=alice, evidence=[a_document()])
    then = at.forward(hours=1)
    with pytest.raises(Refused, match="why this is retracted"):
        retract(claim, by=alice, because=" ")
    retract(claim, by=alice, because="It was a joke.")
    assert not Assessment.objects.live(then).exists() and not Assessment.objects.been_live().exists()
    with pytest.raises(Refused, match="was retracted on 1 Mar 2026"):
        release(claim, by=alice)


def test_an_embargoed_source_carries_nothing_before_its_hour(claim, at, alice):
    hour = at.forward(hours=0) + timedelta(hours=2)
    source = a_source(embargo_until=hour)
    with pytest.raises(Refused, match="under embargo until 1 Mar 2026, 14:00 UTC"):
        assess(claim, "official", by=alice, evidence=[source])
    assert assess(claim, "official", by=alice, evidence=[source], at=hour).live_from == hour


def test_withdrawing_a_story_may_retract_the_claims_that_rest_on_it_alone(claim, at, alice):
    judge(claim, "rumoured", evidence=[a_document()])
    article = a_story(claims=[claim])
    publish(article, by=alice)
    at.forward(hours=1)
    withdraw(article, by=alice, note="All of it was wrong.", retract=[claim])
    claim.refresh_from_db()
    assert claim.retraction_note == "All of it was wrong."
    assert not Assessment.objects.live().exists()


def test_rivals_that_are_both_still_to_come_need_a_word_too(claim, at, alice):
    other = a_release(claim.season, "2027-01", "2027-01", as_said="January 2027")
    now = at.forward(hours=0)
    assess(claim, "rumoured", by=alice, evidence=[a_document()], at=now + timedelta(days=10))
    with pytest.raises(Refused, match="say that it supersedes it, or that both stand beside each other"):
        assess(other, "rumoured", by=alice, evidence=[a_document()], at=now + timedelta(days=5))
    other.beside.add(claim)
    assert assess(other, "rumoured", by=alice, evidence=[a_document()], at=now + timedelta(days=5))
