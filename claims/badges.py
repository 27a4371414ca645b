"""What a badge says: one word for how sure we are, as of when, on whose word, and whether that is overdue."""

from dataclasses import dataclass
from datetime import date

from claims.confidence import Confidence
from claims.models import Claim


@dataclass(frozen=True)
class Badge:
    level: Confidence
    as_of: date
    source: str
    is_stale: bool
    url: str = ""


def badge_of(claim: Claim, today: date) -> Badge | None:
    """The badge of a claim loaded with what is held of it; None where nothing is."""
    held = claim.held
    if held is None:
        return None
    is_stale = bool(held.review_by and held.review_by < today)
    shown = (
        claim if claim.live_assessments else claim.merged_into
    )  # a merged duplicate's page is its survivor's
    return Badge(held.confidence, held.as_of, source_of(held), is_stale, shown.get_absolute_url())


def source_of(held) -> str:
    """On whose word, in a few words: the origin of the first evidence, or what refutes the claim."""
    evidence = list(held.evidence.all())
    for one in sorted(evidence, key=lambda one: not one.is_support):
        return str(one.source.origin.outlet or "a document we were given")
    if held.refuting_source:
        return str(held.refuting_source.outlet or held.refuting_source.title)
    return "our own reasoning" if held.confidence.stands else "a retraction"
