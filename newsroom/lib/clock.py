"""The one clock. Nothing else in the newsroom reads the time (a test looks).

All instants are aware `datetime`s in UTC. A request, and every verb, has one instant: it is pinned, and
`now()` answers it until it ends. On PostgreSQL the machine's clock is corrected by the measured offset to
the database, so that a node whose clock is fast shows nothing before its hour.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta

from django.db import DatabaseError, connection
from django.utils import timezone

MEASURE_EVERY = 60.0  # seconds between two looks at the database's clock
LEAST_OFFSET = timedelta(milliseconds=5)  # below that it is the way to the database that was measured

_pinned: ContextVar[datetime | None] = ContextVar("pinned", default=None)
_offset = timedelta(0)
_measured_at: float | None = None


def now() -> datetime:
    """The instant of this request or verb; outside one, the time."""
    return _pinned.get() or read()


def read() -> datetime:
    """The time as it runs, pinned or not."""
    return datetime.now(UTC) + database_offset()


def last_known() -> datetime:
    """The time as it runs, by the offset measured last: asks no database, and so waits for none."""
    return datetime.now(UTC) + _offset


def today() -> date:
    """The newsroom's calendar day, in TIME_ZONE."""
    return timezone.localdate(now())


@contextmanager
def pinned(at: datetime | None = None) -> Iterator[datetime]:
    """Within the block, `now()` answers one instant: `at`, or the time at its beginning."""
    at = at or read()
    token = _pinned.set(at)
    try:
        yield at
    finally:
        _pinned.reset(token)


def database_offset() -> timedelta:
    """How far the database's clock is ahead of the machine's; zero on SQLite, which has no clock of its own."""
    global _measured_at, _offset
    if connection.vendor != "postgresql" or connection.needs_rollback:
        return timedelta(0) if connection.vendor != "postgresql" else _offset
    if _measured_at is None or time.monotonic() - _measured_at > MEASURE_EVERY:
        _measured_at = time.monotonic()
        _offset = _measure()
    return _offset


def _measure() -> timedelta:
    try:
        with connection.cursor() as cursor:
            before = datetime.now(UTC)
            cursor.execute("SELECT clock_timestamp()")
            theirs = cursor.fetchone()[0]
            ours = before + (datetime.now(UTC) - before) / 2
    except DatabaseError:
        return _offset  # the database is away: what was measured last still serves
    return theirs - ours if abs(theirs - ours) > LEAST_OFFSET else timedelta(0)
