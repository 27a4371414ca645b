"""What a mail server answers, and what becomes of the mail then."""

import logging
import smtplib

import pytest
from django.core.mail import EmailMessage

from newsroom.outbox.models import Dispatch
from tests import factories as make
from tests.newsroom.following.readers import CAROL, a_follower, posted
from tests.newsstand import held

pytestmark = pytest.mark.django_db

REFUSED = smtplib.SMTPRecipientsRefused({CAROL: (550, b"no such carol@example.org")})
PUT_OFF = smtplib.SMTPRecipientsRefused({CAROL: (451, b"later, carol@example.org")})


@pytest.mark.parametrize(
    ("error", "state", "said"),
    [
        (REFUSED, "given_up", "the mail server refused the address (550)"),
        (PUT_OFF, "waiting", "the mail server put the address off (451)"),
        (smtplib.SMTPAuthenticationError(535, b"no"), "waiting", "the mail server answered 535"),
        (ConnectionRefusedError(), "waiting", "no mail server (ConnectionRefusedError)"),
        (TimeoutError(), "waiting", "no mail server (TimeoutError)"),
    ],
)
def test_a_server_that_says_no_is_understood_and_no_address_is_kept(
    at, monkeypatch, caplog, error, state, said
):
    caplog.set_level(logging.INFO)

    def fails(self, **options):
        raise error

    monkeypatch.setattr(EmailMessage, "send", fails)
    a_follower(show=make.a_show())
    held(make.a_release(make.a_season()), "official")
    posted()
    row = Dispatch.objects.get()
    assert (row.state, row.said) == (state, said)
    assert "carol" not in str(Dispatch.objects.values()) and "carol" not in caplog.text


def test_while_the_server_is_away_the_others_wait(at, monkeypatch, caplog):
    tried = []
    caplog.set_level(logging.CRITICAL)

    def fails(self, **options):
        tried.append(self.to)
        raise ConnectionRefusedError

    monkeypatch.setattr(EmailMessage, "send", fails)
    show = make.a_show()
    for number in range(5):
        a_follower(f"reader-{number}@example.org", show=show)
    held(make.a_release(make.a_season(show)), "official")
    posted()
    assert len(tried) == 1
