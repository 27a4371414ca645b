"""`managing_editor NAME`: lets the first person into an empty desk, with the rights to let in the others."""

import secrets

from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Make an account with the role of managing editor; its password is printed once."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the name to log in with")

    def handle(self, *, name, **options):
        if User.objects.filter(username__iexact=name).exists():
            raise CommandError(f"There is an account “{name}” already: its role is changed at the desk.")
        password = secrets.token_urlsafe(12)
        user = User(username=name, is_staff=True)
        user.set_password(password)
        try:
            user.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        user.save()
        user.groups.add(Group.objects.get(name="Managing editor"))
        self.stdout.write(f"“{name}” is managing editor. The password, shown this once: {password}")
