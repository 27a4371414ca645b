"""How a process learns that the world has changed, and what it does while the database is away or hangs."""

import threading
from datetime import timedelta

import pytest
from django.db import OperationalError

from newsroom.lib import clock
from newsroom.page_cache import epoch as subject
from newsroom.page_cache.epoch import Epoch, Epochs


class Database:
    """Answers with a generation; away or hanging when told so."""

    def __init__(self):
        self.generation, self.lasts, self.away, self.asked = 1, timedelta(hours=1), False, 0
        self.answers = threading.Event()
        self.answers.set()

    def __call__(self, before):
        self.asked += 1
        self.answers.wait(10)
        if self.away:
            raise OperationalError("away")
        if before and before.generation == self.generation and before.holds():
            return before
        return Epoch(self.generation, clock.last_known() + self.lasts)


@pytest.fixture
def database(monkeypatch):
    monkeypatch.setattr(subject, "PATIENCE", 0.05)
    monkeypatch.setattr(subject, "AWAY", 0.0)
    yield (made := Database())
    made.answers.set()


def test_it_is_asked_once_in_a_while(database, monkeypatch):
    monkeypatch.setattr(subject, "LOOK_EVERY", 60)
    epochs = Epochs(database)
    assert len({id(epochs.current()) for _ in range(50)}) == 1 and database.asked == 1


def test_a_new_generation_is_another_epoch(database, monkeypatch):
    monkeypatch.setattr(subject, "LOOK_EVERY", 0)
    epochs = Epochs(database)
    first = epochs.current()
    assert epochs.current() is first and epochs.still(first)
    database.generation = 2
    assert not epochs.still(first)
    assert epochs.current().generation == 2


def test_a_boundary_ends_an_epoch_without_being_asked(database, monkeypatch):
    monkeypatch.setattr(subject, "LOOK_EVERY", 60)
    database.lasts = timedelta(milliseconds=1)
    epochs = Epochs(database)
    first = epochs.current()
    while first and first.holds():
        pass
    assert epochs.current() is not first


@pytest.mark.parametrize("how", ["away", "hanging"])
def test_while_the_database_is_silent_the_last_epoch_holds_until_its_boundary(database, monkeypatch, how):
    monkeypatch.setattr(subject, "LOOK_EVERY", 0)
    database.lasts = timedelta(seconds=1.5)
    epochs = Epochs(database)
    first = epochs.current()
    database.away = how == "away"
    if how == "hanging":
        database.answers.clear()
    assert [epochs.current() for _ in range(3)] == [first] * 3
    assert not epochs.still(first)
    while first.holds():
        pass
    assert epochs.current() is None
    database.away, database.generation = False, 2
    database.answers.set()
    while not (found := epochs.current()):
        pass
    assert found.generation == 2
