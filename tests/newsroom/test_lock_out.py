"""Ten failures within 15 minutes lock a name for where they came from; nobody learns from it which names exist."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client

from newsroom.door import lockout
from newsroom.door.models import Attempt

pytestmark = pytest.mark.django_db
LOGIN = "/admin/login/"
RIGHT = "alice-edits-here"


def tries(name, password="wrong", where="203.0.113.7", **more):
    return Client(REMOTE_ADDR=where).post(LOGIN, {"username": name, "password": password, **more})


def statuses(times, name="alice", **how):
    return [tries(name, **how).status_code for _ in range(times)]


def told(response):
    """A page's bytes but for the token of its form."""
    return re.sub(rb'(csrfmiddlewaretoken" value=|nonce=)"[^"]*"', b"", response.content)


def test_ten_failures_lock_for_fifteen_minutes(at, alice):
    assert statuses(10) == [200] * 9 + [429]
    assert tries("alice", RIGHT).status_code == 429
    at.forward(minutes=14, seconds=59)
    assert tries("alice", RIGHT).status_code == 429
    at.forward(seconds=1)
    assert tries("alice", RIGHT).status_code == 302


def test_the_page_says_what_to_do_and_for_how_long(at, alice):
    statuses(10)
    at.forward(minutes=3, seconds=30)
    page = tries("alice", RIGHT)
    words = " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())
    assert "12 minutes from now, at 1 Mar 2026, 12:15 UTC, this name can be tried again" in words
    assert "Ask a managing editor: they can lift the lock" in words
    assert (page["Retry-After"], page["Cache-Control"]) == ("690", "no-store, private")


def test_the_last_tries_are_counted_down(at):
    page = [tries("ghost").content.decode() for _ in range(9)]
    said = [re.search(r"You can try (.+?);", one) for one in page]
    assert [one and one[1] for one in said] == [None] * 6 + ["3 more times", "2 more times", "one more time"]


def test_a_login_forgets_the_failures_before_it(at, alice):
    assert statuses(9) == [200] * 9
    assert tries("alice", RIGHT).status_code == 302
    assert statuses(9) == [200] * 9


def test_failures_that_lie_wider_apart_do_not_lock(at, alice):
    for _ in range(12):
        assert tries("alice").status_code == 200
        at.forward(minutes=1, seconds=40)


def test_what_meets_the_lock_does_not_lengthen_it(at, alice):
    statuses(10)
    at.forward(minutes=10)
    assert statuses(12) == [429] * 12
    at.forward(minutes=5)
    assert tries("alice", RIGHT).status_code == 302


def test_the_lock_is_of_one_name_and_one_place(at, alice, bob):
    statuses(10)
    assert tries("bob", "bob-reports-here").status_code == 302
    assert tries("alice", RIGHT, where="203.0.113.8").status_code == 302
    assert tries("alice", RIGHT).status_code == 429


def outsiders():
    """A wrong password, a name that nobody has, a closed account and one without a place at the desk."""
    User.objects.create_user("closed", password=RIGHT, is_staff=True, is_active=False)
    User.objects.create_user("reader", password=RIGHT)
    return [("alice", "wrong"), ("ghost", RIGHT), ("closed", RIGHT), ("reader", RIGHT)]


def test_nobody_learns_which_names_exist(at, alice, monkeypatch):
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: hashed.append(given[1]) or encode(*given))
    seen = []
    for name, password in outsiders():
        hashed.clear()
        pages = [tries(name, password) for _ in range(11)]
        bodies = {told(page).replace(name.encode(), b"NAME") for page in (pages[0], pages[8], pages[10])}
        seen.append(([page.status_code for page in pages], len(hashed), bodies))
    assert seen == [seen[0]] * 4
    assert seen[0][:2] == ([200] * 9 + [429] * 2, 10)


def test_an_attempt_is_written_down_before_it_is_tried(at, alice):
    with ExitStack() as under_way:
        for _ in range(10):
            under_way.enter_context(lockout.attempt("alice", "203.0.113.7"))
        assert tries("alice", RIGHT).status_code == 429


@pytest.mark.django_db(transaction=True)
def test_however_many_come_at_one_moment_no_more_than_ten_are_tried(at, alice):
    tried = []

    def knock(number):
        try:
            with lockout.attempt("alice", "203.0.113.7"):
                tried.append(number)
                raise ValidationError("wrong")
        except (ValidationError, lockout.Locked):
            connection.close()

    with ThreadPoolExecutor(8) as crowd:
        list(crowd.map(knock, range(60)))
    assert len(tried) <= 10
    assert tries("alice", RIGHT).status_code == (429 if len(tried) == 10 else 302)


def test_neither_table_nor_log_holds_what_was_typed(at, alice, caplog):
    secret = "my-password-in-the-wrong-field"
    for name in (secret, "alice"):
        for _ in range(10):
            tries(name, secret, code=secret)
    assert [record.getMessage() for record in caplog.records if record.name == "newsroom.door"] == [
        "locked out until 12:15:00 UTC: a name that no account has from 203.0.113.7",
        "locked out until 12:15:00 UTC: account 'alice' from 203.0.113.7",
    ]
    assert secret not in caplog.text
    assert Attempt.objects.filter(account__in=[secret, "alice"]).count() == 0 < Attempt.objects.count()


def test_old_failures_are_cleared_away(at):
    statuses(5, "ghost")
    at.forward(minutes=31)
    statuses(1, "phantom")
    assert Attempt.objects.count() == 1


def test_a_forwarded_header_gives_nobody_more_tries(at, alice):
    for number in range(10):
        Client(REMOTE_ADDR="203.0.113.7").post(
            LOGIN, {"username": "alice", "password": "x"}, headers={"X-Forwarded-For": f"10.0.0.{number}"}
        )
    assert tries("alice", RIGHT).status_code == 429
