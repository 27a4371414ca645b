"""What a claim's page tells beside its form: what the evidence carries, what stands in the way, what was held."""

from dataclasses import dataclass

from claims import assessing, gate, relating
from claims.confidence import Confidence
from claims.models import Assessment, Claim, Judgement
from newsroom.lib import clock, timeline


@dataclass(frozen=True)
class Held:
    """One row of the history."""

    row: Assessment
    state: str

    @property
    def is_for_ever(self) -> bool:
        return self.row.live_until >= timeline.FOREVER


@dataclass(frozen=True)
class Panel:
    """`carried` is the highest level that the evidence carries; `faults` say why the judgement can't go live."""

    judgement: Judgement | None
    carried: Confidence | None
    shortfall: str
    faults: list[str]
    rivals: list[Claim]
    history: list[Held]


def panel_of(claim: Claim) -> Panel:
    history = [
        Held(row, state_of(row))
        for row in claim.assessments.select_related("by").order_by("-live_from", "-pk")
    ]
    judgement = Judgement.objects.filter(claim=claim).first()
    rivals = [] if claim.retracted_at or claim.merged_into_id else relating.rivals_of(claim)
    if judgement is None:
        return Panel(None, None, "", [], rivals, history)
    evidence = list(judgement.evidence.select_related("source__outlet", "source__repeats__outlet"))
    case = gate.Case.of(judgement, evidence)
    missing = gate.shortfall(judgement.confidence, case)
    faults = list(assessing.faults_of(claim, judgement, evidence, clock.now()))
    return Panel(judgement, gate.carried(case), missing, faults, rivals, history)


def state_of(row: Assessment) -> str:
    """Where an assessment is in its life, in a word or two."""
    if row.redacted_at:
        return "Redacted"
    if row.is_cancelled:
        return "Called off"
    if row.taken_back_at:
        return "Taken back"
    return "Live" if row.is_live() else "Scheduled" if row.is_pending() else "Ended"
