"""What is claimed of a season, in the order in which it is told, and the columns of each claim."""

from calendar import monthrange
from datetime import date, datetime, timedelta
from random import Random

from claims.models import Claim
from newsroom.populating import words

CASTING = ("casting", {})
PLAN = [
    ("renewal", {}),
    CASTING,
    ("nothing", {}),
    ("release", {"precision": "year"}),
    ("writing", {}),
    CASTING,
    ("plot", {}),
    ("release", {"precision": "quarter", "supersedes": True}),
    ("platform", {}),
    CASTING,
    ("filming_start", {}),
    ("release", {"precision": "window"}),
    CASTING,
    ("episodes", {}),
    ("trailer", {}),
    ("setting", {}),
    ("filming_wrap", {}),
    ("release", {"precision": "day", "supersedes": True}),
    CASTING,
    ("post_production", {}),
    *[CASTING] * 6,
    ("based_on", {}),
]
DETAILS = {
    "plot": "The story begins where the last one ended, a year later.",
    "setting": "It moves from the coast to the city.",
    "based_on": "It is based on a novel that was serialised in a newspaper.",
}
EMPTY = {
    **dict.fromkeys(
        ("property", "precision", "as_said", "value", "job", "character", "change", "statement"), ""
    ),
    **dict.fromkeys(("earliest", "latest", "platform_id", "person_id")),
}


def fields_of(what: str, about: dict, at: datetime, rng: Random, person, place: int, platforms) -> dict:
    """The columns of a claim that is first told at an hour."""
    if what == "casting":
        character = words.CHARACTERS[place] if place < len(words.CHARACTERS) else ""
        change = rng.choice([Claim.Change.RETURNING, Claim.Change.NEW, Claim.Change.GUEST]).value
        told = {"person_id": person, "job": "actor", "character": character, "change": change}
        return EMPTY | told | {"kind": Claim.Kind.CASTING.value}
    if what in DETAILS:
        return EMPTY | {"kind": Claim.Kind.DETAIL.value, "property": what, "statement": DETAILS[what]}
    told = {"kind": Claim.Kind.MILESTONE.value, "property": what, "precision": Claim.Precision.NONE.value}
    if what in ("release", "nothing"):
        told |= {"property": "release"} | (_window(about["precision"], at) if about else {})
    elif what in ("writing", "filming_start", "filming_wrap", "post_production"):
        told |= _month(at)
    elif what == "episodes":
        told["value"] = str(rng.choice([6, 8, 10, 12, 16]))
    elif what == "platform":
        told["platform_id"] = rng.choice(platforms)
    return EMPTY | told


def _month(at: datetime) -> dict:
    first = at.date().replace(day=1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return {"earliest": first, "latest": last, "precision": Claim.Precision.MONTH.value}


def _window(precision: str, at: datetime) -> dict:
    """Nearer and narrower as the season goes on."""
    year, soon = at.year + 1, at.date() + timedelta(days=60)
    quarter = soon.month - (soon.month - 1) % 3
    end = date(soon.year, quarter + 2, monthrange(soon.year, quarter + 2)[1])
    days = {
        "year": (date(year, 1, 1), date(year, 12, 31), str(year)),
        "quarter": (date(soon.year, quarter, 1), end, ""),
        "window": (date(year, 9, 1), date(year, 12, 31), f"late {year}"),
        "day": (soon, soon, ""),
    }
    earliest, latest, as_said = days[precision]
    return {"earliest": earliest, "latest": latest, "precision": precision, "as_said": as_said}
