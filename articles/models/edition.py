"""An article as published: a frozen copy, live from its moment until the next one's."""

from django.db import models
from django.db.models.functions import Coalesce
from django.urls import reverse

from articles.models.article import Article, Byline
from articles.models.filing import Filing, Kind
from articles.models.story import Story
from claims.models import Claim
from newsroom.lib.fields import ProseField
from newsroom.lib.freezing import FrozenLinks, FrozenWith, NeverOverlaps, OneOwner, PaperNeverChanges
from newsroom.lib.search import Documents
from newsroom.lib.timeline import Timeline, TimelineQuerySet


class EditionQuerySet(TimelineQuerySet):
    def newest_first(self):
        """The order of every list: by first publication."""
        return self.order_by("-published_at", "slug")

    def about(self, show):
        """With the show, or one of its seasons, as topic."""
        return self.filter(
            models.Exists(self._through("shows").filter(edition=models.OuterRef("pk"), show=show))
            | models.Exists(self._through("seasons").filter(edition=models.OuterRef("pk"), season__show=show))
        )

    def about_season(self, season):
        return self.filter(
            models.Exists(self._through("seasons").filter(edition=models.OuterRef("pk"), season=season))
        )

    def citing(self, claim):
        return self.filter(
            models.Exists(self._through("claims").filter(edition=models.OuterRef("pk"), claim=claim))
        )

    def corrections(self, at=None):
        """What has been put right in stories that are live, newest first, under the name of today."""
        live = self.model.objects.live(at).filter(article=models.OuterRef("article"))
        today = {f"{name}_today": models.Subquery(live.values(name)) for name in ("slug", "headline")}
        noted = self.been_live(at).filter(note_kind=self.model.NoteKind.CORRECTION, redacted_at=None)
        noted = noted.exclude(note="").annotate(**today).exclude(slug_today=None)
        return noted.order_by("-live_from", "slug")

    def that_began_before(self, instant, slug):
        """What follows an edition in an order by `-live_from` and slug."""
        same = models.Q(live_from=instant)
        return self.filter(live_from__lte=instant).exclude(same, slug__lte=slug)

    def at_least(self, level, at=None):
        """Of live ones, those whose story has this level or a higher one at that moment."""
        high = Filing.objects.live(at).under(Kind.EVERYTHING).at_least(level, at)
        return self.filter(models.Exists(high.filter(article=models.OuterRef("article"))))

    def with_card(self, at=None):
        """With what a list shows of a story: its bylines, picture, lead claims and their levels."""
        return self.select_related("image").prefetch_related(
            "bylines__author",
            models.Prefetch("lead_claims", Claim.objects.with_held(at)),
        )

    def with_substance(self, at=None):
        """With `substance_at`: when its words last changed in substance. A typo put right is no such change."""
        substantive = self.model.objects.been_live(at).filter(is_substantive=True)
        before = substantive.filter(
            article=models.OuterRef("article"), live_from__lte=models.OuterRef("live_from")
        )
        last = models.Subquery(before.order_by("-live_from").values("live_from")[:1])
        return self.annotate(substance_at=Coalesce(last, models.F("published_at")))

    def with_topics(self):
        return self.prefetch_related("shows", "seasons__show", "people")

    def _through(self, name):
        return self.model._meta.get_field(name).remote_field.through.objects


class Edition(Story, Timeline):
    class NoteKind(models.TextChoices):
        UPDATE = "update", "Update"
        CORRECTION = "correction", "Correction"
        CLARIFICATION = "clarification", "Clarification"
        EDITORS_NOTE = "editors_note", "Editor’s note"

    subject = "article"
    words = (*Story.WORDS, "kicker_slug", "note")

    article = models.ForeignKey(Article, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(help_text="Counted in the order of going live.")
    published_at = models.DateTimeField(help_text="When the story's first edition went live.")
    note_kind = models.CharField(max_length=15, choices=NoteKind, blank=True)
    note = ProseField(blank=True, help_text="Public: what changed, and why.")
    is_substantive = models.BooleanField(default=True)
    is_held = models.BooleanField(default=False, help_text="Called off by a check before its hour.")
    held_until = models.DateTimeField(
        null=True, editable=False
    )  # the end it would have had, were it not on hold
    claims = models.ManyToManyField(
        Claim, related_name="editions", help_text="Those that body or headline cite."
    )

    objects = EditionQuerySet.as_manager()
    searched_by = Documents("search_stories", first="published_at")

    class Meta(Timeline.Meta):
        ordering = ["live_from", "id"]
        constraints = [
            *Timeline.Meta.constraints,
            models.UniqueConstraint(
                fields=["article", "number"],
                condition=models.Q(live_until__gt=models.F("live_from")),
                name="articles_edition_number_once",
            ),
        ]
        indexes = [
            *Timeline.Meta.indexes,
            models.Index(fields=["-published_at", "slug"], name="articles_edition_newest"),
            models.Index(fields=["slug"], name="articles_edition_slug"),
            models.Index(fields=["made_at"], condition=models.Q(is_held=True), name="articles_edition_held"),
        ]

    coming = ()  # of a preview: the first assessments that would go live with it

    guarded_by = (
        NeverOverlaps("article"),
        OneOwner("slug", "article"),
        PaperNeverChanges(words, loose=("is_held", "held_until")),
        FrozenLinks(
            ("shows", "seasons", "people", "lead_claims", "disclaimers", "claims"),
            rekeyed=("shows", "seasons", "people"),
        ),
    )

    def get_absolute_url(self):
        return reverse("article_detail", args=[self.slug])

    def get_edition_url(self):
        return reverse("edition_detail", args=[self.slug, self.number])

    def twin(self) -> "Edition":
        """An unwritten copy, for another moment."""
        names = ("article", "number", "published_at", "note_kind", "note", "is_substantive", "by")
        return Edition(**self.copied(), **{name: getattr(self, name) for name in names})

    def take_children(self, other: "Edition") -> None:
        self.link_like(other)
        self.claims.set(other.claims.all())


class EditionByline(Byline):
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="bylines")

    guarded_by = (FrozenWith("edition"),)
