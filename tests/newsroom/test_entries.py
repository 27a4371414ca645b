"""Who came in, who went out and who was refused stands in the log; of unknown names nothing does."""

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from tests.desk_people import desk_of
from tests.newsstand import words

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"


def told():
    rows = LogEntry.objects.order_by("pk").values_list("user__username", "change_message")
    return [f"{name}: {said}" for name, said in rows]


def tries(name, password, client=None):
    return (client or Client(REMOTE_ADDR="203.0.113.7")).post(LOGIN, {"username": name, "password": password})


def test_comings_and_goings_are_written_down(at, alice):
    client = Client(REMOTE_ADDR="203.0.113.7")
    tries("alice", "wrong")
    tries("nobody-here", "wrong")
    tries("alice", "alice-edits-here", client)
    client.get("/admin/logout/")
    client.post("/admin/logout/")
    client.post("/admin/logout/")
    assert told() == [
        "alice: A log-in was refused, from 203.0.113.7.",
        "alice: Logged in, from 203.0.113.7.",
        "alice: Logged out, from 203.0.113.7.",
    ]


def test_a_lock_is_told_as_what_it_is(at, alice):
    for _ in range(11):
        tries("alice", "wrong")
    assert told()[-1] == "alice: A log-in was refused: locked, from 203.0.113.7."


def test_a_log_in_changes_no_account_that_stands_open(at, alice, mona):
    """An account's form tells who saved it last: somebody who logged in did not."""
    tries("alice", "alice-edits-here")
    assert LogEntry.objects.get().content_type is None
    assert "Logged in, from 203.0.113.7." in words(desk_of("mona").get("/admin/log/"))


def test_a_name_that_no_database_takes_is_no_name(at, db):
    assert tries("ali\0ce", "wrong").status_code == 200
    assert not LogEntry.objects.exists()
