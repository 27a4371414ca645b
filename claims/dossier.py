"""What a claim's own page says beyond the claim: why this level, what would raise it, and its relations."""

from dataclasses import dataclass
from datetime import UTC

from claims import questions
from claims.confidence import Confidence
from claims.gate import Case, carried, met_by, shortfall
from claims.models import Assessment, Claim, Outcome
from claims.record import Record
from claims.sources import count_said


@dataclass(frozen=True)
class Entry:
    """One assessment in a claim's history, and what it changed."""

    held: Assessment
    before: Assessment | None

    @property
    def what(self) -> str:
        if self.before is None:
            return "First held"
        is_reworded = self.held.statement != self.before.statement
        if self.held.level != self.before.level:
            moved = f"From {self.before.confidence.label.lower()} to {self.held.confidence.label.lower()}"
            return f"{moved}, reworded" if is_reworded else moved
        return "Reworded" if is_reworded else "Checked again"

    @property
    def count(self) -> str:
        return count_said(self.held)

    @property
    def as_of(self) -> str:
        """Its first instant, as the address of a page at that moment takes it."""
        return self.held.live_from.astimezone(UTC).isoformat().replace("+00:00", "Z")


@dataclass(frozen=True)
class Why:
    """Why a claim is held at its level: by what the rule is met, or what it lacks; and what would raise it."""

    met_by: str
    lacking: str
    beyond: Confidence | None
    beyond_by: str
    raising: str


def why(held: Assessment) -> Why:
    """Read off the gate. `beyond` is a higher level that the evidence alone would carry."""
    level, case = held.confidence, Case.of(held, held.evidence.all())
    best = carried(case)
    beyond = best if best and level.stands and level.lower_than(best) else None
    return Why(
        met_by=met_by(level, case),
        lacking=shortfall(level, case),
        beyond=beyond,
        beyond_by=met_by(beyond, case) if beyond else "",
        raising=_raising(level, case),
    )


@dataclass(frozen=True)
class Dossier:
    history: list[Entry]
    count: str
    why: Why
    supersedes: Claim | None
    superseded_by: Claim | None
    beside: list[Claim]
    refuted_by: Claim | None
    outcome: str


def dossier(claim: Claim, whole: Record, outcome: Outcome | None) -> Dossier:
    held, public = claim.held, {one.pk: one for one in whole.claims if one.held}
    before = claim.supersedes if claim.supersedes and claim.supersedes.held else None
    return Dossier(
        history=[Entry(row, one) for row, one in zip(claim.history, [None, *claim.history], strict=False)][
            ::-1
        ],
        count=count_said(held),
        why=why(held),
        supersedes=before,
        superseded_by=whole.gone.get(claim),
        beside=[
            one for one in whole.standing if questions.are_rivals(one, claim) and claim in whole.standing
        ],
        refuted_by=public.get(held.refuted_by_id),
        outcome=outcome.said if outcome and outcome.is_known(whole.at) else "",
    )


def _raising(level: Confidence, case: Case) -> str:
    """What the next level up still lacks."""
    higher = [one for one in Confidence.ranked() if level.lower_than(one)]
    return shortfall(higher[-1], case) if higher and level.stands else ""
