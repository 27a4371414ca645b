"""The cast, derived from standing castings: there is no second place where it is written down."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from claims.confidence import Confidence
from claims.models import Assessment, Claim
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


MOST_ELSEWHERE = 500  # castings that are looked at for a cast's other shows


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


def elsewhere(show, castings: Iterable[Claim], at, most: int = 3) -> dict[int, list]:
    """What else these people are held to be in, by person: other shows, a few for each; one query."""
    people = {claim.person_id for claim in castings}
    held = Assessment.objects.live(at).at_least(Confidence.SPECULATION).filter(claim=OuterRef("pk"))
    found = Claim.objects.filter(Exists(held), person__in=people).exclude(show=show)
    found = found.exclude(change=Claim.Change.DEPARTING).exclude(spoiler=Claim.Spoiler.MAJOR)
    found = found.select_related("show").order_by("show__title", "key")
    shows: dict[int, list] = {}
    for claim in found[:MOST_ELSEWHERE]:
        known = shows.setdefault(claim.person_id, [])
        if claim.show not in known and len(known) < most:
            known.append(claim.show)
    return shows
