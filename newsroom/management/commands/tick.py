"""What the newsroom does by itself: once, or again and again beside the server."""

import signal
import threading

from django.core.management.base import BaseCommand, CommandError

from newsroom.tick import tick


class Command(BaseCommand):
    help = "Drains the outbox and does what else the newsroom does by itself; once, or every so many seconds."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=float, metavar="S", help="again and again, S seconds apart")

    def handle(self, every=None, **options):
        if every is None:
            if failed := tick():
                raise CommandError(f"{failed} of its jobs failed: the log above says how.")
            return
        if not 0 < every <= 86400:
            raise CommandError("--every takes a number of seconds, up to a day.")
        over = self.stopped_by_signals()
        while not over.is_set():
            tick(over.is_set)
            over.wait(every)

    def stopped_by_signals(self) -> threading.Event:
        """What is under way is finished first: one mail, one call."""
        over = threading.Event()
        for name in ("SIGTERM", "SIGINT"):
            signal.signal(getattr(signal, name), lambda *_: over.set())
        return over
