"""Where a story stands in the lists: narrow rows that are derived from its editions by `articles.filing`."""

from hashlib import blake2b

from django.db import models

from articles.models.article import Article
from claims import platforms
from claims.confidence import Confidence
from claims.models import Assessment
from newsroom.lib.timeline import IntervalQuerySet


class Kind(models.IntegerChoices):
    """Of what a topic is."""

    EVERYTHING = 0
    SHOW = 1
    SEASON = 2
    PERSON = 3
    PLATFORM = 4
    KICKER = 5
    AUTHOR = 6
    LEAD_CLAIM = 7


class FilingQuerySet(IntervalQuerySet):
    def newest_first(self):
        """The order of every list: by first publication."""
        return self.order_by("-published_at", "slug")

    def under(self, kind: Kind, subject: int = 0):
        return self.filter(kind=kind, subject=subject)

    def about(self, row: models.Model):
        """Under a show, a season, a person, a platform or an author."""
        return self.named(type(row).__name__, row.pk)

    def named(self, kind: str, subject):
        """`under`, for modules that do not know the kinds."""
        return self.under(Kind[kind.upper()], subject)

    def released_on(self, platform, at=None):
        """Whose stories are about a show that comes out there, as far as a claim that stands at a moment says so."""
        story = models.OuterRef(models.OuterRef("article"))
        shows = self.model.objects.live(at).filter(kind=Kind.SHOW, article=story)
        told = platforms.standing(at).filter(platform=platform, show__in=shows.values("subject"))
        return self.filter(models.Exists(told))

    def at_least(self, level, at=None):
        """Whose every lead claim is held at this level or above; stories without lead claims are not among them.

        A debunked lead claim is left out where the story also leads with the claim that refutes it.
        """
        leads = self.model.objects.live(at).filter(kind=Kind.LEAD_CLAIM, article=models.OuterRef("article"))
        held = Assessment.objects.live(at)
        own = held.filter(claim=models.OuterRef("subject"))
        # Of a claim that was merged into another, that one's level counts.
        heir = held.filter(claim__duplicates=models.OuterRef("subject"))
        others = self.model.objects.live(at).filter(
            kind=Kind.LEAD_CLAIM, article=models.OuterRef(models.OuterRef("article"))
        )
        refuted = own.filter(level=Confidence.DEBUNKED, refuted_by__in=others.values("subject"))
        counted = leads.filter(models.Exists(own) | models.Exists(heir)).exclude(models.Exists(refuted))
        high = models.Exists(own.at_least(level)) | (
            ~models.Exists(own) & models.Exists(heir.at_least(level))
        )
        return self.filter(models.Exists(counted), ~models.Exists(counted.exclude(high)))

    def refile(self) -> None:
        """File these stories anew; the word by which modules below the stories' own ask for it."""
        from articles.filing import refile_all

        refile_all(self.order_by("article").values_list("article", flat=True).distinct())


class Filing(models.Model):
    """A story under one topic, for as long as it stood there without a break and under one address.

    A story about a season is filed under its show too, and each story under its lead claims, of which its level is
    asked. Under a platform stands every story about a show for which a
    claim that has ever been assessed names that platform: whether such a claim stands is asked when it is read.
    """

    kind = models.PositiveSmallIntegerField(choices=Kind)
    subject = models.BigIntegerField(default=0)
    published_at = models.DateTimeField()
    slug = models.SlugField(max_length=100, db_index=False)
    article = models.ForeignKey(Article, models.CASCADE, related_name="filings", db_index=False)
    live_from = models.DateTimeField()
    live_until = models.DateTimeField()

    objects = FilingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["article", "kind", "subject", "live_from"], name="articles_filing_once"
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "subject", "-published_at", "slug"], name="articles_filing_newest"),
        ]

    def __str__(self):
        return f"{self.slug} under {self.get_kind_display().lower()} {self.subject}"


def kicker_number(slug: str) -> int:
    """A kicker has no row of its own: 63 bits of a digest stand for it."""
    return int.from_bytes(blake2b(slug.encode(), digest_size=8).digest()) >> 1
