"""`verify`: is the whole site sound? A line a fault; exit 1 if there is any."""

import sys

from django.core.management.base import BaseCommand

from newsroom import integrity


class Command(BaseCommand):
    help = (
        "Check invariants, guards, pictures against rows, over the whole site: a line a fault, exit 1 if any."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--deep", action="store_true", help="also read each picture and compare its digest"
        )

    def handle(self, *, deep, **options):
        found = 0
        for found, fault in enumerate(integrity.faults(deep), start=1):  # noqa: B007
            self.stdout.write(fault)
        if found:
            sys.exit(1)
        told = ", ".join(f"{count} {name}" for name, count in integrity.counts().items())
        self.stdout.write(f"sound: {told}")
