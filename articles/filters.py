"""The news list's filters, in any combination: one set for pages, feeds and the API."""

from datetime import date, datetime

import django_filters
from django import forms
from django.db.models import Exists, OuterRef

from articles.fields import ChosenField, NameField, NumberField
from articles.finding import finding
from articles.models import Edition, Filing
from articles.models.filing import Kind, kicker_number
from claims import presence
from claims.confidence import Confidence
from newsroom.lib import clock, dates
from newsroom.lib.refusals import BadParameter, NotHere

# The one order in which parameters stand in an address.
ORDER = ("show", "season", "person", "platform", "kicker", "min", "year", "month", "q")
Place = tuple[datetime, str]  # when a story was first published, and its slug
BOUND = 1000  # how far the stories of a topic are counted, to find the rarest


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
        """Its slug, and the words of the newest story that runs under it."""
        newest = Filing.objects.live().under(Kind.KICKER, kicker_number(slug)).newest_first()
        kicker = (
            Edition.objects.live()
            .filter(article__in=newest.values("article")[:1])
            .values_list("kicker", flat=True)
        )
        if not kicker:
            raise NotHere(f"No stories here run under “{slug}”.")
        return slug, kicker[0]


class EditionFilter(django_filters.FilterSet):
    """`qs` holds the filings of what was asked for: from those of the rarest topic, the others are asked of each.

    `editions` says how the stories themselves are read and what is loaded with them: live ones, of this moment.
    """

    show = NameFilter(method="by_topic", rows=presence.shows, what="show")
    season = NumberFilter(method="by_topic", least=1, most=9999, label="season")
    person = NameFilter(method="by_topic", rows=presence.people, what="person")
    platform = NameFilter(method="later", rows=presence.platforms, what="platform")
    kicker = django_filters.CharFilter(method="by_topic")
    min = ChosenFilter(method="later", choices=Confidence, label="min")
    year = NumberFilter(method="later", least=1900, most=2999, label="year")
    month = NumberFilter(method="later", least=1, most=12, label="month")
    q = django_filters.CharFilter(method="by_words")

    class Meta:
        model = Filing
        fields = []
        form = FilterForm

    def __init__(self, given: dict[str, str], editions):
        self.at, self.editions = clock.now(), editions
        super().__init__(given, Filing.objects.live(self.at))

    @property
    def chosen(self) -> dict:
        """What was asked for, in canonical order: names as rows, levels as levels, numbers as numbers."""
        told = self.form.cleaned_data if self.form.is_valid() else {}
        return {name: told[name] for name in ORDER if told.get(name)}

    def filter_queryset(self, queryset):
        self.driver = rarest(self.topics())
        filings = super().filter_queryset(queryset.under(*self.driver))
        if platform := self.chosen.get("platform"):
            filings = filings.released_on(platform, self.at)
        return filings.at_least(self.chosen["min"], self.at) if "min" in self.chosen else filings

    def topics(self) -> dict[str, tuple[Kind, int]]:
        """What was chosen of that under which stories are filed. A season's stories are its show's, too."""
        chosen = {name: value for name, value in self.chosen.items() if name in TOPICS}
        if "season" in chosen:
            del chosen["show"]
        return {name: (TOPICS[name], _subject(value)) for name, value in chosen.items()}

    def by_topic(self, filings, name, value):
        topic = self.topics().get(name, self.driver)
        return filings if topic == self.driver else filings.filter(self._stands_under(*topic))

    def _stands_under(self, kind, subject):
        return Exists(Filing.objects.live(self.at).under(kind, subject).filter(article=OuterRef("article")))

    def later(self, filings, name, value):
        """Years and months are the bounds of `filings` and `above`; what costs most is asked last."""
        return filings

    def by_words(self, filings, name, text):
        return finding(filings, text, self.at)

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """The first instant of the year or month that was asked for, and the first after it."""
        year, month = (self.chosen.get(name) for name in ("year", "month"))
        if not year:
            return None
        begins, (year, month) = date(year, month or 1, 1), (year, month + 1) if month else (year + 1, 1)
        ends = date(year, month, 1) if month <= 12 else date(year + 1, 1, 1)
        return dates.first_instant(begins), dates.first_instant(ends)

    def filings(self, after: Place | None = None):
        """In the list's order, from its beginning, or from below a place.

        One upper bound at most: given two, SQLite begins with the newest of all.
        """
        rows, (begins, ends) = self.qs, self.span or (None, None)
        rows = rows.filter(published_at__gte=begins) if begins else rows
        if after and (ends is None or after[0] < ends):
            instant, slug = after
            rows = rows.filter(published_at__lte=instant).exclude(published_at=instant, slug__lte=slug)
        elif ends:
            rows = rows.filter(published_at__lt=ends)
        return rows.newest_first()

    def above(self, place: Place):
        """What stands above a place, and the story at it, the nearest first."""
        (instant, slug), (begins, ends) = place, self.span or (place[0], None)
        rows = self.qs.filter(published_at__gte=max(begins, instant)).exclude(
            published_at=instant, slug__gt=slug
        )
        rows = rows.filter(published_at__lt=ends) if ends else rows
        return rows.order_by("published_at", "-slug")

    def stories(self, articles: list[int]) -> list[Edition]:
        """The live editions of these articles, in this order."""
        found = {edition.article_id: edition for edition in self.editions.filter(article__in=articles)}
        return [found[article] for article in articles if article in found]

    def newest(self, most: int, after: Place | None = None) -> list[Edition]:
        """The list's first stories, or the first after a place in it."""
        return self.stories(list(self.filings(after).values_list("article", flat=True)[:most]))


TOPICS = {
    "season": Kind.SEASON,
    "person": Kind.PERSON,
    "show": Kind.SHOW,
    "platform": Kind.PLATFORM,
    "kicker": Kind.KICKER,
}


def _subject(value) -> int:
    return kicker_number(value[0]) if isinstance(value, tuple) else value.pk


def rarest(topics: dict[str, tuple[Kind, int]]) -> tuple[Kind, int]:
    """The topic with the fewest stories, counted no further than need be; without any, everything."""
    found = list(topics.values())
    if len(found) < 2:
        return found[0] if found else (Kind.EVERYTHING, 0)
    return min(found, key=lambda topic: Filing.objects.under(*topic).values("pk")[:BOUND].count())
