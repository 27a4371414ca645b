"""`populate`: a synthetic newsroom of any size, for benchmarks and growth."""

from django.core.management.base import BaseCommand, CommandError

from newsroom import populating
from newsroom.lib.refusals import Refused


class Command(BaseCommand):
    help = "Fill an empty newsroom with invented stories: the same for the same seed, dated back from now."

    def add_arguments(self, parser):
        parser.add_argument("--articles", type=int, required=True, metavar="N", help="how many stories")
        parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, other stories")
        parser.add_argument("--more", action="store_true", help="add to a newsroom that is not empty")

    def handle(self, *, articles, seed, more, **options):
        if articles < 1:
            raise CommandError("Give a number of stories from 1.")
        try:
            rate = populating.populate(articles, seed, more=more, say=self.stdout.write)
        except Refused as refused:
            raise CommandError("\n".join(refused.messages)) from None
        self.stdout.write(f"{articles} stories, {rate:.0f} a second.")
