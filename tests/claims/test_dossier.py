"""Why a claim is held at its level, read off the gate; and what each entry of its history changed."""

import pytest

from claims import record
from claims.assessing import assess, restate
from claims.dossier import dossier
from claims.models import Claim
from newsroom.lib import clock
from tests.factories import a_release, a_source, a_user
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def told(claim):
    known = record.read(Claim.objects.all(), clock.now())
    return dossier(next(one for one in known.claims if one.pk == claim.pk), known, None)


def test_it_says_by_what_the_rule_is_met_and_what_would_raise_it(at):
    deadline, upi = a_source("deadline", "trade"), a_source("upi", "press")
    why = told(held(a_release(), "rumoured", evidence=[deadline, upi])).why
    assert (why.met_by, why.lacking) == ("Deadline and Upi (2 outlets, 2 origins)", "")
    assert (why.beyond, why.beyond_by) == (
        "confirmed",
        "2 independent origins: Deadline (a trade outlet) and Upi",
    )


def test_what_lacks_for_the_next_level_is_said_by_the_gate(at):
    why = told(held(a_release(), "rumoured", evidence=[a_source("upi", "social")])).why
    assert why.beyond == "reported"
    why = told(held(a_release(part="Volume 1"), "reported", evidence=[a_source("deadline", "trade")])).why
    assert why.raising.startswith("“Confirmed” needs a named speaker on record, or two independent origins")
    assert why.raising.endswith("So far: 1 outlet, 1 origin (Deadline). What is here carries “reported”.")


def test_an_override_says_that_the_rule_was_not_met(at, mona):
    claim = a_release()
    fields = {
        "because": "it is known",
        "override": "Three people told us.",
        "evidence": [a_source("upi", "press")],
    }
    assess(claim, "official", by=mona, **fields)
    why = told(claim).why
    assert why.met_by == ""
    assert why.lacking.startswith("“Official” needs a dated announcement")
    assert why.lacking.endswith("What is here carries “reported”.")


def test_each_entry_says_what_it_changed_and_counts_its_own_evidence(at):
    origin = a_source("netflix", "primary")
    claim = held(a_release(), evidence=[origin, a_source("upi", "press", repeats=origin)])
    at.forward(days=1)
    assess(claim, "rumoured", by=a_user(), because="still so", evidence=[origin])
    at.forward(days=1)
    restate(claim, "It is due late in 2026.", by=a_user())
    at.forward(days=1)
    assess(claim, "official", by=a_user(), because="announced", evidence=[origin])
    assert [(entry.what, entry.count, entry.as_of) for entry in told(claim).history] == [
        ("From rumoured to official", "1 outlet, 1 origin", "2026-03-04T12:00:00Z"),
        ("Reworded", "1 outlet, 1 origin", "2026-03-03T12:00:00Z"),
        ("Checked again", "1 outlet, 1 origin", "2026-03-02T12:00:00Z"),
        ("First held", "2 outlets, 1 origin", "2026-03-01T12:00:00Z"),
    ]
