"""Parameters that speak of claims, read from an address."""

from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib.refusals import BadParameter


def level(given: dict[str, str]) -> Confidence | None:
    """`min=`: the least level that a reader wants to see."""
    return _one_of(Confidence, "min", given.get("min"))


def change(given: dict[str, str]) -> str:
    """`change=`: returning, new, departing, guest, unknown."""
    return _one_of(Claim.Change, "change", given.get("change")) or ""


def _one_of(choices, name: str, value: str | None):
    if value is None:
        return None
    if value not in choices.values:
        raise BadParameter(f"“{name}” takes one of: {', '.join(choices.values)}.")
    return choices(value)
