"""Readers of dates and times."""

import re
from datetime import UTC, date, datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from articles.exchange.faults import Unfit
from articles.exchange.table import Field, plain
from articles.exchange.values import simple, text_of
from newsroom.lib import dates
from newsroom.lib.text import line
from newsroom.lib.timeline import FOREVER

EARLIEST = datetime(1800, 1, 1, tzinfo=UTC)


def _partial(raw: Any) -> str:
    if not text_of(raw).isascii() or not dates.is_partial(raw):
        raise Unfit(f"“{line(raw)[:40]}” is no date: write 2025-07-23, 2025-07 or 2025")
    return raw


def partial() -> Field:
    """A date, month or year, kept as it is said."""
    return simple(_partial)


def first_day() -> Field:
    return simple(lambda raw: dates.bounds(_partial(raw))[0], None)


def last_day() -> Field:
    return simple(lambda raw: dates.bounds(_partial(raw))[1], None)


def day() -> Field:
    def read(raw: Any) -> date:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", _partial(raw)):
            raise Unfit("takes a day, such as 2025-07-23")
        return date.fromisoformat(raw)

    return simple(read, None)


def _instant(raw: Any) -> datetime:
    text = text_of(raw)
    try:
        moment = parse_datetime(text) if len(text) > len("2026-02-23") else None
        if moment and moment.tzinfo:
            moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        moment = None
    if moment is None:
        raise Unfit(f"“{line(text)[:40]}” is no time: write 2026-02-23T09:00:00+00:00")
    if moment.tzinfo is None:
        raise Unfit("a time without an offset: write 2026-02-23T09:00:00+00:00")
    if not EARLIEST <= moment <= FOREVER:
        raise Unfit("this year lies too far away")
    return moment


def instant() -> Field:
    return simple(_instant, None)


def until() -> Field:
    """The end of an interval: null is for ever."""
    return simple(_instant, FOREVER, write=lambda moment: None if moment >= FOREVER else plain(moment))
