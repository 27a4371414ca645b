"""What a badge says: one word for how sure we are, as of when, on whose word, and whether that is overdue."""

from dataclasses import dataclass
from datetime import date

from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib.dates import day_said


@dataclass(frozen=True)
class Badge:
    level: Confidence
    as_of: date
    source: str
    is_stale: bool
    url: str = ""
    about: str = ""

    @property
    def day(self) -> str:
        return day_said(self.as_of)

    @property
    def overdue(self) -> str:
        """What comes before the day in an overdue badge; empty before its review is due."""
        return "not re-checked since" if self.is_stale else ""

    @property
    def words(self) -> str:
        """What it says wherever there is only text (feed, API, quotation): “rumoured, as of 23 February
        2026”, and where it is overdue “, not re-checked since 23 February 2026”."""
        said = f"{self.level.label.lower()}, as of {self.day}"
        return f"{said}, {self.overdue} {self.day}" if self.is_stale else said

    @property
    def beyond(self) -> str:
        """What it says beyond its word to those who hear it: “as of 23 February 2026, source: Netflix”."""
        return f"as of {self.day}, source: {self.source}"


def badge_of(claim: Claim, today: date) -> Badge | None:
    """The badge of a claim loaded with what is held of it; None where nothing is."""
    held = claim.held
    if held is None:
        return None
    is_stale = bool(held.review_by and held.review_by < today)
    # A merged duplicate's page is its survivor's.
    shown = claim if claim.live_assessments else claim.merged_into
    url, about = shown.get_absolute_url(), about_of(claim, held)
    return Badge(held.confidence, held.as_of, source_of(held), is_stale, url, about)


def about_of(claim: Claim, held) -> str:
    """The claim in words, which tells badges of one level and source apart; no spoiler."""
    return "" if claim.spoiler == Claim.Spoiler.MAJOR else held.statement or claim.said


def source_of(held) -> str:
    """On whose word, in a few words: the origin of the first evidence, or what refutes the claim."""
    evidence = list(held.evidence.all())
    for one in sorted(evidence, key=lambda one: not one.is_support):
        return str(one.source.origin.outlet or "a document we were given")
    if held.refuting_source:
        return str(held.refuting_source.outlet or held.refuting_source.title)
    return "our own reasoning" if held.confidence.stands else "a retraction"
