"""Parameters that speak of claims, read from an address."""

import re

from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib.refusals import BadParameter


def level(given: dict[str, str], name: str = "min") -> Confidence | None:
    """`min=`: the least level that a reader wants to see; `level=`: the one level."""
    return _one_of(Confidence, name, given.get(name))


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


def _one_of(choices, name: str, value: str | None):
    if value is None:
        return None
    if value not in choices.values:
        raise BadParameter(f"“{name}” takes one of: {', '.join(choices.values)}.")
    return choices(value)
