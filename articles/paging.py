"""Keyset paging: a page begins after a story, named by first-published instant and slug."""

from dataclasses import dataclass

from django.db.models import Q

from articles.models import Edition
from newsroom.lib.cursors import cursor, read_cursor

SIZE = 20


@dataclass(frozen=True)
class Page:
    """`newer` and `older` are cursors; None where there is nothing, "" for the first page."""

    stories: list[Edition]
    newer: str | None
    older: str | None


def cursor_of(edition: Edition) -> str:
    """Where a page of the newest stories goes on after this one."""
    return cursor(edition.published_at, edition.slug)


def following(editions, after: str):
    """Those that stand below a cursor, in a list of the newest."""
    published_at, slug = read_cursor(after)
    return editions.filter(published_at__lte=published_at).exclude(published_at=published_at, slug__lte=slug)


def page(editions, after: str) -> Page:
    """One page of these editions, newest first, and the ways to the ones before and after it."""
    rows, newer = editions, None
    if after:
        published_at, slug = read_cursor(after)
        same = Q(published_at=published_at)
        rows = following(editions, after)
        newer = _newer(editions.filter(published_at__gte=published_at).exclude(same, slug__gt=slug))
    stories = list(rows.newest_first()[: SIZE + 1])
    older = cursor_of(stories[SIZE - 1]) if len(stories) > SIZE else None
    return Page(stories[:SIZE], newer, older)


def _newer(before) -> str:
    """Where the page of newer stories begins: after the one that stands a whole page above."""
    above = before.select_related(None).prefetch_related(None).order_by("published_at", "-slug")
    row = above[SIZE : SIZE + 1].first()
    return cursor_of(row) if row else ""
