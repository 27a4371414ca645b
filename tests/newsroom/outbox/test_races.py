"""Two ticks at once, and one that dies: told once, or again under the same key."""

import threading

import pytest
from django.db import connection

from newsroom.lib.changes import Change
from newsroom.outbox import draining
from newsroom.outbox.models import Dispatch
from tests.newsroom.outbox.post_office import Pigeon, a_change, drained, states

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(many, work):
    """That many threads, each with a connection of its own, off together."""
    barrier, faults = threading.Barrier(many), []

    def run():
        try:
            barrier.wait()
            work()
        except Exception as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


@pytest.mark.parametrize("gathers", [False, True])
def test_ticks_that_run_at_once_tell_each_change_once(gathers):
    for number in range(12):
        a_change(number)
    pigeons = [Pigeon("tower", "harbour", gathers=gathers) for _ in range(4)]
    waiting = list(pigeons)
    at_once(4, lambda: draining.drain([waiting.pop()]))
    told = [one for pigeon in pigeons for one in pigeon.sent]
    assert sum(many for _, _, many in told) == 24 == Dispatch.objects.filter(state="sent", tries=1).count()
    assert len({key for _, key, _ in told}) == len(told)


def test_a_change_is_settled_by_one_of_them():
    change = a_change()
    settled = []
    at_once(4, lambda: settled.append(draining.settle(Change.objects.get(pk=change.pk), [Pigeon()])))
    assert sorted(settled) == [False, False, False, True]
    assert Dispatch.objects.count() == 1


class Killed(BaseException):
    """The process ends here."""


def test_a_tick_that_dies_between_sending_and_marking_is_made_good_under_the_same_key(at, monkeypatch):
    a_change()
    pigeon = Pigeon()

    def dies(*args, **fields):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(draining, "_mark", dies)
        with pytest.raises(Killed):
            drained(pigeon)
    assert states() == [("tower", "waiting", 1)]
    assert drained(pigeon) == "", "nobody takes what another may be sending"
    at.forward(seconds=draining.LEASE.total_seconds())
    drained(pigeon)
    assert states() == [("tower", "sent", 2)]
    (_, first, _), (_, second, _) = pigeon.sent
    assert first == second


def test_whoever_took_too_long_marks_nothing(at):
    a_change()
    drained(Pigeon(failing={"tower": draining.Unreachable("no")}))
    at.forward(hours=1)
    (mine,) = draining.take(Dispatch.objects.get(), Pigeon())
    at.forward(seconds=draining.LEASE.total_seconds())
    (theirs,) = draining.take(Dispatch.objects.get(), Pigeon())
    draining._mark(mine.ticket, state=Dispatch.State.GIVEN_UP)
    assert states() == [("tower", "waiting", 3)]
    draining._mark(theirs.ticket, state=Dispatch.State.SENT)
    assert states() == [("tower", "sent", 3)]


def test_a_tick_that_dies_while_settling_has_settled_nothing(monkeypatch):
    a_change()

    def dies(*args, **fields):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Dispatch.objects, "bulk_create", dies)
        with pytest.raises(Killed):
            drained(Pigeon())
    pigeon = Pigeon()
    assert drained(pigeon) == "1 changes, 1 sent"
