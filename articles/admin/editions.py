"""What readers have seen of a story, and what they are to see: its editions, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from articles.models import Article, Edition
from newsroom.lib import clock
from newsroom.lib.timeline import said


@dataclass(frozen=True)
class Line:
    edition: Edition
    when: str
    url: str

    @property
    def version(self) -> str:
        """Its name among the versions of the story; what was called off shares its number with another."""
        return f"off-{self.edition.pk}" if self.edition.is_cancelled else str(self.edition.number)


def lines(article: Article) -> Iterator[Line]:
    """One line an edition; a link where its page can be read today."""
    now = clock.now()
    editions = list(article.editions.select_related("by").order_by("-live_from", "-id"))
    live = next((one for one in editions if one.is_live(now)), None)
    for edition in editions:
        is_read = live and not edition.is_cancelled and edition.live_from <= now and not edition.redacted_at
        url = reverse("edition_detail", args=[live.slug, edition.number]) if is_read else ""
        yield Line(edition, _when(edition, now), url)


def _when(edition: Edition, now) -> str:
    if edition.is_cancelled:
        return "On hold" if edition.is_held else f"Called off (was to be {said(edition.live_from)})"
    if edition.live_from > now:
        return f"Scheduled for {said(edition.live_from)}"
    span = f"{said(edition.live_from)} to {said(edition.live_until)}"
    if edition.is_for_ever:
        span = f"Since {said(edition.live_from)}"
    if edition.redacted_at:
        return f"{span}; redacted"
    return f"{span}; withdrawn" if edition.taken_back_at else span
