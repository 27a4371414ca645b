"""`load_demo`: the demo, dated from today, its pictures drawn here, into an empty newsroom."""

import tempfile
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles.exchange.faults import BadFile
from articles.exchange.taking import take
from articles.models import Article
from claims.models import Claim
from newsroom import demo, env
from newsroom.demo import cast, pictures
from newsroom.lib import clock
from shows.models import Show


class Command(BaseCommand):
    help = "Load the demo, with accounts for alice, bob and mona, into an empty newsroom."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="where there is something already, do nothing"
        )

    def handle(self, *, if_empty, verbosity, **options):
        if any(model.objects.exists() for model in (Show, Article, Claim)):
            told = "This newsroom is not empty: the demo was not loaded."
            if not if_empty:
                raise CommandError(f"{told} `remove_demo` takes out one that was.")
            self.stdout.write(told)
            return
        try:
            self._load()
        except BadFile as bad:
            raise CommandError("\n".join(["The demo's own file is faulty:", *bad.messages])) from None
        given = env.text("DEMO_PASSWORD", "")
        password = cast.give_accounts(given)
        self.stdout.write(
            "The demo is loaded. Its accounts: alice (editor), bob (writer), mona (managing editor)."
        )
        if password and not given:
            self.stdout.write(f"Their password, shown this once: {password}")

    def _load(self):
        with tempfile.TemporaryDirectory(prefix="newsroom-demo-") as name:
            folder = Path(name)
            (folder / "images").mkdir()
            pictures.write_all(folder / "images")
            lines = "\n".join(demo.rendered(clock.today()))
            (folder / "news.jsonl").write_text(lines + "\n", encoding="utf-8")
            take(folder / "news.jsonl")
