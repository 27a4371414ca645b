"""`export_news FILE.jsonl`: everything, as a file of the structured exchange with its pictures beside it."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.exchange import giving
from newsroom.lib.refusals import Refused


class Command(BaseCommand):
    help = "Export the whole newsroom (docs/exchange.md); `-` writes the lines alone to standard output."

    def add_arguments(self, parser):
        parser.add_argument("file", help="where to write; pictures go into images/ beside it")

    def handle(self, *, file, verbosity, **options):
        if file == "-":
            self._stream()
            return
        try:
            count = giving.give(Path(file))
        except Refused as refused:
            raise CommandError("\n".join(refused.messages)) from None
        except OSError as error:
            raise CommandError(f"{file} can't be written: {error.strerror or error}") from None
        if verbosity:
            self.stdout.write(f"{count} lines written to {file}.")

    def _stream(self):
        if hasattr(self.stdout._out, "reconfigure"):
            self.stdout._out.reconfigure(encoding="utf-8")
        with giving.one_moment():
            for line in giving.lines():
                self.stdout.write(line)
        self.stderr.write("Pictures are not in this stream: export to a file to have them beside it.")
