"""Asking to follow, confirming, leaving. Nothing that a stranger can see tells who follows what."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.crypto import salted_hmac

from newsroom.following.models import Ask, Follow
from newsroom.lib import clock
from newsroom.lib.refusals import Gone, NotHere
from newsroom.outbox.models import Dispatch

CONFIRM_WITHIN = timedelta(hours=48)
WINDOW = timedelta(hours=1)
MOST_FROM_A_PLACE, MOST_TO_AN_ADDRESS = 10, 3
CONFIRMATION = "confirmation"

_confirming = signing.TimestampSigner(salt="newsroom.following.confirm")
_leaving = signing.Signer(salt="newsroom.following.leave")


def ask(email: str, subject: dict, level: str) -> None:
    """Send one confirmation, unless one is under way, it is followed already, or the letterbox has had enough."""
    if _is_too_much(_digest("email", email.lower()), MOST_TO_AN_ADDRESS):
        return
    if Follow.objects.of(email, subject).filter(min=level).exclude(_lapsed()).exists():
        return
    now = clock.now()
    named = [f"{name} {row.pk}" for name, row in subject.items() if row]
    once = _digest("confirmation", "|".join([email.lower(), level, *named, f"{now:%Y-%m-%d %H}"]))[:32]
    with suppress(IntegrityError), transaction.atomic():  # it was asked twice at one moment
        follow = Follow.objects.create(email=email, min=level, **subject)
        Dispatch.objects.create(key=once, carrier=CONFIRMATION, target=follow.key, due_at=now, next_at=now)


def wait_for(place: str) -> int:
    """How many seconds a place must wait before it may ask again; 0 where it may. Asking is counted."""
    return int(WINDOW.total_seconds()) if _is_too_much(_digest("place", place), MOST_FROM_A_PLACE) else 0


def confirm_token(follow: Follow) -> str:
    return _confirming.sign(follow.key)


def leave_token(follow: Follow) -> str:
    return _leaving.sign(follow.key)


def to_confirm(token: str) -> Follow:
    """What a mailed link asks to confirm, confirmed or not. Raises NotHere and Gone, in words."""
    try:
        key = _confirming.unsign(token, max_age=CONFIRM_WITHIN)
    except signing.SignatureExpired:
        raise Gone(
            "This link was good for two days, and those have passed. Ask once more on the page of the show, season"
            " or person: a fresh one comes by mail.",
            "This link has expired",
        ) from None
    except signing.BadSignature:
        raise NotHere("This link is not whole: copy all of it from the mail.") from None
    return _followed(key)


def to_leave(token: str) -> Follow:
    """Whom a mailed link would sign off. Raises NotHere and Gone, in words."""
    try:
        return _followed(_leaving.unsign(token))
    except signing.BadSignature:
        raise NotHere("This link is not whole: copy all of it from the mail.") from None


def confirm(follow: Follow) -> None:
    """It is theirs, and takes the place of what they followed of the same subject before."""
    with transaction.atomic():
        Follow.objects.filter(pk=follow.pk, confirmed_at=None).update(confirmed_at=clock.now())
        subject = {"show": follow.show, "season": follow.season, "person": follow.person}
        Follow.objects.of(follow.email, subject).exclude(pk=follow.pk).delete()


def leave(follow: Follow) -> None:
    """The address goes at once, and what was about to be sent to it is dropped with it."""
    with transaction.atomic():
        Follow.objects.filter(pk=follow.pk).delete()
        Dispatch.objects.filter(target=follow.key).delete()


def forget() -> str:
    """Whoever did not confirm in time did not ask; and counts are kept no longer than they count."""
    gone = Follow.objects.unconfirmed().filter(asked_at__lt=clock.now() - CONFIRM_WITHIN).delete()[0]
    Ask.objects.filter(at__lt=clock.now() - WINDOW).delete()
    return f"{gone} that nobody confirmed" if gone else ""


def _followed(key: str) -> Follow:
    found = Follow.objects.select_related("show", "season__show", "person").filter(key=key).first()
    if found is None:
        raise Gone("Nothing is sent to this address any more, and it is no longer kept here.", "Signed off")
    return found


def _lapsed() -> Q:
    return Q(confirmed_at=None, asked_at__lt=clock.now() - CONFIRM_WITHIN)


def _is_too_much(who: str, most: int) -> bool:
    """Counted before it is judged: of many that come at once, no more than `most` are let through."""
    now: datetime = clock.now()
    Ask.objects.create(who=who, at=now)
    return Ask.objects.filter(who=who, at__gt=now - WINDOW).count() > most


def _digest(kind: str, word: str) -> str:
    return salted_hmac(f"newsroom.following.{kind}", word, algorithm="sha256").hexdigest()
