"""How long a season lets its audience wait: from the release of the one before to its own."""

from dataclasses import dataclass
from datetime import date

from claims.models import Claim
from claims.record import Record
from claims.wording import when_said
from shows.models import Season


@dataclass(frozen=True)
class Gap:
    """`text` counts whole months between two releases; empty while one of them has no date. `claims` carry it."""

    before: Claim
    text: str
    claims: tuple[Claim, ...]

    @property
    def since(self) -> str:
        return f"{self.before.season.label}, {when_said(self.before)}"

    @property
    def weakest(self) -> Claim:
        return min(self.claims, key=lambda claim: claim.held.confidence.rank)


def gap(whole: Record, season: Season) -> Gap | None:
    """From the record of a whole show; None where nothing dates the season before."""
    before = _releases(whole, season.number - 1)
    if not before:
        return None
    own = _releases(whole, season.number)
    text = _between(before[0], own) if own else ""
    return Gap(before[0], text, (before[0], *own))


def _releases(whole: Record, number: int) -> list[Claim]:
    """The dated releases of a season that stand, the first one first."""
    of_season = (claim for claim in whole.saying("release") if claim.season and claim.season.number == number)
    return sorted((one for one in of_season if one.says_when), key=lambda one: (one.earliest, one.key))


def _between(before: Claim, own: list[Claim]) -> str:
    least = months(before.latest, min(one.earliest for one in own))
    most = months(before.earliest, max(one.latest for one in own))
    if least < 0:
        return ""
    return said(least) if least == most else f"{said(least)} to {said(most)}"


def months(first: date, last: date) -> int:
    """Whole calendar months from one day to another."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def said(count: int) -> str:
    """“4 years 5 months”."""
    years, rest = divmod(count, 12)
    parts = [f"{many} {word}{'s' * (many != 1)}" for many, word in ((years, "year"), (rest, "month")) if many]
    return " ".join(parts) or "less than a month"
