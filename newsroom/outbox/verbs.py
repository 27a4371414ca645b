"""What a managing editor does about what could not be told."""

from django.contrib import messages

from newsroom.lib.desk import Verb
from newsroom.lib.refusals import Refused
from newsroom.outbox.models import Dispatch, new_secret


class TryAgain(Verb):
    name, label, permission = "try_again", "Try again", "outbox.change_dispatch"

    def hindrance(self, request, row):
        return (
            "" if row.state == Dispatch.State.GIVEN_UP else "Only what was given up is tried again by hand."
        )

    def tells(self, request, row):
        yield f"It was given up after {row.tries} attempts: {row.said}."
        yield "It is tried with the next tick, and then as patiently as if it were new, under the same key."

    def act(self, request, row, **typed):
        if not Dispatch.objects.filter(pk=row.pk).try_again():
            raise Refused("It waits already.")
        return "It will be tried again."


class NewSecret(Verb):
    name, label, permission, is_grave = "new_secret", "Make a new secret", "outbox.change_webhook", True

    def tells(self, request, row):
        yield "From then on everything is signed with the new one: give it to them at once."
        yield "It is shown once, on the page that comes next, and never again."

    def act(self, request, row, **typed):
        row.secret = new_secret()
        row.save(update_fields=["secret"])
        messages.warning(request, f"The new secret, shown this once: {row.secret}")
        return f"“{row}” has a new secret."
