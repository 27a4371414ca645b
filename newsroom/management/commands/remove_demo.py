"""`remove_demo`: take the demo out again."""

from django.core.management.base import BaseCommand, CommandError

from newsroom.demo import removal
from newsroom.lib.refusals import Refused


class Command(BaseCommand):
    help = "Take out what load_demo brought, unless the desk's own content rests on it."

    def handle(self, **options):
        try:
            count = removal.remove()
        except Refused as refused:
            raise CommandError("\n".join([*refused.messages, "Nothing was removed."])) from None
        self.stdout.write(f"The demo is gone: {count} rows, its pictures and its accounts.")
