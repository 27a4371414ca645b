"""A story's form, open in somebody's browser: what was typed into it and is not saved, and who sits at it."""

import json
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.article import Article
from newsroom.lib import clock
from newsroom.lib.dates import day_said

HEARD_WITHIN = timedelta(seconds=70)  # a form beats every eight; one out of sight, once a minute
TYPING_WITHIN = timedelta(seconds=12)  # words come every three seconds at most while somebody types
LONGEST = 2_000_000  # characters of what a form holds; a story of 10,000 words has 60,000


class SittingQuerySet(models.QuerySet):
    def with_words(self):
        """Those that hold what was never saved."""
        return self.exclude(kept_at=None)

    def open(self, at=None):
        """Those whose form was heard of just now."""
        return self.filter(seen_at__gt=(at or clock.now()) - HEARD_WITHIN)


class Sitting(models.Model):
    """One opening of the form. Its words are numbered as they come: a later number always wins."""

    key = models.CharField(max_length=32)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # Empty for a story that was not saved yet; the words outlive a story that somebody deletes meanwhile.
    article = models.ForeignKey(Article, models.SET_NULL, null=True, related_name="sittings")
    version = models.CharField(max_length=32, blank=True)
    number = models.PositiveIntegerField(default=0)
    # JSON as text: PostgreSQL's own type refuses a NUL that somebody pasted.
    words = models.TextField(blank=True)
    kept_at = models.DateTimeField(null=True)
    typed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(default=clock.now)

    objects = SittingQuerySet.as_manager()

    class Meta:
        ordering = ["-kept_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="articles_sitting_once")]

    def __str__(self):
        return f"{self.by} at {self.article or 'a new story'}"

    def typed(self) -> list[tuple[str, str]]:
        """What the form held: name and value, in its order."""
        return [(name, value) for name, value in json.loads(self.words or "[]")]

    def is_typing(self, at) -> bool:
        return bool(self.typed_at) and self.typed_at > at - TYPING_WITHIN

    @property
    def kept_said(self) -> str:
        """When its words were kept, to the second, with the day where that is not today."""
        local = timezone.localtime(self.kept_at)
        hour = f"{local:%H:%M:%S}"
        return hour if local.date() == clock.today() else f"{hour} on {day_said(local.date())}"

    @property
    def headline(self) -> str:
        return dict(self.typed()).get("headline", "")[:200]
