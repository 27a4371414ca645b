"""What a feed says of a story, whichever kind of feed it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from html import escape, unescape
from urllib.parse import urljoin

from django.db.models import OuterRef, Prefetch, Subquery
from django.urls import reverse

from articles import citations, insets
from articles.level import weakest
from articles.models import Edition, EditionByline
from articles.substance import updated_at
from claims import api as claims_api
from claims.badges import badge_of
from claims.models import Claim
from claims.record import Record
from claims.wording import value_said
from newsroom.lib import dates
from newsroom.lib.api import absolute
from newsroom.lib.html import clean_body, with_marks
from newsroom.lib.text import clean

LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)')
TOLD = ("key", "about", "text", "value", "level", "as_of", "review_by", "is_stale", "badge", "sources", "url")


@dataclass(frozen=True)
class Entry:
    """A story in a feed. `key` is its address for ever, `url` that of today; `changed_at` is the last moment at which
    anything in the entry changed, `updated_at` that at which its substance did."""

    key: str
    url: str
    title: str
    summary: str
    content: str
    authors: tuple[tuple[str, str], ...]
    level: str
    held: tuple[Claim, ...]
    today: date
    published_at: datetime
    updated_at: datetime
    changed_at: datetime

    @property
    def claims(self) -> list[dict]:
        """Those that it cites and that are held, as data."""
        told = (claims_api.short(claim, self.today) for claim in self.held)
        return [{name: one[name] for name in TOLD} for one in told]


def entries(found: list[Edition], at: datetime) -> list[Entry]:
    """The entries of some live editions that were read `with_texts`, in their order."""
    known = citations.load(found, at)
    insets.load(found, at)
    return [_entry(edition, known) for edition in found]


def with_texts(editions, at):
    """With what a feed holds of a story beside its claims, and the slug it was first published under."""
    first = Edition.objects.been_live(at).filter(article=OuterRef("article")).order_by("live_from")
    bylines = Prefetch("bylines", EditionByline.objects.select_related("author"))
    whole = editions.with_substance(at).prefetch_related(bylines)
    return whole.annotate(first_slug=Subquery(first.values("slug")[:1]))


def _entry(edition: Edition, known: Record) -> Entry:
    level = weakest(claim for claim in edition.cited if claim.is_lead)
    return Entry(
        # An edit may rename a story; to a reader's program it stays the one that was first published.
        key=absolute(reverse("article_detail", args=[edition.first_slug])),
        url=absolute(edition.get_absolute_url()),
        title=clean(edition.headline),
        summary=clean(edition.standfirst or edition.description or edition.headline),
        content=clean(_since(edition, known) + _content(edition, known.today)),
        authors=tuple((clean(one.name), absolute(one.get_absolute_url())) for one in edition.authors),
        level=level.held.level if level else "",
        held=tuple(claim for claim in edition.cited if claim.held),
        today=known.today,
        published_at=edition.published_at,
        updated_at=updated_at(edition, known) or edition.published_at,
        changed_at=max(_changes(edition, known)),
    )


def _changes(edition: Edition, known: Record) -> Iterator[datetime]:
    """The moments, all of them past and public, since which the entry has been as it is."""
    yield edition.live_from
    for claim in edition.cited:
        if claim.retracted_at and claim.retracted_at <= known.at:
            yield claim.retracted_at
        for one in filter(None, (claim, claim.heir)):
            yield from _since_when(one, known.today) if one.held else ()


def _since_when(claim: Claim, today: date) -> Iterator[datetime]:
    """When what is held of it went live, and when that was due to be looked at again."""
    yield claim.held.live_from
    if claim.held.review_by and claim.held.review_by < today:
        yield dates.first_instant(claim.held.review_by + timedelta(days=1))


def _since(edition: Edition, known: Record) -> str:
    """What moved since, as its page says it at the top; major spoilers left out."""
    told = [shift.said for shift in citations.since(edition, known) if not shift.is_spoiler]
    told += [
        f"a claim in it was retracted: {claim.retraction_note.rstrip('.')}"
        for claim in citations.retracted(edition)
    ]
    return f"<p><strong>Since this was published:</strong> {escape('; '.join(told))}.</p>" if told else ""


def _content(edition: Edition, today: date) -> str:
    """The text with absolute links, each marked claim followed by how sure we are of it today."""
    said = {claim.key: _said(claim, today) for claim in edition.cited}
    body = with_marks(clean_body(edition.body), lambda key, words: said.get(key, ""), edition.insets.plainly)
    base = absolute(edition.get_absolute_url())
    return LINK.sub(lambda link: link[1] + _joined(base, link[2]), body)


def _joined(base: str, href: str) -> str:
    return href if href.startswith(("https://", "http://")) else escape(urljoin(base, unescape(href)))


def _said(claim: Claim, today: date) -> str:
    """What stands behind its words on the page, in brackets: its badge, and what answers in its place by now."""
    badge = badge_of(claim, today)
    if badge is None and not claim.retracted_at:
        return ""
    told = [f'<a href="{badge.url}">{escape(badge.words)}</a>' if badge else "retracted"]
    if claim.heir and claim.heir.spoiler != Claim.Spoiler.MAJOR:
        now = badge_of(claim.heir, today)
        value = value_said(claim.heir) or claim.heir.held.said
        told.append(f'now <a href="{now.url}">{escape(f"{value}, {now.words}")}</a>')
    return f" [{'; '.join(told)}]"
