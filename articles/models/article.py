"""The desk's working copy of a story."""

from django.conf import settings
from django.db import models

from articles.models.author import Author
from articles.models.story import Story
from claims.models import Source
from newsroom.lib import clock
from newsroom.lib.fields import ProseField


class ArticleQuerySet(models.QuerySet):
    def standing(self):
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def written_by(self, user):
        """Those that an account began, or that carry its byline."""
        bylines = ArticleByline.objects.filter(article=models.OuterRef("pk"), author__account=user)
        return self.filter(models.Q(made_by=user) | models.Exists(bylines))


class Article(Story):
    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in_review", "In review"
        APPROVED = "approved", "Approved"

    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    embargo_until = models.DateTimeField(null=True, blank=True, help_text="It can't go live before.")
    read_from = models.ForeignKey(
        Source,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="read_to",
        help_text="The text it was made of.",
    )
    made_at = models.DateTimeField(default=clock.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="articles"
    )
    changed_at = models.DateTimeField(default=clock.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    withdrawal_note = ProseField(blank=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "story", "stories"
        ordering = ["-changed_at", "slug"]
        constraints = [models.UniqueConstraint(fields=["slug"], name="articles_article_slug_once")]
        indexes = [
            models.Index(fields=["-changed_at", "slug"], name="articles_article_changed"),
            models.Index(fields=["state", "-changed_at"], name="articles_article_state"),
            models.Index(
                fields=["embargo_until"],
                condition=models.Q(embargo_until__isnull=False),
                name="articles_article_embargo",
            ),
        ]
        permissions = [
            ("publish_article", "Can approve, publish, schedule, update and expire stories"),
            ("withdraw_article", "Can withdraw stories"),
            ("redact_article", "Can redact editions"),
        ]


class Byline(models.Model):
    author = models.ForeignKey(Author, models.PROTECT, related_name="%(class)ss")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]

    def __str__(self):
        return str(self.author)


class ArticleByline(Byline):
    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")


class FormerSlug(models.Model):
    """An address that a story had elsewhere, before it came here; it leads to today's."""

    slug = models.SlugField(max_length=100, unique=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="former_slugs")

    class Meta:
        ordering = ["slug"]

    def __str__(self):
        return self.slug


class FormerAddress(models.Model):
    """A whole address that a story had elsewhere, a path without its last slash or `?p=123`; asked for only where
    nothing else answers."""

    address = models.CharField(max_length=500, unique=True)
    article = models.ForeignKey(Article, models.CASCADE, related_name="former_addresses")

    class Meta:
        ordering = ["address"]
        verbose_name_plural = "former addresses"

    def __str__(self):
        return self.address
