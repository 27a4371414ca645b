"""EMAIL_URL and WEBSUB_HUB: understood, or refused at the start in a sentence."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import env
from newsroom.env import Mail


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("", Mail(is_set_up=False)),
        ("console:", Mail("console")),
        ("memory:", Mail("locmem")),
        ("file:/var/mail-out", Mail("filebased", folder="/var/mail-out")),
        ("file:///var/mail-out", Mail("filebased", folder="/var/mail-out")),
        ("smtps://me%40x:p%3Aw@mail.example", Mail("smtp", "mail.example", 465, "me@x", "p:w", is_tls=True)),
        ("smtp://me:pw@mail.example", Mail("smtp", "mail.example", 587, "me", "pw", starts_tls=True)),
        ("smtp://mail.example:2525", Mail("smtp", "mail.example", 2525, starts_tls=True)),
        ("smtp://localhost", Mail("smtp", "localhost", 25)),
    ],
)
def test_a_mail_address_is_understood(monkeypatch, url, told):
    monkeypatch.setenv("EMAIL_URL", url)
    assert env.mail() == told


@pytest.mark.parametrize(
    "url", ["mail.example", "http://mail.example", "smtp://", "file:", "smtp://a:99999", "smtp://["]
)
def test_one_that_is_none_stops_the_start_and_its_password_is_not_told(monkeypatch, url):
    monkeypatch.setenv("EMAIL_URL", url)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        env.mail()


def test_a_hub_is_a_web_address(monkeypatch):
    assert env.hub() == ""
    monkeypatch.setenv("WEBSUB_HUB", "https://hub.example/")
    assert env.hub() == "https://hub.example/"
    monkeypatch.setenv("WEBSUB_HUB", "hub.example")
    with pytest.raises(ImproperlyConfigured, match="WEBSUB_HUB"):
        env.hub()
