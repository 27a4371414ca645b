"""How the desk answered what moved under a live story. The task itself is derived; only its answer is kept."""

from django.conf import settings
from django.db import models

from articles.models.article import Article
from articles.models.edition import Edition
from claims.models import Assessment
from newsroom.lib import clock
from newsroom.lib.fields import ProseField


class Resolution(models.Model):
    """One answer for a story and the assessment that moved what it rests on, or that was taken back."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="resolutions")
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="resolutions")
    is_retraction = models.BooleanField(default=False, help_text="It was taken back, and that is answered.")
    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, related_name="resolutions", help_text="What told readers."
    )
    because = ProseField(blank=True, help_text="Why nobody was told; the desk's alone.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "assessment", "is_retraction"], name="articles_resolution_once"
            ),
            models.CheckConstraint(
                condition=models.Q(edition__isnull=False) | ~models.Q(because=""),
                name="articles_resolution_says_why",
            ),
        ]

    def __str__(self):
        return f"{self.article}: {self.because or self.edition}"
