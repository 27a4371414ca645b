"""The news list's filters, in any combination."""

import calendar
from datetime import datetime

import django_filters
from django import forms
from django.db.models import Min
from django.utils import timezone

from articles.fields import ChosenField, NameField, NumberField
from articles.finding import finding
from articles.models import Edition
from claims import platforms, presence
from claims.confidence import Confidence
from newsroom.lib import clock
from newsroom.lib.refusals import BadParameter, NotHere

MOST_CHOICES = 200
# The one order in which parameters stand in an address.
ORDER = ("show", "season", "person", "platform", "kicker", "min", "year", "month", "q")


class NameFilter(django_filters.Filter):
    field_class = NameField


class ChosenFilter(django_filters.Filter):
    field_class = ChosenField


class NumberFilter(django_filters.Filter):
    field_class = NumberField


class FilterForm(forms.Form):
    def clean(self):
        given = super().clean()
        if given.get("season") and not given.get("show"):
            raise BadParameter("“season” needs a “show”: say whose season it is.")
        if given.get("month") and not given.get("year"):
            raise BadParameter("“month” needs a “year”: say in which year.")
        if given.get("season"):
            given["season"] = self._season(given["show"], given["season"])
        if given.get("kicker"):
            given["kicker"] = self._kicker(given["kicker"])
        return given

    def _season(self, show, number):
        try:
            return presence.find_season(show, number, clock.now())
        except NotHere:
            raise NotHere(f"There is nothing here about season {number} of {show}.") from None

    def _kicker(self, slug: str) -> tuple[str, str]:
        kicker = (
            Edition.objects.live()
            .filter(kicker_slug=slug)
            .newest_first()
            .values_list("kicker", flat=True)[:1]
        )
        if not kicker:
            raise NotHere(f"No stories here run under “{slug}”.")
        return slug, kicker[0]


class EditionFilter(django_filters.FilterSet):
    show = NameFilter(method="by_show", rows=presence.shows, what="show")
    season = NumberFilter(method="by_season", least=1, most=9999, label="season")
    person = NameFilter(method="by_person", rows=presence.people, what="person")
    platform = NameFilter(method="by_platform", rows=presence.platforms, what="platform")
    kicker = django_filters.CharFilter(method="by_kicker", widget=forms.Select)
    min = ChosenFilter(method="by_level", choices=Confidence, label="min")
    year = NumberFilter(method="by_year", least=1900, most=2999, label="year")
    month = NumberFilter(method="by_month", least=1, most=12, label="month")
    q = django_filters.CharFilter(method="by_words", widget=forms.TextInput(attrs={"type": "search"}))

    class Meta:
        model = Edition
        fields = []
        form = FilterForm

    def by_show(self, queryset, name, show):
        return queryset.about(show)

    def by_season(self, queryset, name, season):
        return queryset.about_season(season)

    def by_person(self, queryset, name, person):
        return queryset.about_person(person)

    def by_platform(self, queryset, name, platform):
        told = platforms.standing().filter(platform=platform)
        return queryset.filter(pk__in=presence.stories_of(told.values("show")).values("pk"))

    def by_kicker(self, queryset, name, kicker):
        return queryset.filter(kicker_slug=kicker[0])

    def by_level(self, queryset, name, level):
        return queryset.at_least(level)

    def by_year(self, queryset, name, year):
        month = self.form.cleaned_data.get("month")
        first, last = (month, month) if month else (1, 12)
        return queryset.filter(
            published_at__gte=_begins(year, first), published_at__lt=_begins(year, last + 1)
        )

    def by_month(self, queryset, name, month):
        return queryset  # with its year, above

    def by_words(self, queryset, name, text):
        return finding(queryset, text)

    @property
    def chosen(self) -> dict:
        """What was asked for, in canonical order: names as rows, levels as levels, numbers as numbers."""
        return {name: self.form.cleaned_data[name] for name in ORDER if self.form.cleaned_data.get(name)}

    def offer_choices(self) -> None:
        """Fill the selects from live names; a facet that was chosen offers itself, and its removal."""
        for name, rows in (
            ("show", presence.shows),
            ("person", presence.people),
            ("platform", presence.platforms),
        ):
            found = [self.chosen[name]] if name in self.chosen else rows(clock.now())[:MOST_CHOICES]
            self._offer(name, [(row.slug, str(row)) for row in found])
        self._offer("season", [(row.number, row.label) for row in self._seasons()])
        self._offer("kicker", [self.chosen["kicker"]] if "kicker" in self.chosen else _kickers())
        self._offer("year", [(year, year) for year in _years()])
        self._offer("month", [(month, calendar.month_name[month]) for month in range(1, 13)])

    def _offer(self, name: str, choices) -> None:
        self.form.fields[name].widget.choices = [("", "Any"), *choices]

    def _seasons(self):
        if "season" in self.chosen or "show" not in self.chosen:
            return [self.chosen["season"]] if "season" in self.chosen else []
        return presence.seasons(clock.now()).filter(show=self.chosen["show"]).order_by("number")


def _begins(year: int, month: int) -> datetime:
    """The first instant of a month in TIME_ZONE; month 13 is the next year's first."""
    year, month = (year + 1, 1) if month == 13 else (year, month)
    return datetime(year, month, 1, tzinfo=timezone.get_current_timezone())


def _kickers() -> list[tuple[str, str]]:
    rows = Edition.objects.live().exclude(kicker_slug="").order_by("kicker_slug", "kicker")
    return list(dict(rows.values_list("kicker_slug", "kicker").distinct()[:MOST_CHOICES]).items())


def _years() -> list[int]:
    first = Edition.objects.live().aggregate(first=Min("published_at"))["first"]
    return list(range(clock.today().year, timezone.localtime(first).year - 1, -1)) if first else []
