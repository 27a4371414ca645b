"""Facets: what else could be asked of a list, and how many of its stories that would leave.

Counted are the newest thousand of what is listed (`Page.window`). Up to a thousand that is exact.
"""

import calendar
from collections import Counter
from dataclasses import dataclass

from django.db.models import Case, OuterRef, Subquery, Value, When
from django.utils import timezone

from articles.filters import EditionFilter
from articles.level import levels
from articles.listing import NEEDED_BY, Listing
from articles.models import Edition, Filing
from articles.models.filing import Kind
from articles.paging import WINDOW
from claims import platforms
from claims.confidence import Confidence
from claims.models import Claim
from shows.models import Person, Season, Show

SHOWN, OFFERED = 20, 100  # values of a facet: as links, and in all, the rest in its find box


@dataclass(frozen=True)
class Choice:
    """A value of a facet, how many stories it leaves, and their list."""

    value: str
    label: str
    count: int
    url: str


@dataclass(frozen=True)
class Facet:
    """`found` are values beyond those that are shown, for the find box; `kept` is the rest of its address."""

    name: str
    title: str
    choices: list[Choice]
    others: list[Choice]
    kept: dict[str, str]


@dataclass(frozen=True)
class Facets:
    count: int
    is_capped: bool
    facets: list[Facet]

    @property
    def said(self) -> str:
        """“1 story”, “218 stories”, “1,000+ stories”."""
        if self.is_capped:
            return f"{WINDOW:,}+ stories"
        return "1 story" if self.count == 1 else f"{self.count:,} stories"


def facets(wanted: EditionFilter, window: list[tuple], listing: Listing) -> Facets:
    counted = window[:WINDOW]
    names = [name for name in FACETS if _is_open(name, listing.chosen)]
    counts = Count([article for article, _ in counted], wanted, names)
    found = []
    for name in names:
        told = counts.times([at for _, at in counted], name) if name in ("year", "month") else counts.of(name)
        if choices := [_choice(listing, name, *one) for one in told]:
            kept = {key: value for key, value in listing.values.items() if key not in _gone(name)}
            found.append(Facet(name, FACETS[name], choices[:SHOWN], choices[SHOWN:], kept))
    return Facets(len(counted), len(window) > WINDOW, found)


FACETS = {
    "show": "Show",
    "season": "Season",
    "person": "Person",
    "platform": "Platform",
    "kicker": "Kicker",
    "min": "Confidence",
    "year": "Year",
    "month": "Month",
}


def _is_open(name: str, chosen: dict) -> bool:
    """What was chosen is a chip instead; a season is asked for with its show, a month with its year."""
    needed = next((other for other, names in NEEDED_BY.items() if name in names and name != other), None)
    return name not in chosen and (needed is None or needed in chosen)


def _gone(name: str) -> tuple[str, ...]:
    return NEEDED_BY.get(name, (name,))


def _choice(listing: Listing, name: str, value, label: str, count: int) -> Choice:
    return Choice(str(value), label, count, listing.url(without=_gone(name), **{name: str(value)}))


