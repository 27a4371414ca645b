"""What a managing editor does for somebody who can't come in."""

from django.contrib.auth.models import User

from newsroom.door import lockout, second_factor, sessions
from newsroom.lib.desk import Verb
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import said


class AccountVerb(Verb):
    permission = "auth.change_user"

    def permits(self, request, row: User) -> bool:
        return self.admin.has_change_permission(request, row) and super().permits(request, row)


class Unlock(AccountVerb):
    name, label = "unlock", "Lift the lock"

    def hindrance(self, request, row):
        return "" if lockout.locks(row.username) else "This account is not locked."

    def tells(self, request, row):
        for place, until in lockout.locks(row.username).items():
            yield f"Locked from {place} until {said(until)}, after {lockout.MOST} failures."
        yield "Lifted, they can try again at once. Make sure first that it was they who tried."

    def act(self, request, row, **typed):
        if not lockout.locks(row.username):
            raise Refused("This account is not locked any more.")
        lockout.lift(row.username)
        return f"“{row}” can try again at once."


class ResetSecondFactor(AccountVerb):
    name, label, is_grave = "second_factor", "Take off the second factor", True

    def hindrance(self, request, row):
        if row == request.user:
            return "Your own you take off on its own page, with your password and a code."
        return "" if second_factor.is_set_up(row) else "This account has no second factor."

    def tells(self, request, row):
        yield "For somebody who has lost both the app and the recovery codes."
        yield "Their password alone lets them in from then on, and every session of theirs ends."
        yield "Ask them in person or by telephone first: this is what a stranger would ask for."

    def act(self, request, row, **typed):
        second_factor.take_off(row)
        sessions.end_all(row)
        return f"“{row}” logs in with the password alone, and can set up a second factor anew."
