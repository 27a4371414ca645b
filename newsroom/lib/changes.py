"""What there is to tell the world: that a timeline row goes live, was taken back or was redacted.

Written in the transaction of the change, by the functions that write the timeline and by nothing else; due when
the row goes live, gone with it when it is called off. Whom it is told is decided when it is due, by `tick`.
"""

from collections.abc import Iterable
from datetime import datetime

from django.apps import apps
from django.db import models

from newsroom.lib import clock


class ChangeQuerySet(models.QuerySet):
    def due(self, at: datetime | None = None):
        """What has happened by a moment and was not passed on yet, in the order in which it happened."""
        return self.filter(settled_at=None, due_at__lte=at or clock.now()).order_by("due_at", "pk")

    def of(self, row: models.Model):
        return self.filter(model=row._meta.label_lower, row_id=row.pk)


class Change(models.Model):
    class Event(models.TextChoices):
        LIVE = "live", "Went live"
        TAKEN_BACK = "taken_back", "Was taken back"
        REDACTED = "redacted", "Was redacted"

    model = models.CharField(
        max_length=60, help_text="The row's model; it stands above, where no key may lead."
    )
    row_id = models.BigIntegerField()
    event = models.CharField(max_length=12, choices=Event)
    due_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, help_text="When it was decided whom it is told.")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["model", "row_id", "event"], name="newsroom_lib_change_once"),
        ]
        indexes = [
            models.Index(
                fields=["due_at"], condition=models.Q(settled_at=None), name="newsroom_lib_change_due"
            ),
        ]

    def __str__(self):
        return f"{self.model} {self.row_id}: {self.get_event_display().lower()}"

    def row(self) -> models.Model | None:
        """The row that it speaks of; None where the demo was taken out meanwhile."""
        return apps.get_model(self.model)._base_manager.filter(pk=self.row_id).first()


def note(rows: Iterable[models.Model], event: str, at: datetime) -> None:
    """Something is to be told of these rows from a moment on; what stands already stays as it is."""
    told = [Change(model=row._meta.label_lower, row_id=row.pk, event=event, due_at=at) for row in rows]
    Change.objects.bulk_create(told, ignore_conflicts=True)


def call_off(row: models.Model) -> None:
    """The row is not to go live after all."""
    Change.objects.of(row).filter(settled_at=None, event=Change.Event.LIVE).delete()