class Count:
    """How many of some articles stand under what, each value as (value, label, count), the most first.

    Four queries: what the articles stand under, the names of that, platforms, levels.
    """

    def __init__(self, articles: list[int], wanted: EditionFilter, names: list[str]):
        self.at, self.chosen = wanted.at, wanted.chosen
        kinds = [Kind[name.upper()] for name in names if name in ("season", "person", "kicker")]
        filed = Filing.objects.live(self.at).filter(
            article__in=articles, kind__in=[Kind.SHOW, Kind.LEAD_CLAIM, *kinds]
        )
        heir = Case(When(kind=Kind.LEAD_CLAIM, then=MERGED_INTO))
        self.under: dict[int, list[tuple[int, int]]] = {kind: [] for kind in Kind}
        self.leads: dict[int, dict[int, int | None]] = {}
        for kind, subject, article, merged_into in filed.values_list("kind", "subject", "article", heir):
            if kind == Kind.LEAD_CLAIM:
                self.leads.setdefault(article, {})[subject] = merged_into
            else:
                self.under[kind].append((subject, article))
        self.tops = {kind: Counter(subject for subject, _ in told) for kind, told in self.under.items()}
        self.names = self._names()

    def of(self, name: str) -> list[tuple]:
        return getattr(self, f"_{name}")()

    def _names(self) -> dict[tuple[int, int], tuple[str, str]]:
        """Address and name of what stands most often, by kind and number; a kicker's are its newest story's."""
        top = {kind: [key for key, _ in self.tops[kind].most_common(OFFERED)] for kind in Kind}
        newest: dict[int, int] = {}
        for kicker, article in self.under[Kind.KICKER]:
            newest[kicker] = max(article, newest.get(kicker, 0))
        kickers = {newest[kicker]: kicker for kicker in top[Kind.KICKER]}
        rows = [
            _named(Kind.SHOW, Show.objects.filter(pk__in=top[Kind.SHOW]), "pk", "slug", "title"),
            _named(Kind.PERSON, Person.objects.filter(pk__in=top[Kind.PERSON]), "pk", "slug", "name"),
        ]
        live = Edition.objects.live(self.at).filter(article__in=kickers)
        rows.append(_named(Kind.KICKER, live, "article", "kicker_slug", "kicker"))
        found = {}
        for kind, key, slug, name in rows[0].union(*rows[1:], all=True):
            found[kind, kickers[key] if kind == Kind.KICKER else key] = (slug, name)
        return found

    def _top(self, kind: Kind) -> list[tuple]:
        told = [
            (*self.names[kind, key], count)
            for key, count in self.tops[kind].items()
            if (kind, key) in self.names
        ]
        return sorted(told, key=_most_first)

    def _show(self):
        return self._top(Kind.SHOW)

    def _person(self):
        return self._top(Kind.PERSON)

    def _kicker(self):
        return self._top(Kind.KICKER)

    def _season(self):
        rows = Season.objects.filter(pk__in=self.tops[Kind.SEASON], show=self.chosen["show"]).order_by(
            "number"
        )
        return [(season.number, season.label, self.tops[Kind.SEASON][season.pk]) for season in rows]

    def _platform(self):
        stories: dict[int, set[int]] = {}
        for show, article in self.under[Kind.SHOW]:
            stories.setdefault(show, set()).add(article)
        told = platforms.standing(self.at).filter(show__in=stories).order_by()
        found: dict[tuple, set[int]] = {}
        for show, *platform in told.values_list("show", "platform__slug", "platform__name").distinct():
            found.setdefault(tuple(platform), set()).update(stories[show])
        told = [(slug, name, len(articles)) for (slug, name), articles in found.items()]
        return sorted(told, key=_most_first)[:OFFERED]

    def _min(self):
        """Each level counts what is held at it or above."""
        held = Counter(levels(self.leads, self.at).values())
        told = [
            (
                level.value,
                f"At least {level.label.lower()}",
                sum(held[up] for up in Confidence.from_up(level)),
            )
            for level in Confidence.ranked()
            if level.stands
        ]
        return [one for one in told if one[2]]

    def times(self, instants, name: str) -> list[tuple]:
        numbers = Counter(getattr(timezone.localtime(at), name) for at in instants)
        said = calendar.month_name.__getitem__ if name == "month" else str
        return [(number, said(number), numbers[number]) for number in sorted(numbers, reverse=True)]


MERGED_INTO = Subquery(Claim.objects.filter(pk=OuterRef("subject")).order_by().values("merged_into"))


def _named(kind: Kind, rows, *columns: str):
    return rows.order_by().values_list(Value(int(kind)), *columns)


def _most_first(one: tuple):
    return -one[2], one[1].casefold(), one[0]
