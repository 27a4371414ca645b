"""What a way out of the house has to answer: whom a change is told, and how it is said to one of them."""

from collections.abc import Iterable
from typing import Any

from newsroom.lib.changes import Change
from newsroom.outbox.models import Dispatch


class Moot(Exception):
    """There is nothing to tell any more: it was taken back meanwhile, or nobody listens. Dropped."""


class Hopeless(Exception):
    """No further attempt would do better. Given up at once."""


class TooSoon(Exception):
    """Something else must be told first. Put off, and not counted as an attempt."""


class Carrier:
    """One for each pass of `tick`, so that it may remember what it has read. Whatever else `send` raises is a
    failure: it is tried again, later and later."""

    name = ""
    gathers = False  # what happened to one target at one moment is told in one go

    def targets(self, change: Change, row: Any) -> Iterable[str]:
        """Whom the change is told."""
        return ()

    def lane(self, target: str) -> str:
        """Those of one lane wait together where one of them fails: they go the same way."""
        return target

    def send(self, parcel: list[Dispatch]) -> str:
        """Tell one target, and give what came of it in a few words."""
        raise NotImplementedError
