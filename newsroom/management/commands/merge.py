"""`merge KIND DUPLICATE INTO`: make two rows one; every address and history of the duplicate lives on."""

from django.contrib.auth.models import User
from django.core.management.base import CommandError

from claims.merging import merge
from claims.models import Claim, Outlet, Source
from newsroom.lib.refusals import Refused
from newsroom.management.desk_command import DeskCommand
from shows.models import Person, Platform, Show

KINDS = {
    "person": Person,
    "platform": Platform,
    "show": Show,
    "outlet": Outlet,
    "source": Source,
    "claim": Claim,
}


class Command(DeskCommand):
    help = "Merge a duplicate into another row of its kind."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=KINDS)
        parser.add_argument("duplicate", help="the address or key of the one that goes")
        parser.add_argument("into", help="the address or key of the one that stays")
        parser.add_argument("--by", required=True, help="the account that answers for it")

    def handle(self, *, kind, duplicate, into, by, **options):
        user = User.objects.filter(username=by).first()
        if user is None:
            raise CommandError(f"There is no account “{by}”.")
        gone, stays = self.row(kind, duplicate), self.row(kind, into)
        try:
            merge(gone, into=stays, by=user)
        except Refused as refused:
            raise CommandError(" ".join(refused.messages)) from None
        self.tell_held(by=user)
        self.stdout.write(f"“{duplicate}” is “{into}” from now on; its address leads there.")

    def row(self, kind, name):
        model = KINDS[kind]
        field = "key" if model in {Source, Claim} else "slug"
        row = model.objects.filter(**{field: name}).first()
        if row is None:
            raise CommandError(f"There is no {kind} “{name}”.")
        return row
