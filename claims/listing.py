"""Claims as a list: narrowed by what an address asks, the newest first."""

from django.db.models import Exists, OuterRef

from claims import asked
from claims.models import Assessment
from newsroom.lib.cursors import cursor, read_cursor
from newsroom.lib.keyset import below
from newsroom.lib.params import Moment

ORDER = ("-live_from", "claim__key")


def listed(given: dict[str, str], then: Moment):
    """What is held at a moment of what was asked for, by the first assessment of each: the newest first, then by key.

    So put, the list begins at the end of an index, and reads no more of it than it shows. Raises BadParameter and
    NotHere.
    """
    been = Assessment.objects.been_live(then.at)
    earlier = been.filter(
        below(("-live_from",), {"live_from": OuterRef("live_from")}), claim=OuterRef("claim")
    )
    rows = been.filter(~Exists(earlier), _held(given, then), **_subjects(given, then))
    if said := asked.property_of(given):
        rows = rows.filter(claim__property=said)
    return rows.select_related("claim__outcome").order_by(*ORDER)


def following(rows, after: str):
    """Those that stand below a cursor."""
    began, key = read_cursor(after)
    return rows.filter(below(ORDER, {"live_from": began, "claim__key": key}))


def cursor_of(first: Assessment) -> str:
    return cursor(first.live_from, first.claim.key)


def _held(given, then: Moment) -> Exists:
    """That it is held, and at what level."""
    held = Assessment.objects.live(then.at).filter(claim=OuterRef("claim"))
    if level := asked.level(given, "level"):
        held = held.filter(level=level)
    if least := asked.level(given):
        held = held.at_least(least)
    return Exists(held)


def _subjects(given, then: Moment) -> dict:
    found = asked.subjects(
        {name: given[name] for name in ("show", "season", "person") if name in given}, then.at
    )
    if "season" in found:
        del found["show"]
    return {f"claim__{name}": row for name, row in found.items()}
