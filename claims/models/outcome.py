"""What became of a claim."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from claims.models.claim import Claim
from newsroom.lib import clock, dates


class OutcomeQuerySet(models.QuerySet):
    def known(self, at=None):
        """Those that had been marked by a moment."""
        return self.filter(marked_at__lte=at or clock.now())


class Outcome(models.Model):
    """What became of a claim: `on` which day, and `marked_at` which moment the desk said so."""

    class Value(models.TextChoices):
        TRUE = "true", "True"
        FALSE = "false", "False"
        SLIPPED = "slipped", "Slipped"

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="outcome")
    value = models.CharField(max_length=10, choices=Value)
    on = models.DateField()
    marked_at = models.DateTimeField(default=clock.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = OutcomeQuerySet.as_manager()

    def __str__(self):
        return f"{self.claim}: {self.get_value_display()}"

    @property
    def said(self) -> str:
        """“true, on 6 November 2026”."""
        return f"{self.get_value_display().lower()}, on {dates.day_said(self.on)}"

    @property
    def is_miss(self) -> bool:
        return self.value != self.Value.TRUE

    def is_known(self, at) -> bool:
        """It had been marked by that moment."""
        return self.marked_at <= at

    def clean(self):
        if self.on and self.on > clock.today():
            raise ValidationError({"on": "Nothing can have come of it on a day that is still to come."})
