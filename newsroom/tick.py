"""What the newsroom does by itself, again and again. A job that fails is logged, and the others go on.

Each job is a function of `is_over`, which says whether it is asked to stop between two steps, and gives what it did
in a few words, or none. To add one, put it into JOBS.
"""

import logging
import time
from collections.abc import Callable

from django.db import close_old_connections

from newsroom.following import asking
from newsroom.following.carriers import Alerts, Confirmations
from newsroom.outbox import draining
from newsroom.outbox.hooks import WebHooks
from newsroom.outbox.hub import Hub

Job = Callable[[Callable[[], bool]], str]
log = logging.getLogger("newsroom.tick")


def drain_outbox(is_over) -> str:
    return draining.drain([Confirmations(), Alerts(), WebHooks(), Hub()], is_over)


JOBS: dict[str, Job] = {
    "the outbox": drain_outbox,
    "what was told long ago": lambda is_over: draining.forget(),
    "follows that nobody confirmed": lambda is_over: asking.forget(),
}


def tick(is_over: Callable[[], bool] = bool) -> int:
    """Every job once. How many failed."""
    failed = 0
    for name, job in JOBS.items():
        if is_over():
            break
        began = time.monotonic()
        try:
            if said := job(is_over):
                log.info("%s: %s, in %.1f s", name, said, time.monotonic() - began)
        except Exception:
            failed += 1
            log.exception("%s failed", name)
        finally:
            close_old_connections()
    return failed
