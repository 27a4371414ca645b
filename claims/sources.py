"""The sources under a page's claims: each once, in the order in which they are first met."""

from collections.abc import Iterable

from claims.gate import Case
from claims.models import Assessment, Claim, Source


def sources_of(claims: Iterable[Claim]) -> list[Source]:
    """The published evidence of what is held of these claims."""
    found = [one.source for claim in claims if claim.held for one in claim.held.evidence.all()]
    return list(dict.fromkeys(found))


def count_said(held: Assessment) -> str:
    """“3 outlets, 1 origin”: how many say it, and on how many independent words that rests."""
    evidence = list(held.evidence.all())
    outlets = len({one.source.outlet_id for one in evidence if one.is_support and one.source.outlet_id})
    origins = len(Case.of(held, evidence).origins)
    if not outlets:
        return ""
    return f"{outlets} outlet{'s' * (outlets != 1)}, {origins} origin{'s' * (origins != 1)}"
