"""The six levels, which answer every question about themselves: nobody writes `if level == …` elsewhere."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models


@dataclass(frozen=True)
class Rule:
    """What one level means. `rank` orders the levels; `review_days` is None where nothing is to be reviewed;
    `reviewed_at_edge`: looked at again when the claim's window ends, if that comes first."""

    rank: int
    definition: str
    least_evidence: str
    wording: str
    shape: str
    review_days: int | None
    reviewed_at_edge: bool = False
    is_machine_readable: bool = False
    calendar_status: str = ""
    needs_walking_back: bool = False


class Confidence(models.TextChoices):
    OFFICIAL = "official", "Official"
    CONFIRMED = "confirmed", "Confirmed"
    REPORTED = "reported", "Reported"
    RUMOURED = "rumoured", "Rumoured"
    SPECULATION = "speculation", "Speculation"
    DEBUNKED = "debunked", "Debunked"

    @property
    def rule(self) -> Rule:
        return RULES[self]

    @property
    def rank(self) -> int:
        return self.rule.rank

    @property
    def stands(self) -> bool:
        """It says that the claim may be so."""
        return self is not Confidence.DEBUNKED

    def at_least(self, other: "Confidence") -> bool:
        return self.rank >= other.rank

    def lower_than(self, other: "Confidence") -> bool:
        return self.rank < other.rank

    def review_by(self, as_of: date, edge: date | None = None) -> date | None:
        """The day on which this level is to be looked at again; `edge` is the last day of the claim's window."""
        days = self.rule.review_days
        due = as_of + timedelta(days=days) if days else None
        is_nearer = due and edge and as_of < edge < due
        return edge if is_nearer and self.rule.reviewed_at_edge else due

    @classmethod
    def ranked(cls) -> list["Confidence"]:
        """From the surest down."""
        return sorted(cls, key=lambda level: -level.rank)

    @classmethod
    def from_up(cls, least: "Confidence") -> list["Confidence"]:
        """The levels that are at least this one."""
        return [level for level in cls.ranked() if level.at_least(least)]

    @classmethod
    def below(cls, level: "Confidence") -> list["Confidence"]:
        return [lower for lower in cls.ranked() if lower.lower_than(level)]

    @classmethod
    def lowest(cls, levels) -> "Confidence | None":
        """A story's own level: the lowest of its lead claims' levels."""
        return min(map(cls, levels), key=lambda level: level.rank, default=None)


RULES = {
    Confidence.OFFICIAL: Rule(
        rank=5,
        definition="Those who make or release it have announced it.",
        least_evidence=(
            "a dated announcement by a primary outlet (platform, studio, network, agency or the maker's own"
            " channel), seen at its own address or at that of a trade or press source that repeats it"
        ),
        wording="“Netflix announced”",
        shape="seal",
        review_days=90,
        reviewed_at_edge=True,
        is_machine_readable=True,
        calendar_status="CONFIRMED",
        needs_walking_back=True,
    ),
    Confidence.CONFIRMED: Rule(
        rank=4,
        definition="Somebody who knows says so by name, or independent outlets have found it out.",
        least_evidence=(
            "a named speaker on record, or two independent origins of which one is a trade outlet"
        ),
        wording="“X confirmed to Y”",
        shape="tick",
        review_days=60,
        is_machine_readable=True,
        calendar_status="TENTATIVE",
        needs_walking_back=True,
    ),
    Confidence.REPORTED: Rule(
        rank=3,
        definition="A named outlet reports it on its own word.",
        least_evidence="a named outlet as its origin",
        wording="“Deadline reports”",
        shape="lines",
        review_days=30,
    ),
    Confidence.RUMOURED: Rule(
        rank=2,
        definition="It is going round; nobody answers for it.",
        least_evidence="any source, a pasted text included",
        wording="“is rumoured to”",
        shape="wave",
        review_days=14,
    ),
    Confidence.SPECULATION: Rule(
        rank=1,
        definition="Reasoning, ours or others’, without a source.",
        least_evidence="the reasoning in words",
        wording="“could”, “we expect”",
        shape="question",
        review_days=30,
    ),
    Confidence.DEBUNKED: Rule(
        rank=0,
        definition="It has been shown to be wrong, or was taken back by those who said it.",
        least_evidence="the claim or the source that refutes it, or the address of a retraction",
        wording="“is not”",
        shape="cross",
        review_days=None,
        calendar_status="CANCELLED",
    ),
}
