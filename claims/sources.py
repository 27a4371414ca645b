"""The sources under a page's claims: each once, in the order in which they are first met."""

from collections.abc import Iterable

from claims.gate import Case, counted
from claims.models import Assessment, Claim, Source


def sources_of(claims: Iterable[Claim]) -> list[Source]:
    """The published evidence of what is held of these claims."""
    found = [one.source for claim in claims if claim.held for one in claim.held.evidence.all()]
    return list(dict.fromkeys(found))


def count_said(held: Assessment) -> str:
    """“3 outlets, 1 origin”, of what is held."""
    return counted(Case.of(held, held.evidence.all()))
