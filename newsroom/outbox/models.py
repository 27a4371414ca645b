"""The outbox: what is to leave the house, and who has asked to be told of everything."""

import secrets
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models

from newsroom.lib import clock
from newsroom.lib.changes import Change
from newsroom.lib.fields import KeyField, LineField, web_address
from newsroom.outbox import posting


def new_token() -> str:
    """128 random bits."""
    return secrets.token_hex(16)


def new_secret() -> str:
    return secrets.token_urlsafe(32)


class DispatchQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=Dispatch.State.WAITING)

    def due(self, at: datetime | None = None):
        """What is to be tried by a moment, oldest first."""
        return self.waiting().filter(next_at__lte=at or clock.now()).order_by("due_at", "pk")

    def given_up(self):
        return self.filter(state=Dispatch.State.GIVEN_UP)

    def try_again(self) -> int:
        """Of these, what was given up begins anew; how many."""
        now = clock.now()
        return self.given_up().update(state=Dispatch.State.WAITING, next_at=now, tries=0, ticket="")


class Dispatch(models.Model):
    """One change, told to one target. What is said is made when it is sent, from what may be shown by then."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        DROPPED = "dropped", "Dropped: nothing to tell any more"
        GIVEN_UP = "given_up", "Given up"

    key = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    carrier = models.CharField(max_length=20)
    target = models.CharField(max_length=200, help_text="A key, or an address of ours to tell; no reader's.")
    change = models.ForeignKey(Change, models.CASCADE, null=True, related_name="dispatches")
    due_at = models.DateTimeField("due")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    # Whoever tries it puts this ahead, under a ticket of their own: if they die, it comes round again.
    next_at = models.DateTimeField("next attempt")
    ticket = models.CharField(max_length=32, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    said = models.CharField("what came of it", max_length=300, blank=True)
    done_at = models.DateTimeField("done", null=True)

    objects = DispatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "dispatches"
        ordering = ["-due_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["carrier", "change", "target"], name="outbox_dispatch_once"),
        ]
        indexes = [
            models.Index(
                fields=["next_at"], condition=models.Q(state="waiting"), name="outbox_dispatch_waiting"
            ),
            models.Index(fields=["carrier", "target", "due_at"], name="outbox_dispatch_target"),
            models.Index(fields=["ticket"], name="outbox_dispatch_ticket"),
        ]

    def __str__(self):
        return f"{self.carrier} {self.key[:8]}"


def own_target(url: str) -> None:
    """An address that may be told things: http(s), without a password in it, and not within the house."""
    web_address(url)
    if fault := posting.fault_of(url):
        raise ValidationError(fault)


class WebHook(models.Model):
    """A program elsewhere that is told what is published."""

    key = KeyField(editable=False)
    name = LineField(max_length=100, help_text="Whose it is, for the desk.")
    url = models.CharField("address", max_length=500, validators=[own_target])
    secret = models.CharField(max_length=64, default=new_secret, editable=False)
    tells_of_stories = models.BooleanField("stories", default=True)
    tells_of_claims = models.BooleanField("claims", default=True)
    is_active = models.BooleanField("active", default=True)

    class Meta:
        verbose_name = "webhook"
        ordering = ["name", "key"]

    def __str__(self):
        return self.name
