"""`let_in NAME`: for somebody locked out of the desk when nobody there can help, the managing editor first of all."""

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from newsroom.door import lockout, second_factor, sessions


class Command(BaseCommand):
    help = "Lift the lock of an account and take its second factor off; its password stays."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the name to log in with")

    def handle(self, *, name, **options):
        user = User.objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"There is no account “{name}”.")
        lockout.lift(name)
        second_factor.take_off(user)
        sessions.end_all(user)
        self.stdout.write(
            f"“{name}” logs in with the password alone; nothing is locked. Their sessions have ended."
        )
