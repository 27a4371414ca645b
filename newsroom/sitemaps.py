"""Every public address, with when what stands there last changed in substance: for those who crawl.

A small site is one file; a larger one an index of slices, each at `?part=NAME-NUMBER`. What is not public is in
none, nor counted.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from articles import citations
from articles.models import Edition, Filing
from articles.models.filing import Kind
from articles.substance import updated_at
from claims import presence
from claims.models import Assessment, Claim
from newsroom.lib.api import absolute, instant
from newsroom.lib.refusals import NotHere
from newsroom.lib.text import line
from newsroom.policies import POLICIES

MOST, MOST_STORIES = 5000, 250  # of a slice; a story's date takes a look at all that it cites
MOST_NEWS, NEWS_FOR = 1000, timedelta(hours=48)
PART = re.compile(r"([a-z]+)-([1-9][0-9]{0,4})")
HUBS = (
    *("front_page", "article_list", "show_list", "person_list", "calendar", "renewals", "rumours"),
    *("corrections", "scoreboard", "confidence_levels"),
)


@dataclass(frozen=True)
class Entry:
    loc: str
    lastmod: str | None = None


@dataclass(frozen=True)
class Section:
    """`rows` are public at a moment, in an order that new ones come last in, as far as there is one."""

    rows: Callable[[datetime], QuerySet | list]
    told: Callable[[list, datetime], Iterable[Entry]]
    most: int = MOST

    def size(self, at: datetime) -> int:
        rows = self.rows(at)
        return len(rows) if isinstance(rows, list) else rows.order_by().count()

    def slice(self, at: datetime, number: int = 1) -> list[Entry]:
        rows = self.rows(at)[(number - 1) * self.most : number * self.most]
        return list(self.told(list(rows), at))


def entries(part: str | None, at: datetime) -> list[Entry]:
    """The addresses of one part; of all parts where none is named. Raises NotHere."""
    if part is None:
        return [entry for section in SECTIONS.values() for entry in section.slice(at)]
    match = PART.fullmatch(part)
    if not match or match[1] not in SECTIONS:
        raise NotHere("There is no such part of the sitemap.")
    found = SECTIONS[match[1]].slice(at, int(match[2]))
    if not found:
        raise NotHere("There is no such part of the sitemap.")
    return found


def parts(at: datetime) -> list[Entry]:
    """The files of an index; none where all addresses go into one."""
    files = {name: -(-section.size(at) // section.most) for name, section in SECTIONS.items()}
    if max(files.values()) == 1:
        return []
    address = absolute(reverse("sitemap"))
    return [
        Entry(f"{address}?part={name}-{number}")
        for name, many in files.items()
        for number in range(1, many + 1)
    ]


@dataclass(frozen=True)
class News:
    """A story of the last two days, as the news sitemap names it."""

    loc: str
    published_at: str
    title: str

    publication = property(lambda self: line(settings.SITE_NAME))


def news(part: str | None, at: datetime) -> tuple[list[News], list[Entry]]:
    """The stories first published in the last two days, newest first, or the files they are in. Raises NotHere."""
    fresh = Edition.objects.live(at).filter(published_at__gt=at - NEWS_FOR).newest_first()
    count = fresh.count()
    address, files = absolute(reverse("news_sitemap")), max(1, -(-count // MOST_NEWS))
    if part is None and files > 1:
        return [], [Entry(f"{address}?part={number + 1}") for number in range(files)]
    number = 1 if part is None else int(part) if re.fullmatch(r"[1-9][0-9]{0,4}", part) else 0
    if not 1 <= number <= files:
        raise NotHere("There is no such part of the news sitemap.")
    rows = fresh[(number - 1) * MOST_NEWS : number * MOST_NEWS]
    return [_news(*row) for row in rows.values_list("slug", "published_at", "headline")], []


def _news(slug: str, published_at: datetime, headline: str) -> News:
    return News(absolute(reverse("article_detail", args=[slug])), instant(published_at), line(headline))


def _hubs(paths: list[str], at: datetime) -> Iterable[Entry]:
    return (Entry(absolute(path)) for path in paths)


def _paths(at: datetime) -> list[str]:
    """The pages that are there whatever is published."""
    policies = [reverse("policy_detail", args=[name]) for name in POLICIES]
    return [*(reverse(name) for name in HUBS), *policies]


def _filed(at: datetime) -> QuerySet:
    """Stories that are live, the first one first: files that are full hardly change."""
    filed = Filing.objects.live(at).under(Kind.EVERYTHING)
    return filed.order_by("published_at", "-slug").values_list("article", flat=True)


def _stories(articles: list[int], at: datetime) -> Iterable[Entry]:
    live = Edition.objects.live(at).filter(article__in=articles).with_substance(at)
    editions = list(live.order_by("published_at", "-slug"))
    known = citations.load(editions, at)
    for edition in editions:
        changed = updated_at(edition, known) or edition.published_at
        yield Entry(absolute(edition.get_absolute_url()), instant(changed))


def _about(field: str) -> Callable[[list, datetime], Iterable[Entry]]:
    """Of rows that claims speak of by this key: when what is held of one last changed."""

    def told(rows: list, at: datetime) -> Iterable[Entry]:
        changed = _changed(field, [row.pk for row in rows], at)
        return (Entry(absolute(row.get_absolute_url()), instant(changed.get(row.pk))) for row in rows)

    return told


def _changed(field: str, keys: list[int], at: datetime) -> dict[int, datetime]:
    """The last change of level or wording, by what the claims speak of; checking again is none."""
    told = Assessment.objects.been_live(at).filter(**{f"{field}__in": keys}).order_by("claim", "live_from")
    found: dict[int, datetime] = {}
    rows = told.values_list("claim", field, "live_from", "level", "statement")
    for _, history in groupby(rows, lambda row: row[0]):
        before = None
        for _, key, begun, *words in history:
            if words != before:
                found[key] = max(begun, found.get(key, begun))
            before = words
    return found


SECTIONS = {
    "hubs": Section(_paths, _hubs),
    "stories": Section(_filed, _stories, most=MOST_STORIES),
    "shows": Section(lambda at: presence.shows(at).order_by("slug"), _about("claim__show")),
    "seasons": Section(
        lambda at: presence.seasons(at).order_by("show__slug", "number"), _about("claim__season")
    ),
    "people": Section(lambda at: presence.people(at).order_by("slug"), _about("claim__person")),
    "platforms": Section(lambda at: presence.platforms(at).order_by("slug"), _about("claim__platform")),
    "claims": Section(lambda at: Claim.objects.live(at).order_by("key"), _about("claim")),
}
