"""Claims: propositions about a show or a season, immutable once they have been assessed."""

import builtins  # a claim has a column called `property`

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from claims.wording import statement_of
from newsroom.lib import clock
from newsroom.lib.fields import KeyField, LineField, ProseField
from newsroom.lib.freezing import FrozenOnce, LinksFrozenOnce
from shows.models import Person, Platform, Season, Show

ASSESSED = (
    "EXISTS (SELECT 1 FROM claims_assessment AS held"
    " WHERE held.claim_id = {owner} AND held.live_from < held.live_until)"
)
# What a merge made rivals of each other is put side by side: the one relation that comes after the assessment.
MET_BY_A_MERGE = (
    "EXISTS (SELECT 1 FROM claims_claim AS met WHERE met.id = {owner} AND ("
    "EXISTS (SELECT 1 FROM shows_show AS gone WHERE gone.merged_into_id = met.show_id)"
    " OR EXISTS (SELECT 1 FROM shows_season AS gone WHERE gone.merged_into_id = met.season_id)"
    " OR EXISTS (SELECT 1 FROM shows_person AS gone WHERE gone.merged_into_id = met.person_id)"
    " OR EXISTS (SELECT 1 FROM claims_claim AS gone"
    " WHERE gone.show_id = met.show_id AND gone.merged_into_id IS NOT NULL)))"
)


class ClaimQuerySet(models.QuerySet):
    def live(self, at=None):
        """Those with a live assessment at that moment."""
        return self.filter(models.Exists(self._assessments().live(at).filter(claim=models.OuterRef("pk"))))

    def been_live(self, at=None):
        """Those that have been held by that moment and were not retracted."""
        return self.filter(
            models.Exists(self._assessments().been_live(at).filter(claim=models.OuterRef("pk")))
        )

    def held_at(self, level, at=None):
        """Those that are held at this level at that moment."""
        held = self._assessments().live(at).filter(claim=models.OuterRef("pk"), level=level)
        return self.filter(models.Exists(held))

    def with_held(self, at=None):
        """With the assessment that is live at that moment, as `held`, its evidence with it; for a merged
        duplicate, what is held of the claim that it was merged into."""
        held = self._assessments().live(at).with_evidence()
        return self.with_subject().prefetch_related(
            models.Prefetch("assessments", held, to_attr="live_assessments"),
            models.Prefetch("merged_into__assessments", held, to_attr="live_assessments"),
        )

    def with_subject(self):
        return self.select_related("show", "season__show", "person", "platform", "merged_into")

    def about(self, subject):
        """About a show and its seasons, or about one season."""
        return self.filter(season=subject) if isinstance(subject, Season) else self.filter(show=subject)

    def _assessments(self):
        return self.model._meta.get_field("assessments").related_model.objects


