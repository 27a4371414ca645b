"""Readers who follow by mail: Carol, and what a mail program does for her."""

import re

from newsroom.following.carriers import Alerts, Confirmations
from newsroom.following.models import Follow
from newsroom.lib import clock
from newsroom.outbox import draining

CAROL = "carol@example.org"
PLACE = "/follow/?show=all-of-us-are-dead&season=2"


def asked(client, url=PLACE, email=CAROL, level="confirmed", **headers):
    return client.post(url, {"email": email, "min": level}, headers=headers)


def posted():
    """One pass of the post: what `tick` does for followers."""
    draining.drain([Confirmations(), Alerts()])


def link(mail, which):
    """The path of the link in a mail that confirms or leaves."""
    return re.search(rf"https://news\.example(/follow/{which}/\S+)", mail.body)[1]


def a_follower(email=CAROL, level="confirmed", **subject):
    return Follow.objects.create(email=email, min=level, confirmed_at=clock.now(), **subject)
