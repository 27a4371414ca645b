"""Who made a row at the desk, and when. What comes in by a file without saying so was made by nobody, now."""

from datetime import datetime
from typing import Any, NamedTuple

from articles.exchange import days, values
from articles.exchange.table import Record, extra, required
from articles.exchange.world import World

MADE = extra(values.one({"at": required(days.instant()), "by": required(values.account())}))


class Made(NamedTuple):
    at: datetime | None
    by: Any


def tell_made(at: datetime, by: Any) -> dict | None:
    return {"at": at, "by": by.username} if by else None


def made_columns(made: dict | None, world: World) -> Made:
    return Made(made["at"], world.account(made["by"])) if made else Made(None, None)


def same_but_made(record: Record, told: dict) -> dict:
    """A line that does not say who made it differs in nothing from the row that somebody made."""
    return told if record.data["made"] else told | {"made": None}
