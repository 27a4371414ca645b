"""Draining the outbox: what is due is given to those who want it, and tried until it is there.

However many ticks run at once, each dispatch is taken by one of them: by an update whose condition the others then
fail. Who takes it puts its next attempt ahead; if they die before they mark it sent, it comes round again, under
the same key. So nothing is lost, and a target that has seen a key knows it.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import F

from newsroom.lib import clock
from newsroom.lib.changes import Change
from newsroom.outbox.carrying import Carrier, Hopeless, Moot, TooSoon
from newsroom.outbox.models import Dispatch, new_token
from newsroom.outbox.posting import Unreachable

LEASE = timedelta(minutes=5)  # longer than any attempt takes
# Until the next attempt, after each that failed: seven in all, over a day and a half.
BACK_OFF = [timedelta(minutes=many) for many in (1, 5, 20, 90, 480, 1440)]
WAIT_A_LITTLE = timedelta(minutes=1)
KEPT = timedelta(days=30)  # what is done, for the desk to look at
ROUND = 500

State = Dispatch.State
log = logging.getLogger("newsroom.outbox")
never = bool  # `bool()` is False


def drain(carriers: Sequence[Carrier], is_over: Callable[[], bool] = never) -> str:
    """One pass. `is_over` is asked between two dispatches. Gives what was done, in words; empty for nothing."""
    settled = _settle(carriers, is_over)
    sent = _deliver({carrier.name: carrier for carrier in carriers}, is_over)
    return f"{settled} changes, {sent} sent" if settled or sent else ""


def _settle(carriers: Sequence[Carrier], is_over) -> int:
    done = 0
    for change in Change.objects.due()[:ROUND]:
        if is_over():
            break
        try:
            done += settle(change, carriers)
        except Exception:
            log.exception("change %s could not be given to anybody", change.pk)
    return done


def settle(change: Change, carriers: Sequence[Carrier]) -> bool:
    """Decide whom a change is told: once, whoever else is at it."""
    row, now = change.row(), clock.now()
    told = [(one.name, target) for one in carriers for target in one.targets(change, row)] if row else []
    fresh = [
        Dispatch(carrier=name, target=target, change=change, due_at=change.due_at, next_at=now)
        for name, target in dict.fromkeys(told)
    ]
    with transaction.atomic():
        mine = Change.objects.due(now).filter(pk=change.pk).order_by().update(settled_at=now)
        if mine:
            Dispatch.objects.bulk_create(fresh, batch_size=ROUND)
    return bool(mine)


def _deliver(carriers: dict[str, Carrier], is_over) -> int:
    """Oldest first; where one fails, the others of its lane wait for the next pass."""
    sent, blocked = 0, set()
    while True:
        tried = 0
        for one in list(Dispatch.objects.due().filter(carrier__in=carriers)[:ROUND]):
            carrier = carriers[one.carrier]
            lane = (carrier.name, carrier.lane(one.target))
            if is_over():
                return sent
            if lane in blocked:
                continue
            parcel = take(one, carrier)
            tried += len(parcel)
            if parcel and not attempt(parcel, carrier):
                blocked.add(lane)
            elif parcel:
                sent += 1
        if not tried:
            return sent


def take(one: Dispatch, carrier: Carrier) -> list[Dispatch]:
    """Take it, and what goes with it, for an attempt; nothing where another tick was quicker."""
    now, ticket = clock.now(), new_token()
    wanted = Dispatch.objects.due(now).order_by()
    if carrier.gathers:
        wanted = wanted.filter(carrier=one.carrier, target=one.target, due_at=one.due_at)
    else:
        wanted = wanted.filter(pk=one.pk)
    wanted.update(ticket=ticket, next_at=now + LEASE, tries=F("tries") + 1)
    return list(Dispatch.objects.filter(ticket=ticket).select_related("change").order_by("pk"))


def attempt(parcel: list[Dispatch], carrier: Carrier) -> bool:
    """Try to tell a target; whether its lane is open."""
    first = parcel[0]
    try:
        said = carrier.send(parcel)
    except Moot as nothing:
        _mark(first.ticket, state=State.DROPPED, said=str(nothing), done_at=clock.now())
    except TooSoon:
        _mark(first.ticket, next_at=clock.now() + WAIT_A_LITTLE, tries=F("tries") - 1)
    except Hopeless as error:
        _give_up(first, error)
    except Exception as error:
        _fail(first, error)
        return False
    else:
        _mark(first.ticket, state=State.SENT, said=said, done_at=clock.now())
    return True


def _fail(first: Dispatch, error: Exception) -> None:
    if first.tries > len(BACK_OFF):
        return _give_up(first, error)
    wait = BACK_OFF[first.tries - 1]
    is_a_surprise = not isinstance(error, Unreachable)
    told = (first, first.tries, wait, error)
    log.warning("%s failed (attempt %s, the next in %s): %s", *told, exc_info=is_a_surprise)
    return _mark(first.ticket, next_at=clock.now() + wait, said=str(error) or type(error).__name__)


def _give_up(first: Dispatch, error: Exception) -> None:
    log.error("%s was given up after %s attempts: %s", first, first.tries, error)
    _mark(first.ticket, state=State.GIVEN_UP, said=str(error), done_at=clock.now())


def _mark(ticket: str, **fields) -> None:
    """Only what is still under this ticket: whoever took too long has lost it to another."""
    if "said" in fields:
        fields["said"] = fields["said"][:300]
    Dispatch.objects.filter(ticket=ticket).update(**fields)


def forget() -> str:
    """What was done long ago need not be kept; what was given up waits for the desk."""
    long_ago = clock.now() - KEPT
    done = Dispatch.objects.filter(state__in=[State.SENT, State.DROPPED], done_at__lt=long_ago)
    gone = done.delete()[0]
    told = Change.objects.filter(settled_at__lt=long_ago, dispatches=None)
    gone += told.delete()[0]
    return f"{gone} rows of what was told long ago" if gone else ""
