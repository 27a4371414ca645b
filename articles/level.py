"""A story's own level: the lowest of its lead claims'."""

from collections.abc import Iterable

from claims.confidence import Confidence
from claims.models import Assessment, Claim


def weakest(leads: Iterable[Claim]) -> Claim | None:
    """The lead claim that gives a story its level; None where it leads with none that is held.

    A debunked one is left out where the story also leads with the claim that refutes it, as in
    `FilingQuerySet.at_least`, which asks the same of many rows, and in `levels`, which counts them.
    """
    leads = list(leads)
    keys = {claim.pk for claim in leads}
    held = [claim for claim in leads if claim.held]
    counted = [one for one in held if one.held.confidence.stands or one.held.refuted_by_id not in keys]
    return min(
        counted, key=lambda claim: (claim.held.confidence.rank, claim.held.as_of, claim.key), default=None
    )


def levels(leads: dict[int, dict[int, int | None]], at) -> dict[int, Confidence]:
    """The levels of many stories, by article; those without one are not among them. One query.

    `leads` holds the lead claims of each, and the claim that each was merged into, if it was.
    """
    claims = {key for told in leads.values() for pair in told.items() for key in pair if key}
    rows = Assessment.objects.live(at).filter(claim__in=claims)
    held = {
        claim: (Confidence(level), refuted)
        for claim, level, refuted in rows.values_list("claim", "level", "refuted_by")
    }
    found = {}
    for article, told in leads.items():
        kept = []
        for claim, heir in told.items():
            level, refuted = held.get(claim) or (held.get(heir, (None,))[0], None)
            if level and (level.stands or refuted not in told):
                kept.append(level)
        if kept:
            found[article] = Confidence.lowest(kept)
    return found
