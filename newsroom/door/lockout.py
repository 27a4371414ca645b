"""After ten failures within 15 minutes nobody tries that name again from that place for 15 minutes.

The count stands in the database, so that every process counts the same. An attempt is written down before
it is tried: however many arrive at one moment, no more than ten are tried. Attempts that meet a lock are
not counted, or whoever goes on trying would keep the owner out for ever.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.utils.crypto import salted_hmac

from newsroom.door.models import Attempt
from newsroom.lib import clock

MOST = 10
WINDOW = timedelta(minutes=15)
log = logging.getLogger("newsroom.door")


class Locked(Exception):
    """Nobody tries this name from this place until then."""

    def __init__(self, until: datetime):
        super().__init__("locked out")
        self.until = until


@contextmanager
def attempt(name: str, address: str) -> Iterator[None]:
    """One attempt to show who one is: an exception within is a failure, the end of the block a success.

    Raises Locked in place of trying, and in place of the failure that was one too many.
    """
    tried = Attempt.objects.filter(account=digest_of(name), address=address)
    mine = Attempt.objects.create(account=digest_of(name), address=address, at=clock.now())
    if until := _locked_until(tried.exclude(pk=mine.pk)):
        mine.delete()
        raise Locked(until)
    try:
        yield
    except Exception:
        Attempt.objects.filter(at__lt=clock.now() - 2 * WINDOW).delete()
        if until := _locked_until(tried):
            log.warning("locked out until %s: %s from %s", f"{until:%H:%M:%S} UTC", _known(name), address)
            raise Locked(until) from None
        raise
    tried.delete()


def left(name: str, address: str) -> int:
    """How many more failures it takes."""
    tried = Attempt.objects.filter(account=digest_of(name), address=address)
    return max(0, MOST - tried.filter(at__gt=clock.now() - WINDOW).count())


def locks(name: str) -> dict[str, datetime]:
    """From where the account is locked out, and until when."""
    tried = Attempt.objects.filter(account=digest_of(name))
    places = sorted(set(tried.values_list("address", flat=True)))
    ends = {place: _locked_until(tried.filter(address=place)) for place in places}
    return {place: until for place, until in ends.items() if until}


def lift(name: str) -> None:
    """Forget the failures of an account, from wherever they came."""
    Attempt.objects.filter(account=digest_of(name)).delete()


def digest_of(name: str) -> str:
    return salted_hmac("newsroom.door.account", name, algorithm="sha256").hexdigest()


def _locked_until(tried) -> datetime | None:
    """The end of the lock, if the latest ten lie within the window and the last of them is no older."""
    latest = list(tried.order_by("-at").values_list("at", flat=True)[:MOST])
    if len(latest) < MOST or latest[0] - latest[-1] >= WINDOW:
        return None
    until = latest[0] + WINDOW
    return until if until > clock.now() else None


def _known(name: str) -> str:
    """What a log may hold: the name of an account, and nothing else that somebody typed."""
    user = User.objects.filter(username=name).first()
    return f"account {user.username!r}" if user else "a name that no account has"
