"""What a claim's own page says beyond the claim: why this level, what would raise it, and its relations."""

from dataclasses import dataclass

from claims import questions
from claims.confidence import Confidence
from claims.gate import Case, shortfall
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
        if self.held.level != self.before.level:
            return f"From {self.before.confidence.label.lower()} to {self.held.confidence.label.lower()}"
        return "Reworded" if self.held.statement != self.before.statement else "Checked again"


@dataclass(frozen=True)
class Dossier:
    history: list[Entry]
    count: str
    raising: str
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
        raising=_raising(held),
        supersedes=before,
        superseded_by=whole.gone.get(claim),
        beside=[
            one for one in whole.standing if questions.are_rivals(one, claim) and claim in whole.standing
        ],
        refuted_by=public.get(held.refuted_by_id),
        outcome=outcome.get_value_display().lower() if outcome and outcome.on <= whole.today else "",
    )


def _raising(held: Assessment) -> str:
    """What the next level up still lacks."""
    higher = [level for level in Confidence.ranked() if held.confidence.lower_than(level)]
    return (
        shortfall(higher[-1], Case.of(held, held.evidence.all())) if higher and held.confidence.stands else ""
    )
