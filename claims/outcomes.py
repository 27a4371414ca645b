"""What came of a claim: the desk says whether it was true, false, or came later than was said."""

from collections.abc import Iterator
from datetime import date

from claims import questions
from claims.models import Claim, Outcome
from newsroom.lib import clock
from newsroom.lib.dates import day_said
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act, said

Value = Outcome.Value
MEANINGS = {
    Value.TRUE: "It came as the claim says: on its day, or within its window.",
    Value.FALSE: "It did not come, or otherwise than the claim says.",
    Value.SLIPPED: "It came later than the claim says, or is now to come later.",
}


def mark(claim: Claim, value, *, by, on: date | None = None) -> Outcome:
    """Say what came of it, and on which day (today, if none is given). Marking again corrects it. Raises Refused."""
    with act(claim.show, claim) as now:
        row = Outcome.objects.filter(claim=claim).first() or Outcome(claim=claim)
        value, on = Value(value), on or clock.today()
        if faults := [*_faults_of(claim), *_faults_of_value(claim, value, on)]:
            raise Refused(faults)
        if row.value != value or not row.pk:
            row.marked_at = now
        row.value, row.on, row.by = value, on, by
        row.save()
        return row


def meanings(claim: Claim) -> dict[Value, str]:
    """What each answer means, of those that this claim admits: what names no date can't slip."""
    return {value: told for value, told in MEANINGS.items() if claim.says_when or value != Value.SLIPPED}


def why_not(claim: Claim) -> str:
    """Why nothing can be said of what came of it, in a sentence; empty where something can."""
    return next(_faults_of(claim), "")


def first_day(claim: Claim) -> date:
    """The day that is most likely meant: the window's last, or today while that lies ahead."""
    return min(claim.latest or clock.today(), clock.today())


def _faults_of(claim: Claim) -> Iterator[str]:
    if claim.retracted_at:
        yield f"“{claim.said}” was retracted on {said(claim.retracted_at)}: nothing comes of it any more."
    elif claim.merged_into_id:
        yield f"“{claim.said}” was merged into {claim.merged_into.key}: say it of that one."
    elif not claim.assessments.been_live().exists():
        yield f"“{claim.said}” has not been with readers yet: there is nothing to answer for."
    elif questions.says_nothing_announced(claim):
        yield "That no date was announced foretells nothing: there is nothing that could come of it."


def _faults_of_value(claim: Claim, value: Value, on: date) -> Iterator[str]:
    if on > clock.today():
        yield f"{day_said(on)} is still to come: say it once it has happened."
    elif value == Value.SLIPPED and not claim.says_when:
        yield "It has no date that could have slipped: say true or false."
    elif claim.says_when and value == Value.TRUE:
        yield from _faults_of_truth(claim, on)
    elif claim.says_when and claim.latest >= clock.today() and not _is_settled(claim, value):
        yield f"Its {_time(claim)} lasts until {day_said(claim.latest)}: until then it may still come true."


def _faults_of_truth(claim: Claim, on: date) -> Iterator[str]:
    if on < claim.earliest:
        yield f"Its {_time(claim)} begins on {day_said(claim.earliest)}: it can’t have come true on {day_said(on)}."
    elif on > claim.latest:
        yield (
            f"Its {_time(claim)} ended on {day_said(claim.latest)}: give the day within it on which it came,"
            " or say that it slipped."
        )


def _time(claim: Claim) -> str:
    return "day" if claim.earliest == claim.latest else "window"


def _is_settled(claim: Claim, value: Value) -> bool:
    """Known before its window has ended: it is debunked, or another claim has taken its place; for a date that
    slipped, one with a later date."""
    others = Claim.objects.about(claim.show).live().with_held().select_related("supersedes")
    others = list(others.prefetch_related("beside"))
    successor = questions.superseded(others).get(claim)
    if value == Value.SLIPPED:
        return bool(successor and successor.latest and successor.latest > claim.latest)
    held = next((one.held for one in others if one.pk == claim.pk), None)
    return bool(successor or (held and not held.confidence.stands))
