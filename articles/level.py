"""A story's own level: the lowest of its lead claims'."""

from collections.abc import Iterable

from claims.models import Claim


def weakest(leads: Iterable[Claim]) -> Claim | None:
    """The lead claim that gives a story its level; None where it leads with none that is held.

    A debunked one is left out where the story also leads with the claim that refutes it, as in
    `EditionQuerySet.at_least`, which asks the same of many rows.
    """
    leads = list(leads)
    keys = {claim.pk for claim in leads}
    held = [claim for claim in leads if claim.held]
    counted = [one for one in held if one.held.confidence.stands or one.held.refuted_by_id not in keys]
    return min(
        counted, key=lambda claim: (claim.held.confidence.rank, claim.held.as_of, claim.key), default=None
    )
