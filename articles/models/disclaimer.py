"""Reusable words of caution; an edition freezes the words and leaves the figures live."""

import string

from django.core.exceptions import ValidationError
from django.db import models

from claims.confidence import Confidence
from newsroom.lib.fields import KeyField, ProseField

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


class Disclaimer(models.Model):
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

    class Meta:
        ordering = ["key"]

    def __str__(self):
        return self.text[:80]
