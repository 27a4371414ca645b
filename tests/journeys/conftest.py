"""A real browser at the desk: one a person, against a server whose clock the test moves."""

import shutil
from datetime import UTC, datetime

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth.models import Group

from newsroom import roles
from tests.conftest import Clock
from tests.journeys.person import Person

CHROMIUM = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


def pytest_collection_modifyitems(items):
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.journey)
            # Two browsers at once only wait for each other.
            item.add_marker(pytest.mark.xdist_group("browser"))
            if not CHROMIUM:
                item.add_marker(
                    pytest.mark.skip(reason="no chromium here: `apt-get install chromium` brings it")
                )


@pytest.fixture
def ticking(own_clock):
    """As `at`, but time goes on: a browser that waits for a moment that never passes waits for ever."""
    with time_machine.travel(datetime(2026, 3, 1, 12, tzinfo=UTC), tick=True) as traveller:
        yield Clock(traveller)


@pytest.fixture
def desk(playwright, live_server, settings, ticking, tmp_path):
    """`desk(user, "Editor")` sits down a person, logged in, at a browser of their own."""
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False  # the live server speaks plain http
    roles.grant(apps)  # the flush before a live server took the groups of the migration
    seated = []

    def sit_down(user, role, password):
        user.groups.add(Group.objects.get(name=role))
        person = Person(playwright, CHROMIUM, tmp_path / user.username, live_server.url)
        seated.append(person)
        person.log_in(user.username, password)
        return person

    yield sit_down
    complaints = [one for person in seated for one in person.complaints]
    for person in seated:
        person.leave()
    assert complaints == []  # the desk breaks neither its scripts nor its own content security policy
