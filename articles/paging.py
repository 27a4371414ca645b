"""Keyset paging: a page begins after a story, named by first-published instant and slug."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from articles.models import Edition
from newsroom.lib.refusals import BadParameter

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


def cursor(instant: datetime, slug: str) -> str:
    """Opaque and fit for an address, without a database id."""
    text = f"{instant.isoformat()} {slug}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[datetime, str]:
    """First-published instant and slug. Raises BadParameter."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        text = base64.b64decode(padded.encode("ascii"), altchars=b"-_", validate=True).decode("ascii")
        instant, _, slug = text.partition(" ")
        published_at = datetime.fromisoformat(instant)
        if not slug or not published_at.tzinfo or not 1000 < published_at.year < 9998:
            raise ValueError
    except (ValueError, binascii.Error, UnicodeError, OverflowError):
        raise BadParameter("“after” is no page of this list: go back to its beginning.") from None
    return published_at, slug


def page(editions, after: str) -> Page:
    """One page of these editions, newest first, and the ways to the ones before and after it."""
    rows, newer = editions, None
    if after:
        published_at, slug = read_cursor(after)
        same = Q(published_at=published_at)
        rows = editions.filter(published_at__lte=published_at).exclude(same, slug__lte=slug)
        newer = _newer(editions.filter(published_at__gte=published_at).exclude(same, slug__gt=slug))
    stories = list(rows.newest_first()[: SIZE + 1])
    older = cursor_of(stories[SIZE - 1]) if len(stories) > SIZE else None
    return Page(stories[:SIZE], newer, older)


def _newer(before) -> str:
    """Where the page of newer stories begins: after the one that stands a whole page above."""
    above = before.select_related(None).prefetch_related(None).order_by("published_at", "-slug")
    row = above[SIZE : SIZE + 1].first()
    return cursor_of(row) if row else ""
