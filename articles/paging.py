"""Keyset paging: a page begins after a story, named by first-published instant and slug."""

from dataclasses import dataclass

from articles.filters import EditionFilter
from articles.models import Edition
from newsroom.lib.cursors import cursor, read_cursor

SIZE = 20
WINDOW = 1000  # how many of the newest stories are counted by facet


@dataclass(frozen=True)
class Page:
    """`newer` and `older` are cursors; None where there is nothing, "" for the first page.

    `window` are the articles that facets are counted in, and when each was first published: one more than WINDOW
    where the list goes on.
    """

    stories: list[Edition]
    newer: str | None
    older: str | None
    window: list[tuple]


def cursor_of(edition: Edition, of: str = "") -> str:
    """Where a page of the newest stories goes on after this one, in the list of these filters."""
    return cursor(edition.published_at, edition.slug, of)


def page(wanted: EditionFilter, after: str, of: str = "") -> Page:
    """One page of what is wanted, newest first, and the ways to the ones before and after it."""
    window = list(wanted.filings().values_list("article", "published_at")[: WINDOW + 1])
    if not after:
        stories, newer = wanted.stories([article for article, _ in window[: SIZE + 1]]), None
    else:
        place = read_cursor(after, of)
        stories, newer = wanted.newest(SIZE + 1, place), _newer(wanted, place, of)
    older = cursor_of(stories[SIZE - 1], of) if len(stories) > SIZE else None
    return Page(stories[:SIZE], newer, older, window)


def _newer(wanted: EditionFilter, place, of: str) -> str:
    """Where the page of newer stories begins: after the one that stands a whole page above."""
    row = wanted.above(place).values_list("published_at", "slug")[SIZE : SIZE + 1].first()
    return cursor(*row, of) if row else ""