class Claim(models.Model):
    class Kind(models.TextChoices):
        MILESTONE = "milestone", "Milestone"
        CASTING = "casting", "Casting"
        DETAIL = "detail", "Detail"

    class Property(models.TextChoices):
        RENEWAL = "renewal", "Renewal"
        CANCELLATION = "cancellation", "Cancellation"
        WRITING = "writing", "Writing"
        FILMING_START = "filming_start", "Filming begins"
        FILMING_WRAP = "filming_wrap", "Filming ends"
        POST_PRODUCTION = "post_production", "Post-production"
        TRAILER = "trailer", "Trailer"
        RELEASE = "release", "Release"
        EPISODES = "episodes", "Episodes"
        FINAL_SEASON = "final_season", "Final season"
        DELAY = "delay", "Delay"
        PLATFORM = "platform", "Platform"
        PLOT = "plot", "Plot"
        SETTING = "setting", "Setting"
        BASED_ON = "based_on", "Based on"
        RUNTIME = "runtime", "Running time"
        OTHER = "other", "Other"

    class Precision(models.TextChoices):
        DAY = "day", "Day"
        MONTH = "month", "Month"
        QUARTER = "quarter", "Quarter"
        YEAR = "year", "Year"
        WINDOW = "window", "Window"
        NONE = "none", "None announced"

    class Change(models.TextChoices):
        RETURNING = "returning", "Returning"
        NEW = "new", "New"
        DEPARTING = "departing", "Not returning"
        GUEST = "guest", "Guest"
        UNKNOWN = "unknown", "Unclear"

    class Spoiler(models.TextChoices):
        NONE = "none", "None"
        MILD = "mild", "Mild"
        MAJOR = "major", "Major"

    key = KeyField()
    kind = models.CharField(max_length=10, choices=Kind)
    show = models.ForeignKey(Show, models.PROTECT, related_name="claims")
    season = models.ForeignKey(Season, models.PROTECT, null=True, blank=True, related_name="claims")
    property = models.CharField(max_length=20, choices=Property, blank=True)
    part = LineField(max_length=60, blank=True, help_text="“Volume 1”, “US cinemas”; empty for the whole.")
    earliest = models.DateField(null=True, blank=True)
    latest = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=10, choices=Precision, blank=True)
    as_said = LineField(max_length=100, blank=True, help_text="In the source's own words: “late 2026”.")
    value = LineField(max_length=100, blank=True, help_text="A number.")
    platform = models.ForeignKey(Platform, models.PROTECT, null=True, blank=True, related_name="claims")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="castings")
    job = LineField(max_length=40, blank=True)
    character = LineField(max_length=200, blank=True)
    change = models.CharField(max_length=10, choices=Change, blank=True)
    statement = ProseField(blank=True, max_length=1000)
    spoiler = models.CharField(max_length=5, choices=Spoiler, default=Spoiler.NONE)
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    beside = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="besides")
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="duplicates"
    )
    merged_at = models.DateTimeField(null=True, editable=False)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    made_at = models.DateTimeField(default=clock.now, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    because = ProseField(blank=True, help_text="Why the desk holds this claim; the desk's alone.")
    retracted_at = models.DateTimeField(null=True, editable=False)
    retracted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    retraction_note = ProseField(blank=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                name="claims_claim_milestone_shape",
                condition=~models.Q(kind="milestone")
                | models.Q(
                    property__in=[
                        *("renewal", "cancellation", "writing", "filming_start", "filming_wrap"),
                        *("post_production", "trailer", "release", "episodes", "final_season", "delay", "platform"),
                    ],
                    person=None, job="", character="", change="",
                )
                & ~models.Q(precision=""),
            ),
            models.CheckConstraint(
                name="claims_claim_casting_shape",
                condition=~models.Q(kind="casting")
                | models.Q(person__isnull=False, property="", earliest=None, latest=None, value="", platform=None)
                & ~models.Q(job="")
                & ~models.Q(change=""),
            ),
            models.CheckConstraint(
                name="claims_claim_detail_shape",
                condition=~models.Q(kind="detail")
                | models.Q(
                    property__in=["plot", "setting", "based_on", "runtime", "other"],
                    person=None, job="", character="", change="", earliest=None, latest=None, platform=None,
                )
                & ~models.Q(statement=""),
            ),
            models.CheckConstraint(
                name="claims_claim_window_shape",
                condition=models.Q(precision__in=["", "none"], earliest=None, latest=None)
                | models.Q(earliest__isnull=False, latest__isnull=False, earliest__lte=models.F("latest")),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["show", "season", "property"], name="claims_claim_question"),
            models.Index(fields=["latest"], name="claims_claim_latest"),
            models.Index(
                fields=["retracted_at"],
                condition=models.Q(retracted_at__isnull=False),
                name="claims_claim_retracted",
            ),
            models.Index(
                fields=["merged_at"], condition=models.Q(merged_at__isnull=False), name="claims_claim_merged"
            ),
        ]
        permissions = [
            ("assess_claim", "Can release, restate, move and cancel assessments"),
            ("retract_claim", "Can retract claims"),
            ("merge_claim", "Can merge duplicates of every kind"),
            ("override_gate", "Can hold a claim at a level that its evidence does not carry"),
            ("redact_claim", "Can redact assessments"),
        ]

    guarded_by = (
        FrozenOnce(
            frozen=(
                *("key", "kind", "property", "part", "earliest", "latest", "precision", "as_said", "value"),
                *("job", "character", "change", "statement", "spoiler", "made_at", "made_by"),
            ),
            resting=ASSESSED.format(owner="OLD.id"),
            rekeyed=("show", "season", "platform", "person", "supersedes"),
        ),
        LinksFrozenOnce(
            "beside",
            ASSESSED,
            "a claim that has been assessed never changes: make a new one",
            unless=MET_BY_A_MERGE,
        ),
    )

    def __str__(self):
        return self.said

    def get_absolute_url(self):
        return reverse("claim_detail", args=[self.key])

    @builtins.property
    def subject(self) -> Season | Show:
        return self.season or self.show

    @builtins.property
    def said(self) -> str:
        """The proposition in a sentence: as somebody worded it, or made from its fields."""
        return self.statement or statement_of(self)

    @builtins.property
    def held(self):
        """What we hold of it at the moment that `with_held` was asked for."""
        if not self.live_assessments and self.merged_into:
            return self.merged_into.held
        return self.live_assessments[0] if self.live_assessments else None

    @builtins.property
    def is_milestone(self) -> bool:
        return self.kind == self.Kind.MILESTONE

    @builtins.property
    def is_casting(self) -> bool:
        return self.kind == self.Kind.CASTING

    @builtins.property
    def says_when(self) -> bool:
        return bool(self.earliest)

    def clean(self):
        if self.season_id and self.season.show_id != self.show_id:
            raise ValidationError({"season": "The season belongs to another show."})
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValidationError({"latest": "The window ends before it begins."})
        if self.supersedes_id and self.supersedes_id == self.pk:
            raise ValidationError({"supersedes": "A claim can't supersede itself."})
