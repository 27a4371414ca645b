"""What is due leaves once, later where it failed, and never early."""

import logging
from datetime import timedelta

import pytest

from newsroom.lib import clock
from newsroom.lib.changes import Change
from newsroom.outbox import draining
from newsroom.outbox.carrying import Hopeless, Moot, TooSoon
from newsroom.outbox.models import Dispatch
from newsroom.outbox.posting import Unreachable
from tests.newsroom.outbox.post_office import Pigeon, a_change, drained, states

pytestmark = pytest.mark.django_db
AWAY = Unreachable("no answer")


def test_what_is_due_leaves_once(at):
    a_change()
    pigeon = Pigeon("tower", "harbour")
    assert drained(pigeon) == "1 changes, 2 sent"
    assert drained(pigeon) == ""
    assert [target for target, _, _ in pigeon.sent] == ["tower", "harbour"]
    assert states() == [("tower", "sent", 1), ("harbour", "sent", 1)]


def test_nothing_leaves_before_its_hour(at):
    a_change(after=timedelta(hours=1))
    pigeon = Pigeon()
    at.forward(minutes=59, seconds=59)
    assert drained(pigeon) == "" and not Dispatch.objects.exists()
    at.forward(seconds=1)
    assert drained(pigeon) == "1 changes, 1 sent"


def test_one_broken_target_does_not_stop_the_others(at, caplog):
    a_change()
    pigeon = Pigeon("tower", "harbour", failing={"tower": AWAY})
    assert drained(pigeon) == "1 changes, 1 sent"
    assert states() == [("tower", "waiting", 1), ("harbour", "sent", 1)]
    assert "no answer" in caplog.text


def test_a_broken_carrier_does_not_stop_the_others(at, caplog):
    a_change()
    broken, pigeon = Pigeon(failing={"tower": RuntimeError("a bug")}), Pigeon()
    broken.name = "crow"
    drained(broken, pigeon)
    assert len(pigeon.sent) == 1 and "a bug" in caplog.text


def test_a_change_that_nobody_understands_does_not_stop_the_others(at, caplog):
    a_change(1), a_change(2)
    pigeon = Pigeon()
    first = Change.objects.first().pk
    pigeon.targets = lambda change, row: 1 / 0 if change.pk == first else ["tower"]
    assert drained(pigeon) == "1 changes, 1 sent"
    assert "could not be given to anybody" in caplog.text


def test_what_failed_is_tried_later_and_later_under_the_same_key_and_then_given_up(at, caplog):
    caplog.set_level(logging.CRITICAL)
    a_change()
    pigeon = Pigeon(failing={"tower": AWAY})
    drained(pigeon)
    key = Dispatch.objects.get().key
    for wait in draining.BACK_OFF:
        at.forward(seconds=wait.total_seconds() - 1)
        assert drained(pigeon) == ""
        tries = Dispatch.objects.get().tries
        at.forward(seconds=1)
        drained(pigeon)
        assert Dispatch.objects.get().tries == tries + 1
    assert states() == [("tower", "given_up", 7)]
    at.forward(days=30)
    drained(pigeon)
    assert Dispatch.objects.given_up().try_again() == 1
    pigeon.failing = {}
    drained(pigeon)
    assert pigeon.sent == [("tower", key, 1)]


def test_others_for_a_target_that_failed_wait_with_it(at):
    for number in range(3):
        a_change(number)
    pigeon = Pigeon(failing={"tower": AWAY})
    drained(pigeon)
    assert states() == [("tower", "waiting", 1), ("tower", "waiting", 0), ("tower", "waiting", 0)]


def test_what_happened_to_one_target_at_one_moment_goes_in_one_parcel(at):
    a_change(1), a_change(2)
    at.forward(seconds=1)
    a_change(3)
    pigeon = Pigeon("tower", "harbour", gathers=True)
    drained(pigeon)
    assert [(target, many) for target, _, many in pigeon.sent] == [
        ("tower", 2),
        ("harbour", 2),
        ("tower", 1),
        ("harbour", 1),
    ]


@pytest.mark.parametrize(
    ("error", "state"),
    [(Moot("gone"), ("dropped", 1)), (Hopeless("never"), ("given_up", 1)), (TooSoon(), ("waiting", 0))],
)
def test_a_carrier_may_say_that_it_is_moot_hopeless_or_too_soon(at, error, state):
    a_change()
    drained(Pigeon(failing={"tower": error}))
    assert states() == [("tower", *state)]


def test_whoever_is_asked_to_stop_stops_between_two(at):
    a_change()
    pigeon = Pigeon("tower", "harbour", "mill")
    drained(pigeon, over=lambda: len(pigeon.sent) == 2)
    assert len(pigeon.sent) == 2
    drained(pigeon)
    assert len(pigeon.sent) == 3


def test_a_change_whose_row_is_gone_is_told_to_nobody(at):
    Change.objects.create(model="auth.user", row_id=999, event="live", due_at=clock.now())
    pigeon = Pigeon()
    assert drained(pigeon) == "1 changes, 0 sent"


def test_what_was_told_is_forgotten_after_a_month_and_what_was_given_up_is_not(at):
    a_change(1), a_change(2)
    pigeon = Pigeon(failing={"tower": Hopeless("never")})
    drained(pigeon)
    Dispatch.objects.filter(pk=Dispatch.objects.first().pk).update(state=Dispatch.State.SENT)
    at.forward(days=29)
    assert draining.forget() == ""
    at.forward(days=2)
    assert draining.forget() == "2 rows of what was told long ago"
    assert (Dispatch.objects.count(), Change.objects.count()) == (1, 1)
