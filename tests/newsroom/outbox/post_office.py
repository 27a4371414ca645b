"""A way out of the house for the tests: it keeps what it was given, and fails as it is told."""

from datetime import timedelta

from newsroom.lib import clock
from newsroom.lib.changes import Change
from newsroom.outbox import draining
from newsroom.outbox.carrying import Carrier
from newsroom.outbox.models import Dispatch
from tests import factories


class Pigeon(Carrier):
    name = "pigeon"

    def __init__(self, *targets, gathers=False, failing=None):
        self.told, self.gathers, self.failing = targets or ("tower",), gathers, dict(failing or {})
        self.sent = []

    def targets(self, change, row):
        return self.told

    def send(self, parcel):
        if error := self.failing.get(parcel[0].target):
            raise error
        self.sent.append((parcel[0].target, parcel[0].key, len(parcel)))
        return "flown"


def a_change(row_id=1, after=None, event="live"):
    """Something to tell, of a row that is there: a user will do."""
    row = factories.a_user(f"row-{row_id}")
    due_at = clock.now() + (after or timedelta(0))
    return Change.objects.create(model="auth.user", row_id=row.pk, event=event, due_at=due_at)


def drained(*carriers, over=bool):
    return draining.drain(carriers, over)


def states():
    rows = Dispatch.objects.order_by("pk")
    return [(one.target, str(one.state), one.tries) for one in rows]
