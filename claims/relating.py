"""What a claim says of those that answer the same question: it takes the place of one, or stands beside it."""

from claims import questions
from claims.models import Claim
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act


def rivals_of(claim: Claim) -> list[Claim]:
    """Standing claims on its question to which it says no relation yet."""
    others = (
        Claim.objects.about(claim.subject).filter(merged_into=None).exclude(pk=claim.pk).live().with_held()
    )
    return questions.unrelated_rivals(claim, others.select_related("supersedes").prefetch_related("beside"))


def stand_beside(claim: Claim, rival: Claim) -> None:
    """Both answer, in conflict, and are shown side by side."""
    with act(claim.show, claim):
        _check(claim, rival)
        claim.beside.add(rival)


def take_place_of(claim: Claim, rival: Claim) -> None:
    """Once it goes live, it answers instead of its rival."""
    with act(claim.show, claim):
        _check(claim, rival)
        if claim.assessments.uncancelled().exists():
            raise Refused(
                "A claim that has been assessed never changes: let it stand beside, or make a new one."
            )
        claim.supersedes = rival
        claim.save(update_fields=["supersedes"])


def _check(claim: Claim, rival: Claim) -> None:
    if not questions.are_rivals(claim, rival):
        raise Refused(f"“{claim.said}” does not answer the same question as “{rival.said}”.")
