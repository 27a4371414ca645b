"""Telling a machine elsewhere, and nobody within the house."""

import socket
import time

import pytest
from django.core.exceptions import ValidationError

from newsroom.outbox import posting
from newsroom.outbox.models import own_target
from tests.newsroom.outbox.listening import listening

INSIDE = [
    "127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1",
]  # fmt: skip


def leading_to(monkeypatch, *addresses):
    found = [(socket.AF_INET6 if ":" in one else socket.AF_INET, 1, 6, "", (one, 80)) for one in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)


def test_it_is_told_and_its_status_comes_back():
    with listening(202) as (url, told):
        assert posting.post(f"{url}/hook?a=b", b"words", {"X-Said": "so"}, may_be_private=True) == 202
    ((path, headers, body),) = told
    assert (path, headers["X-Said"], body) == ("/hook?a=b", "so", b"words")


def test_no_redirect_is_followed():
    with listening(302) as (url, told):
        assert posting.post(url, b"", {}, may_be_private=True) == 302
    assert len(told) == 1


@pytest.mark.parametrize("address", INSIDE)
def test_a_name_that_leads_into_a_private_network_is_not_called(monkeypatch, address):
    called = []
    monkeypatch.setattr(socket, "create_connection", lambda *args: called.append(args))
    leading_to(monkeypatch, address)
    with pytest.raises(posting.Forbidden):
        posting.post("http://rebound.example/", b"", {})
    leading_to(monkeypatch, "93.184.216.34", address)
    with pytest.raises(posting.Forbidden):
        posting.post("https://rebound.example/", b"", {})
    assert called == []


def test_what_was_judged_is_what_is_called(monkeypatch):
    called = []

    def connect(place, timeout):
        called.append(place)
        raise OSError

    leading_to(monkeypatch, "93.184.216.34")
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(posting.Unreachable):
        posting.post("https://hook.example/", b"", {})
    assert called == [("93.184.216.34", 80)]


def test_nobody_keeps_us_waiting(monkeypatch):
    monkeypatch.setattr(posting, "TIMEOUT", 0.5)
    monkeypatch.setattr(posting, "LONGEST", 0.6)

    def slowly(ear):
        for letter in b"HTTP/1.1 200 OK and much more than that":
            try:
                ear.wfile.write(bytes([letter]))
                ear.wfile.flush()
            except OSError:
                return
            time.sleep(0.1)

    begun = time.monotonic()
    with listening(answer=slowly) as (url, _):
        with pytest.raises(posting.Unreachable):
            posting.post(url, b"", {}, may_be_private=True)
        assert time.monotonic() - begun < 2


def test_what_is_not_there_is_said_in_words():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with pytest.raises(posting.Unreachable, match="no answer"):
        posting.post(f"http://127.0.0.1:{port}/", b"", {}, may_be_private=True)


@pytest.mark.parametrize(
    "url",
    [
        *(f"http://{f'[{one}]' if ':' in one else one}/" for one in INSIDE),
        "http://localhost/", "http://a.localhost:8000/", "http://printer.local/", "ftp://hook.example/",
        "https://alice:secret@hook.example/", "https://hook.example:99999/", "javascript:alert(1)", "no address",
        "http://hook.example/\r\nX-Evil: 1",
    ],
)  # fmt: skip
def test_an_address_that_is_seen_to_be_wrong_is_refused_on_the_form(url):
    with pytest.raises(ValidationError):
        own_target(url)


def test_an_address_in_the_open_is_taken(settings):
    own_target("https://hook.example/newsroom?a=b")
    settings.PRIVATE_WEBHOOKS = True
    own_target("http://192.168.1.1/hook")
