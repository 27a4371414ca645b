"""What the desk's draft held before a version took its place: nothing that was written is lost."""

from django.conf import settings
from django.db import models

from articles.models.article import Article
from newsroom.lib import clock
from newsroom.lib.fields import LineField


class FormerDraft(models.Model):
    """Kept as it stood, by the columns of a story and the ids of what it names; never edited."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="former_drafts")
    content = models.JSONField()
    gave_way_to = LineField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self):
        return f"{self.article}: before {self.gave_way_to}"
