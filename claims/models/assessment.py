"""What we hold of a claim: the judgement on the desk, and assessments, its copies as published."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Length

from claims.confidence import Confidence
from claims.models.claim import Claim
from claims.models.source import Source
from newsroom.lib import clock
from newsroom.lib.fields import LineField, ProseField, web_address
from newsroom.lib.freezing import FrozenWith, NeverOverlaps, PaperNeverChanges
from newsroom.lib.search import Documents
from newsroom.lib.timeline import Timeline, TimelineQuerySet


class Verdict(models.Model):
    """A level and what it rests on; the columns that judgement and assessment share."""

    level = models.CharField(max_length=12, choices=Confidence)
    as_of = models.DateField(help_text="The day that the evidence speaks to.")
    review_by = models.DateField(null=True, blank=True)
    reason = ProseField(blank=True, help_text="Public: why this level.")
    override = ProseField(
        blank=True, help_text="A managing editor's public reason for less than the least evidence."
    )
    walked_back = ProseField(blank=True, help_text="Public: why we go below what we held.")
    refuted_by = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="+")
    refuting_source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    refuting_url = models.CharField(max_length=1000, blank=True, validators=[web_address])
    statement = ProseField(blank=True, help_text="A mended wording of the same proposition.")

    COPIED = (
        *("level", "as_of", "review_by", "reason", "override", "walked_back"),
        *("refuted_by", "refuting_source", "refuting_url", "statement"),
    )

    class Meta:
        abstract = True

    @property
    def confidence(self) -> Confidence:
        return Confidence(self.level)

    @property
    def said(self) -> str:
        return self.statement or self.claim.said

    @property
    def is_refuted(self) -> bool:
        return bool(self.refuted_by_id or self.refuting_source_id or self.refuting_url)

    def copied(self) -> dict:
        return {name: getattr(self, name) for name in self.COPIED}

    def clean(self):
        if self.as_of and self.as_of > clock.today():
            raise ValidationError({"as_of": "The evidence can't speak to a day that is still to come."})
        if self.review_by and self.as_of and self.review_by < self.as_of:
            raise ValidationError({"review_by": "Review is due before the day that the evidence speaks to."})


class Evidence(models.Model):
    """A source that supports or denies."""

    class Role(models.TextChoices):
        SUPPORTS = "supports", "Supports"
        DENIES = "denies", "Denies"

    source = models.ForeignKey(Source, models.PROTECT, related_name="%(class)s_uses")
    role = models.CharField(max_length=10, choices=Role, default=Role.SUPPORTS)
    quote = ProseField(blank=True)
    speaker = LineField(
        max_length=200, blank=True, help_text="Who says it by name, knowing it at first hand."
    )

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self):
        return str(self.source)

    @property
    def is_support(self) -> bool:
        return self.role == self.Role.SUPPORTS

    def copied(self) -> dict:
        return {"source": self.source, "role": self.role, "quote": self.quote, "speaker": self.speaker}


class Judgement(Verdict):
    """The desk's side of a claim, edited freely; readers see nothing of it until it is released."""

    claim = models.OneToOneField(Claim, models.CASCADE, related_name="judgement")
    notes = ProseField(blank=True, help_text="The desk's own; never published.")
    release_at = models.DateTimeField(
        null=True, blank=True, help_text="Its own hour; else it goes live with the first story that cites it."
    )

    def __str__(self):
        return f"{self.get_level_display()}: {self.claim}"


class JudgementEvidence(Evidence):
    judgement = models.ForeignKey(Judgement, models.CASCADE, related_name="evidence")


class AssessmentQuerySet(TimelineQuerySet):
    def with_evidence(self):
        return self.select_related("refuted_by", "refuting_source__outlet").prefetch_related(
            models.Prefetch(
                "evidence",
                AssessmentEvidence.objects.select_related(
                    "source__outlet", "source__repeats__outlet", "source__repeats__repeats__outlet"
                ),
            )
        )

    def at_least(self, level):
        return self.filter(level__in=Confidence.from_up(Confidence(level)))


class Assessment(Verdict, Timeline):
    """A judgement as published, its evidence frozen with it."""

    subject = "claim"
    words = ("reason", "override", "walked_back", "statement")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="assessments")

    objects = AssessmentQuerySet.as_manager()
    searched_by = Documents("search_claims", first="live_from")

    class Meta(Timeline.Meta):
        ordering = ["live_from", "id"]
        indexes = [
            *Timeline.Meta.indexes,
            models.Index(fields=["claim", "live_from"], name="claims_assessment_of_claim"),
            models.Index(fields=["-live_from"], name="claims_assessment_newest"),
            models.Index(fields=["review_by", "live_until"], name="claims_assessment_review"),
            models.Index(Length("override"), name="claims_assessment_override"),
        ]

    guarded_by = (NeverOverlaps("claim"), PaperNeverChanges(words, rekeyed=("refuted_by", "refuting_source")))

    def __str__(self):
        return f"{self.get_level_display()}, as of {self.as_of}: {self.claim}"

    def twin(self) -> "Assessment":
        """An unwritten copy, for another moment."""
        return Assessment(claim=self.claim, by=self.by, **self.copied())

    def take_evidence(self, evidence) -> None:
        AssessmentEvidence.objects.bulk_create(
            AssessmentEvidence(assessment=self, **one.copied()) for one in evidence
        )

    def redact_children(self) -> None:
        from claims import indexing

        self.evidence.update(quote="", speaker="")
        indexing.index([self.claim_id])

    def take_children(self, other: "Assessment") -> None:
        self.take_evidence(other.evidence.select_related("source"))


class AssessmentEvidence(Evidence):
    assessment = models.ForeignKey(Assessment, models.PROTECT, related_name="evidence")

    guarded_by = (FrozenWith("assessment", rekeyed=("source",), words=("quote", "speaker")),)
