"""Parameters that speak of claims, read from an address."""

import re
from datetime import datetime

from claims import presence
from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib.refusals import BadParameter, NotHere

SUBJECTS = ("show", "season", "person", "platform")
SURE = [level for level in Confidence.ranked() if level.rule.is_machine_readable]


def level(given: dict[str, str], name: str = "min") -> Confidence | None:
    """`min=`: the least level that a reader wants to see; `level=`: the one level."""
    return _one_of(Confidence, name, given.get(name))


def sure_level(given: dict[str, str]) -> Confidence | None:
    """`min=` of what only tells what is sure enough for machines: official or confirmed."""
    return _one_of(SURE, "min", given.get("min"))


def change(given: dict[str, str]) -> str:
    """`change=`: returning, new, departing, guest, unknown."""
    return _one_of(Claim.Change, "change", given.get("change")) or ""


def property_of(given: dict[str, str]) -> str:
    """`property=`: renewal, release, plot…"""
    return _one_of(Claim.Property, "property", given.get("property")) or ""


def season(given: dict[str, str]) -> int:
    """`season=`: its number."""
    if not re.fullmatch(r"[1-9][0-9]{0,3}", given["season"]):
        raise BadParameter("“season” takes a number from 1 to 9999.")
    return int(given["season"])


def subjects(given: dict[str, str], at: datetime) -> dict:
    """The rows that `show=`, `season=`, `person=` and `platform=` name, in this order. Raises BadParameter and
    NotHere."""
    rows = {"show": presence.shows, "person": presence.people, "platform": presence.platforms}
    if "season" in given and "show" not in given:
        raise BadParameter("“season” needs a “show”: say whose season it is.")
    number = season(given) if "season" in given else None
    found = {name: _named(rows[name](at), given[name], name) for name in rows if name in given}
    if number:
        found["season"] = _season(found["show"], number, at)
    return {name: found[name] for name in SUBJECTS if name in found}


def _named(rows, slug: str, what: str):
    try:
        return presence.find(rows, slug)
    except NotHere:
        raise NotHere(f"No {what} here goes by “{slug}”.") from None


def _season(show, number: int, at: datetime):
    try:
        return presence.find_season(show, number, at)
    except NotHere:
        raise NotHere(f"There is nothing here about season {number} of {show}.") from None


def names_of(chosen: dict) -> dict[str, str]:
    """Subjects as they stand in an address."""
    return {name: str(row.number) if name == "season" else row.slug for name, row in chosen.items()}


def _one_of(choices, name: str, value: str | None):
    if value is None:
        return None
    if value not in list(choices):
        raise BadParameter(f"“{name}” takes one of: {', '.join(choices)}.")
    return next(choice for choice in choices if choice == value)


def order(given: dict[str, str], orders) -> str:
    """`sort=`: one of these orders, the first where none is asked for."""
    wanted = given.get("sort") or next(iter(orders))
    if wanted not in orders:
        raise BadParameter(f"“sort” takes one of: {', '.join(orders)}.")
    return wanted
