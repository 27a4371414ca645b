"""A list of stories that somebody comes back to: its filters and search, under a name."""

from django.conf import settings
from django.db import models

from newsroom.lib import clock
from newsroom.lib.fields import LineField


class SavedFilterQuerySet(models.QuerySet):
    def seen_by(self, user):
        """Their own, and what others share with the desk."""
        return self.filter(models.Q(by=user) | models.Q(is_shared=True)).select_related("by")


class SavedFilter(models.Model):
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = LineField(max_length=60)
    query = models.CharField(max_length=500)  # as it stands in the list's address
    is_shared = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=clock.now, editable=False)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [models.UniqueConstraint(fields=["by", "name"], name="articles_savedfilter_once")]

    def __str__(self):
        return self.name
