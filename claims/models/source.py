"""Where claims come from: outlets, and single pieces of published evidence."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from newsroom.lib import clock, dates
from newsroom.lib.fields import KeyField, LineField, ProseField, web_address
from newsroom.lib.freezing import NeverCircles


def valid_partial(value):
    if value and not dates.is_partial(value):
        raise ValidationError("Give a date as 2025-07-23, 2025-07 or 2025.")


def is_web_address(name: str) -> models.Q:
    """What the database asks of an address: nothing, or http(s) without a space; validators ask for more."""
    begun = models.Q(**{f"{name}__istartswith": "http://"}) | models.Q(**{f"{name}__istartswith": "https://"})
    return models.Q(**{name: ""}) | begun & ~models.Q(**{f"{name}__contains": " "})


class Outlet(models.Model):
    """Who publishes a source."""

    class Kind(models.TextChoices):
        PRIMARY = "primary", "Primary: platform, studio, network, agency, maker"
        TRADE = "trade", "Trade"
        PRESS = "press", "Press"
        SOCIAL = "social", "Social"

    slug = models.SlugField(max_length=100, unique=True)
    name = LineField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind)
    url = models.CharField(max_length=500, blank=True, validators=[web_address])
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")

    class Meta:
        ordering = ["name", "slug"]
        constraints = [models.CheckConstraint(condition=is_web_address("url"), name="claims_outlet_url")]

    def __str__(self):
        return self.name


class SourceQuerySet(models.QuerySet):
    def with_origin(self):
        """With outlets, and with what it repeats two steps back: longer chains are rare and cost a query."""
        return self.select_related("outlet", "repeats__outlet", "repeats__repeats__outlet")


class Source(models.Model):
    """One piece of published evidence, or a document: a text that was received or pasted."""

    class Kind(models.TextChoices):
        PUBLISHED = "", "Published"
        DOCUMENT = "document", "Document"

    key = KeyField()
    outlet = models.ForeignKey(Outlet, models.PROTECT, null=True, blank=True, related_name="sources")
    kind = models.CharField(max_length=10, choices=Kind, blank=True, default=Kind.PUBLISHED)
    url = models.CharField(max_length=1000, blank=True, validators=[web_address])
    title = LineField(max_length=300)
    text = ProseField(blank=True, help_text="A document's own words; the desk's alone.")
    published_on = models.CharField(max_length=10, blank=True, validators=[valid_partial])
    retrieved_at = models.DateTimeField(null=True, blank=True)
    archive_url = models.CharField(max_length=1000, blank=True, validators=[web_address])
    repeats = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="repeated_by")
    embargo_until = models.DateTimeField(null=True, blank=True, help_text="Nothing may rest on it before.")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    added_at = models.DateTimeField(default=clock.now, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-published_on", "key"]
        indexes = [
            models.Index(
                fields=["embargo_until"],
                condition=models.Q(embargo_until__isnull=False),
                name="claims_source_embargo",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=is_web_address("url"), name="claims_source_url"),
            models.CheckConstraint(condition=is_web_address("archive_url"), name="claims_source_archive_url"),
        ]

    guarded_by = (NeverCircles("repeats", "a source would repeat itself in a circle"),)

    def __str__(self):
        return f"{self.outlet}: {self.title}" if self.outlet else self.title

    @property
    def origin(self) -> "Source":
        """The first of a chain of repeats: who said it."""
        return self.chain()[-1]

    def chain(self) -> list["Source"]:
        """This source, what it repeats, and so on to the origin; a circle ends where it closes."""
        chain = [self]
        while chain[-1].repeats and chain[-1].repeats not in chain:
            chain.append(chain[-1].repeats)
        return chain

    def clean(self):
        if not self.outlet and self.kind != self.Kind.DOCUMENT:
            raise ValidationError({"outlet": "Say who published it, or make it a document."})
        if self.kind == self.Kind.DOCUMENT and not self.outlet and self.url:
            raise ValidationError({"url": "A document has no address: say who published it instead."})
        if self.repeats and self in self.repeats.chain():
            raise ValidationError(
                {"repeats": "This would repeat itself in a circle: name the origin instead."}
            )

    @property
    def published_said(self) -> str:
        return dates.partial_said(self.published_on) if self.published_on else ""
