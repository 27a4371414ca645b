"""The cast, derived from standing castings: there is no second place where it is written down."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.confidence import Confidence
from claims.models import Claim
from claims.record import Record

# Everybody else is seen or heard: actor, host, voice, judge, contestant.
MAKERS = {"director", "writer", "co-writer", "creator", "showrunner", "producer", "composer", "author"}
GROUPS = {
    Claim.Change.RETURNING: "Returning",
    Claim.Change.NEW: "New",
    Claim.Change.GUEST: "Guests",
    Claim.Change.DEPARTING: "Not returning",
    Claim.Change.UNKNOWN: "Unclear",
}


@dataclass(frozen=True)
class Group:
    change: str
    label: str
    castings: list[Claim]


def castings(record: Record, least: Confidence | None = None) -> list[Claim]:
    """Standing castings by name, those below the least level left out."""
    found = [claim for claim in record.standing if claim.is_casting]
    if least:
        found = [claim for claim in found if claim.held.confidence.at_least(least)]
    return sorted(found, key=lambda claim: (claim.person.sort_name or claim.person.name, claim.key))


def on_screen(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.job.casefold() not in MAKERS]


def makers(claims: Iterable[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.job.casefold() in MAKERS]


def groups(claims: Iterable[Claim], change: str = "") -> list[Group]:
    """Returning, new, guests, not returning, unclear; empty ones left out, or one of them alone."""
    claims = list(claims)
    made = [Group(one, label, [c for c in claims if c.change == one]) for one, label in GROUPS.items()]
    return [group for group in made if group.castings and (not change or group.change == change)]
