"""`redact edition SLUG NUMBER`, `redact assessment KEY INSTANT`: take words down, once, for law or mercy."""

from django.contrib.auth.models import User
from django.core.management.base import CommandError

from articles import workflow
from articles.models import Edition
from claims.models import Assessment
from newsroom.lib import dates
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import redact
from newsroom.management.desk_command import DeskCommand


class Command(DeskCommand):
    help = "Empty the words of what was published; its place in history stays, and answers with the reason."

    def add_arguments(self, parser):
        parser.add_argument("what", choices=["edition", "assessment"])
        parser.add_argument("name", help="the story's address, or the claim's key")
        parser.add_argument(
            "which", help="the edition's number, or an instant at which the assessment was live"
        )
        parser.add_argument("--because", required=True, help="public: why")
        parser.add_argument("--by", required=True, help="the account that answers for it")

    def handle(self, *, what, name, which, because, by, **options):
        user = User.objects.filter(username=by).first()
        if user is None:
            raise CommandError(f"There is no account “{by}”.")
        row = self.edition(name, which) if what == "edition" else self.assessment(name, which)
        if row is None:
            raise CommandError(f"Nothing was published as {what} {which} of “{name}”.")
        try:
            (workflow.redact if what == "edition" else redact)(row, by=user, because=because)
        except Refused as refused:
            raise CommandError(" ".join(refused.messages)) from None
        self.tell_held(by=user)
        self.stdout.write(f"The words of {what} {which} of “{name}” are gone.")

    def edition(self, slug, number):
        rows = Edition.objects.begun().filter(article__editions__slug=slug)
        return rows.filter(number=number).first() if number.isdecimal() else None

    def assessment(self, key, instant):
        at = dates.moment_of(instant)
        return Assessment.objects.live(at).filter(claim__key=key).first() if at else None
