"""The catalogue: identity alone. Platform, makers, dates and episodes of a show are claims about it."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse

from images.models import Image
from newsroom.lib.fields import LineField, web_address
from newsroom.lib.search import Names, NamesField


def valid_names(value):
    """A list of names: not a lone string, nothing empty."""
    if not isinstance(value, list) or not all(isinstance(name, str) and name.strip() for name in value):
        raise ValidationError('Give a list of names, ["Park Solomon", "박솔로몬"].')


def valid_external_ids(value):
    known = {"tmdb", "imdb", "tvmaze", "wikidata"}
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise ValidationError('Give ids by service, {"tmdb": "99966"}.')
    if strange := set(value) - known:
        raise ValidationError(
            f"Unknown service {', '.join(sorted(strange))}: use {', '.join(sorted(known))}."
        )


class CatalogueQuerySet(models.QuerySet):
    def current(self):
        """Without the duplicates that were merged into another row."""
        return self.filter(merged_into=None)


class Entry(models.Model):
    """The base of what has a page by its name. A merged duplicate stays, and leads to what it was merged into."""

    slug = models.SlugField(max_length=100, unique=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")

    objects = CatalogueQuerySet.as_manager()

    class Meta:
        abstract = True


class Platform(Entry):
    """Who releases a show."""

    name = LineField(max_length=100, unique=True)
    url = models.CharField(max_length=500, blank=True, validators=[web_address])
    found_by = NamesField("name")

    searched_by = Names("search_platforms")

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("platform_detail", args=[self.slug])


class Show(Entry):
    """A series or a film."""

    class Kind(models.TextChoices):
        SERIES = "series", "Series"
        FILM = "film", "Film"

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.SERIES)
    title = LineField(max_length=200)
    original_title = LineField(max_length=200, blank=True)
    aliases = models.JSONField(default=list, blank=True, validators=[valid_names])
    country = models.CharField(max_length=2, blank=True, help_text="Two letters: KR, US, GB.")
    genres = models.JSONField(default=list, blank=True, validators=[valid_names])
    external_ids = models.JSONField(default=dict, blank=True, validators=[valid_external_ids])
    image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    found_by = NamesField("title", "original_title", "aliases")

    searched_by = Names("search_shows")

    class Meta:
        ordering = ["title", "slug"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("show_detail", args=[self.slug])

    @property
    def is_film(self) -> bool:
        return self.kind == self.Kind.FILM


class SeasonQuerySet(models.QuerySet):
    def with_show(self):
        return self.select_related("show")


class Season(models.Model):
    """A numbered part of a series."""

    show = models.ForeignKey(Show, models.PROTECT, related_name="seasons")
    number = models.PositiveSmallIntegerField(validators=[MinValueValidator(1)])
    title = LineField(max_length=200, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, editable=False, related_name="+")
    found_by = NamesField("title")

    objects = SeasonQuerySet.as_manager()
    searched_by = Names("search_seasons")

    class Meta:
        ordering = ["show__title", "show__slug", "number"]
        constraints = [
            models.UniqueConstraint(fields=["show", "number"], name="shows_season_once"),
        ]

    def __str__(self):
        return f"{self.show} {self.label}"

    def get_absolute_url(self):
        return reverse("season_detail", args=[self.show.slug, self.number])

    @property
    def label(self) -> str:
        return f"Season {self.number}"

    @property
    def key(self) -> str:
        """Its name in the exchange: show/number."""
        return f"{self.show.slug}/{self.number}"


class Person(Entry):
    """An actor or a maker. Names stand as their owner writes them: family name first for Korean names."""

    name = LineField(max_length=200)
    sort_name = LineField(
        max_length=200, blank=True, help_text="Where the name stands in a list: “Hanks, Tom”."
    )
    native_name = LineField(max_length=200, blank=True, help_text="In its own script: 로몬.")
    aliases = models.JSONField(default=list, blank=True, validators=[valid_names])
    external_ids = models.JSONField(default=dict, blank=True, validators=[valid_external_ids])
    image = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    found_by = NamesField("name", "sort_name", "native_name", "aliases")

    searched_by = Names("search_people")

    class Meta:
        ordering = ["sort_name", "name", "slug"]
        verbose_name_plural = "people"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("person_detail", args=[self.slug])


class FormerSlug(models.Model):
    """An address that a show, a person or a platform had before; it leads to today's."""

    slug = models.SlugField(max_length=100)
    show = models.ForeignKey(Show, models.CASCADE, null=True, related_name="former_slugs")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="former_slugs")
    platform = models.ForeignKey(Platform, models.CASCADE, null=True, related_name="former_slugs")

    class Meta:
        ordering = ["slug"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], condition=models.Q(show__isnull=False), name="shows_former_show"
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=models.Q(person__isnull=False), name="shows_former_person"
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=models.Q(platform__isnull=False), name="shows_former_platform"
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(show__isnull=False, person=None, platform=None)
                    | models.Q(show=None, person__isnull=False, platform=None)
                    | models.Q(show=None, person=None, platform__isnull=False)
                ),
                name="shows_former_slug_of_one",
            ),
        ]

    def __str__(self):
        return self.slug
