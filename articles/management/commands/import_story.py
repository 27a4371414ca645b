"""Plain text to draft stories, with their show, people and claims; or, dry, what was read as JSON."""

import json
import sys
from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from articles.drafting import draft, proposal
from articles.drafting.finding import Names
from articles.models import Author
from articles.plaintext import NotReadable, decode, read
from articles.workflow import publish
from newsroom.lib.timeline import act


class Command(BaseCommand):
    help = "Reads plain-text stories to drafts with proposed claims."

    def add_arguments(self, parser):
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="UTF-8 text, a folder of it, or - for standard input"
        )
        parser.add_argument("--publish", action="store_true", help="publish each draft as it is proposed")
        parser.add_argument("--dry-run", action="store_true", help="write nothing")
        parser.add_argument("--json", action="store_true", help="with --dry-run: one JSON object a file")
        parser.add_argument(
            "--by", default="importer", help="the account that imports (made if there is none)"
        )

    def handle(self, files, **options):
        if options["json"] and not options["dry_run"]:
            raise CommandError("--json goes with --dry-run.")
        paths = list(self.paths(files))
        self.failed = 0
        self.reader = self.dry if options["dry_run"] else self.importer(options)
        for number, path in enumerate(paths, 1):
            self.one(path, options)
            if len(paths) > 20 and number % 20 == 0:
                self.stderr.write(f"{number} of {len(paths)} read")
        if self.failed:
            raise CommandError(f"{self.failed} of {len(paths)} could not be imported; the others were.")

    def paths(self, files):
        for name in files:
            path = Path(name)
            yield from sorted(path.glob("*.txt")) if name != "-" and path.is_dir() else [path]

    def one(self, path, options):
        try:
            data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
            self.reader(str(path), decode(data), options)
        except NotReadable as error:
            self.fail(path, str(error))
        except OSError as error:
            self.fail(path, f"can't be opened: {error.strerror}.")
        except ValidationError as error:
            self.fail(path, " ".join(error.messages))

    def fail(self, path, sentence):
        self.failed += 1
        self.stderr.write(f"{path}: {sentence}")

    def dry(self, path, text, options):
        story = read(text)
        if options["json"]:
            self.stdout.write(json.dumps(proposal(story) | {"file": path}, ensure_ascii=False))
        else:
            self.stdout.write(f"{path}: “{story.title}”, {len(story.cast)} credits, {len(story.facts)} facts")

    def importer(self, options):
        user, _ = get_user_model().objects.get_or_create(username=options["by"], defaults={"password": "!"})
        names = Names()

        def importing(path, text, options):
            with act():
                drafted = draft(text, by=user, names=names)
                if options["publish"] and not drafted.is_known:
                    self.publish(drafted.article, user)
            self.stdout.write(f"{path}: {self.outcome(drafted, options)}")

        return importing

    def publish(self, article, user):
        if not article.bylines.exists():
            author, _ = Author.objects.get_or_create(slug="newsroom", defaults={"name": "Newsroom"})
            article.bylines.create(author=author)
        publish(article, by=user)

    def outcome(self, drafted, options):
        if drafted.is_known:
            return f"was imported before, as “{drafted.article}”; nothing changed."
        state = "published" if options["publish"] else "a draft"
        return f"“{drafted.article}” is {state}, with {len(drafted.stated)} claims proposed."
