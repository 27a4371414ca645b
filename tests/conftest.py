"""The suite's own rules: plain static files, a clock that can be moved, and the people it knows."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db.backends.base.base import BaseDatabaseWrapper

from newsroom.lib import clock


@pytest.fixture(autouse=True)
def quick_settings(settings, tmp_path):
    """Static files under their own names (the suite collects none), a media folder a test, cheap passwords."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.WHITENOISE_AUTOREFRESH = True
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # the suite makes many accounts


@pytest.fixture(autouse=True)
def whole_transactions(monkeypatch):
    """A file that a test did not read to its end is closed when memory is collected, perhaps amid another
    request, and tells Django that a request has ended: the test's transaction is not to end with it."""
    close = BaseDatabaseWrapper.close_if_unusable_or_obsolete
    monkeypatch.setattr(
        BaseDatabaseWrapper,
        "close_if_unusable_or_obsolete",
        lambda self: None if self.in_atomic_block else close(self),
    )


@pytest.fixture(autouse=True)
def own_clock(monkeypatch):
    """The suite moves the machine's clock: it must not be corrected back to the database's."""
    monkeypatch.setattr(clock, "database_offset", lambda: timedelta(0))


class Clock:
    """Moves time: `clock.to("2026-03-01")`, `clock.forward(hours=2)`."""

    def __init__(self, traveller):
        self.traveller = traveller

    def to(self, moment):
        if isinstance(moment, str):
            moment = datetime.fromisoformat(moment)
        self.traveller.move_to(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
        return clock.now()

    def forward(self, **much):
        return self.to(datetime.now(UTC) + timedelta(**much))


@pytest.fixture
def at(own_clock):
    """Standing at 1 March 2026, 12:00 UTC, until moved."""
    with time_machine.travel(datetime(2026, 3, 1, 12, tzinfo=UTC), tick=False) as traveller:
        yield Clock(traveller)


@pytest.fixture
def alice(db):
    """Alice edits."""
    return User.objects.create_user("alice", password="alice-edits-here", is_staff=True)


@pytest.fixture
def bob(db):
    """Bob reports."""
    return User.objects.create_user("bob", password="bob-reports-here", is_staff=True)


@pytest.fixture
def mona(db):
    """Mona manages."""
    return User.objects.create_user("mona", password="mona-manages-here", is_staff=True)


@pytest.fixture(scope="session")
def playwright():
    """What drives the browser of journeys and quality checks; a process can have but one."""
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as started:
        yield started
