"""An epoch is a time in which no page changes: one generation, until the next moment at which something turns."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError, connection

from newsroom.lib import clock
from newsroom.page_cache.boundary import next_boundary
from newsroom.page_cache.models import Generation

LOOK_EVERY = 0.25  # seconds; pages are stale for no longer
PATIENCE = 0.25  # seconds that a request waits for the database to say whether its page still holds
AWAY = 1.0  # seconds before a database that did not answer is asked again


@dataclass(frozen=True)
class Epoch:
    generation: int
    until: datetime

    def holds(self) -> bool:
        return clock.last_known() < self.until


def ask(before: Epoch | None) -> Epoch:
    """The present epoch; the one before, itself, where nothing has changed. Two equal looks at the generation
    around the look for the boundary, so that both are of one state."""
    generation = Generation.current()
    clock.database_offset()
    if before and before.generation == generation and before.holds():
        return before
    while True:
        until = next_boundary(clock.read())
        after = Generation.current()
        if after == generation:
            return Epoch(generation, until)
        generation = after


class Epochs:
    """What a process knows of the present epoch. One thread, with a connection of its own, asks the database: one
    that hangs holds nobody up for longer than PATIENCE."""

    def __init__(self, asking: Callable[[Epoch | None], Epoch] = ask):
        self._asking = asking
        self._epoch: Epoch | None = None
        self._look_at = 0.0
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="epoch")
        self._answer: Future | None = None

    def current(self) -> Epoch | None:
        """The epoch as of at most LOOK_EVERY ago; the last one known while the database is away, until its
        boundary; None when none is known."""
        epoch = self._epoch
        if time.monotonic() < self._look_at and epoch and epoch.holds():
            return epoch
        with self._lock:
            if not (time.monotonic() < self._look_at and self._epoch and self._epoch.holds()):
                self._look()
            return self._epoch if self._epoch and self._epoch.holds() else None

    def still(self, epoch: Epoch | None) -> bool:
        """Asked now, and answered by the database: is it the same epoch?"""
        with self._lock:
            return epoch is not None and self._look() and self._epoch is epoch and epoch.holds()

    def _look(self) -> bool:
        if self._answer and not self._answer.done():
            self._look_at = time.monotonic() + AWAY  # it hangs since an earlier look
            return False
        began = time.monotonic()
        self._answer = self._thread.submit(self._ask)
        try:
            self._epoch = self._answer.result(timeout=PATIENCE)
        except (TimeoutError, DatabaseError):
            self._look_at = time.monotonic() + AWAY
            return False
        self._look_at = began + LOOK_EVERY
        return True

    def _ask(self) -> Epoch:
        try:
            return self._asking(self._epoch)
        except DatabaseError:
            connection.close()
            raise
