"""Reusable words of caution; an edition freezes the words and leaves the figures live."""

import string
from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.db import models

from claims.confidence import Confidence
from newsroom.lib import clock
from newsroom.lib.fields import KeyField, ProseField
from newsroom.lib.freezing import FrozenOnce

PLACEHOLDERS = {"show", "season", "platform", "date"}


def valid_placeholders(text):
    try:
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError as error:
        raise ValidationError("A { or } stands alone: write {{ or }} for a brace.") from error
    if strange := names - PLACEHOLDERS:
        raise ValidationError(
            f"Unknown {{{', '.join(sorted(strange))}}}: use {', '.join(sorted(PLACEHOLDERS))}."
        )


BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
IN_USE = (
    "(OLD.below <> '' OR EXISTS (SELECT 1 FROM articles_edition_disclaimers AS shown"
    " WHERE shown.disclaimer_id = OLD.id))"
)


class DisclaimerQuerySet(models.QuerySet):
    def offered(self):
        """Those that a story may still be given."""
        return self.filter(retired_at=None)

    def attached_below(self, levels, at):
        """Those that a rule attached, at a moment, to stories that cite a claim below one of these levels."""
        standing = models.Q(retired_at=None) | models.Q(retired_at__gt=at)
        return self.filter(standing, below__in=levels, applies_from__lte=at)

    def next_turn(self, at):
        """The earliest instant after a moment at which a rule begins or ends; they are few."""
        turns = [turn for row in self.values_list("applies_from", "retired_at") for turn in row]
        return min((turn for turn in turns if turn and turn > at), default=None)


class Disclaimer(models.Model):
    """Its words stay once readers may have seen them: other words are another disclaimer, from then on."""

    key = KeyField()
    text = ProseField(
        validators=[valid_placeholders], help_text="May name {show}, {season}, {platform}, {date}."
    )
    below = models.CharField(
        max_length=12,
        choices=Confidence,
        blank=True,
        help_text="Shown of itself in stories that cite a claim below this level.",
    )
    applies_from = models.DateTimeField(default=clock.now, editable=False)
    retired_at = models.DateTimeField(null=True, editable=False)

    objects = DisclaimerQuerySet.as_manager()

    class Meta:
        ordering = ["key"]

    guarded_by = (FrozenOnce(frozen=("key", "text", "below", "applies_from"), resting=IN_USE),)

    def __str__(self):
        return self.text[:80]

    @property
    def is_in_use(self) -> bool:
        """Readers may have seen it: a rule attaches it, or an edition carries it."""
        return bool(self.below) or self.editions.exists()
