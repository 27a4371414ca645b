"""How long a session lasts: 12 hours without a request (SESSION_COOKIE_AGE), and never more than seven days."""

from datetime import timedelta

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from newsroom.lib import clock

LONGEST = timedelta(days=7)
BEGAN, SECOND_FACTOR = "began", "second_factor"


def begin(request: HttpRequest, *, second_factor: bool) -> None:
    """After a login: a key that nobody has seen, and the hour at which it began."""
    request.session.cycle_key()  # Django keeps it where the same person logs in once more
    request.session[BEGAN] = clock.now().timestamp()
    request.session[SECOND_FACTOR] = second_factor


def is_over(request: HttpRequest) -> bool:
    """Its person is no longer let in, has another password by now, or logged in more than seven days ago."""
    if SESSION_KEY not in request.session:
        return False
    if not (request.user.is_active and request.user.is_staff):
        return True
    began = request.session.setdefault(BEGAN, clock.now().timestamp())
    return clock.now().timestamp() - began >= LONGEST.total_seconds()


def end_all(user: User, *, but: str | None = None) -> None:
    """End every session of a person, except the one with this key. Few are open at a desk: each is read."""
    for row in Session.objects.filter(expire_date__gt=clock.now()).exclude(pk=but or ""):
        if row.get_decoded().get(SESSION_KEY) == str(user.pk):
            row.delete()
