"""`import_news FILE.jsonl`: a file of the structured exchange, taken whole or not at all."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.exchange.faults import BadFile
from articles.exchange.taking import Taken, silent, take


class Command(BaseCommand):
    help = "Import a file of the structured exchange (docs/exchange.md): the whole of it, or nothing."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", type=Path, help="JSON Lines; pictures lie beside it, as its lines name them"
        )

    def handle(self, *, file, verbosity, **options):
        try:
            taken = take(file, self.stderr.write if verbosity else silent)
        except BadFile as bad:
            raise CommandError("\n".join([*bad.messages, "Nothing was imported."])) from None
        if verbosity:
            self.stdout.write(in_words(taken))


def in_words(taken: Taken) -> str:
    """What an import did, in a sentence."""
    new = ", ".join(f"{count} of {name}" for name, count in taken.new.items())
    standing = f"{taken.standing} stood already" if taken.standing else ""
    return "; ".join(part for part in (new, standing) if part) + "."
