"""The least evidence of each level, and what is said when it is missing."""

import pytest

from claims.confidence import Confidence
from claims.gate import Case, carried, met_by, shortfall
from claims.models import JudgementEvidence
from tests.factories import a_document, a_source

pytestmark = pytest.mark.django_db


def case(*sources, speaker="", role="supports", reason="", is_refuted=False):
    evidence = [JudgementEvidence(source=source, speaker=speaker, role=role) for source in sources]
    return Case(tuple(evidence), reason, is_refuted)


def a_repeat(origin, outlet="upi", kind="press", **fields):
    return a_source(outlet, kind, repeats=origin, **fields)


def test_official_takes_a_dated_primary_origin_that_can_be_seen():
    origin = a_source(url="")
    assert carried(case(a_source())) is Confidence.OFFICIAL
    assert carried(case(origin)) is Confidence.REPORTED
    assert carried(case(a_repeat(origin))) is Confidence.OFFICIAL
    assert carried(case(a_repeat(origin, "somebody", "social"))) is Confidence.REPORTED
    assert carried(case(a_source(published_on=""))) is Confidence.REPORTED
    assert carried(case(a_source("deadline", "trade"))) is Confidence.REPORTED


def test_confirmed_takes_a_named_speaker_or_two_independent_origins_with_a_trade_outlet():
    trade, press = a_source("deadline", "trade"), a_source("upi", "press")
    assert carried(case(press, speaker="Lee Jae-kyoo, its director")) is Confidence.CONFIRMED
    assert carried(case(trade, press)) is Confidence.CONFIRMED
    assert carried(case(trade)) is Confidence.REPORTED
    assert carried(case(press, a_source("bbc", "press"))) is Confidence.REPORTED


def test_three_outlets_that_repeat_one_origin_are_one_origin():
    origin = a_source("deadline", "trade")
    three = case(a_repeat(origin, "upi"), a_repeat(origin, "bbc"), origin)
    assert carried(three) is Confidence.REPORTED
    assert shortfall(Confidence.CONFIRMED, three) == (
        "“Confirmed” needs a named speaker on record, or two independent origins of which one is a trade outlet."
        " So far: 3 outlets, 1 origin (Deadline). What is here carries “reported”."
    )


def test_a_pasted_text_carries_a_rumour_and_words_alone_speculation():
    assert carried(case(a_document())) is Confidence.RUMOURED
    assert carried(case(reason="The school burnt down.")) is Confidence.SPECULATION
    assert carried(case()) is None


def test_debunked_takes_what_refutes_it():
    assert shortfall(Confidence.DEBUNKED, case(is_refuted=True)) == ""
    assert shortfall(Confidence.DEBUNKED, case(a_source(), role="denies")) == ""
    assert "the source that refutes it" in shortfall(Confidence.DEBUNKED, case(a_source()))


def test_denials_support_nothing():
    assert carried(case(a_source(), role="denies")) is None


def test_the_sentence_says_what_an_announcement_lacks():
    assert "The announcement by Netflix lacks an address where it can be seen." in shortfall(
        Confidence.OFFICIAL, case(a_source(url=""))
    )
    assert "lacks a date" in shortfall(Confidence.OFFICIAL, case(a_source(published_on="")))


@pytest.mark.parametrize("level", list(Confidence))
def test_every_level_says_what_it_needs(level):
    assert shortfall(level, case()).startswith(f"“{level.label}” needs {level.rule.least_evidence}.")


def test_it_says_by_what_a_level_is_met():
    netflix, deadline = a_source(url="", published_on="2022-06-06"), a_source("deadline", "trade")
    seen = a_repeat(netflix, "gamesradar", url="https://www.gamesradar.com/a/?b=c")
    told = {
        "official": "the announcement by Netflix itself of 6 June 2022, seen at gamesradar.com",
        "reported": "Netflix (2 outlets, 1 origin)",
        "rumoured": "Netflix (2 outlets, 1 origin)",
    }
    assert {level: met_by(Confidence(level), case(netflix, seen)) for level in told} == told
    upi = case(a_source("upi", "press"), deadline)
    assert met_by(Confidence.CONFIRMED, upi) == "2 independent origins: Deadline (a trade outlet) and Upi"
    speaker = case(deadline, speaker="Lee Jae-kyoo, its director")
    assert met_by(Confidence.CONFIRMED, speaker) == "Lee Jae-kyoo, its director, on record at Deadline"
    assert met_by(Confidence.RUMOURED, case(a_document())) == "a text that was received"
    assert met_by(Confidence.SPECULATION, case(reason="Winter is near.")) == "the reasoning given"
    assert met_by(Confidence.DEBUNKED, case(deadline, role="denies")) == "the denial by Deadline"


@pytest.mark.parametrize("level", list(Confidence))
def test_a_level_is_met_by_something_exactly_where_nothing_is_lacking(level):
    cases = [case(), case(a_source()), case(a_document()), case(reason="So."), case(is_refuted=True)]
    assert [bool(met_by(level, one)) for one in cases] == [not shortfall(level, one) for one in cases]
