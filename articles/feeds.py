"""The news as feeds: every filter of the news list, for those who read elsewhere."""

import re
from datetime import date
from html import escape, unescape
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date, rfc3339_date
from django.views.decorators.http import require_safe

from articles import citations
from articles.filters import ORDER, EditionFilter
from articles.level import weakest
from articles.listing import Listing
from articles.models import Edition
from articles.substance import updated_at
from claims.badges import badge_of
from claims.models import Claim
from claims.record import Record
from claims.wording import value_said
from newsroom.lib import clock
from newsroom.lib.api import absolute
from newsroom.lib.html import clean_body, with_marks
from newsroom.lib.params import declared
from newsroom.lib.text import clean

ITEMS = 30
LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)')


class NewsRss(Rss201rev2Feed):
    """RSS 2.0 that reads no clock, holds whole texts, and is well-formed whatever is written in it."""

    content_type = "application/rss+xml; charset=utf-8"

    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:content": "http://purl.org/rss/1.0/modules/content/"}

    def add_root_elements(self, handler):
        for name in ("title", "link", "description", "language"):
            handler.addQuickElement(name, self.feed[name])
        about = {"rel": "self", "type": "application/rss+xml", "href": self.feed["feed_url"]}
        handler.addQuickElement("atom:link", None, about)
        if self.items:
            newest = max(item["updateddate"] for item in self.items)
            handler.addQuickElement("lastBuildDate", rfc2822_date(newest))

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", item["content"])


@require_safe
def feed_rss(request):
    now = clock.now()
    editions = EditionFilter(declared(request, *ORDER), Edition.objects.live(now))
    found = list(_with_texts(editions.qs, now).newest_first()[:ITEMS])
    known = citations.load(found, now)
    listing = Listing(editions.chosen)
    feed = NewsRss(
        title=clean(f"{settings.SITE_NAME}: {listing.title}"),
        link=absolute(listing.url()),
        description=clean(f"{listing.title}. Every claim says how sure it is."),
        language="en",
        feed_url=absolute(listing.feed_url),
    )
    for edition in found:
        feed.add_item(**_item(edition, known))
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _with_texts(editions, at):
    """With what a feed holds of a story beside its claims, and the slug it was first published under."""
    first = Edition.objects.been_live(at).filter(article=OuterRef("article")).order_by("live_from")
    whole = editions.with_substance(at).prefetch_related("bylines__author")
    return whole.annotate(first_slug=Subquery(first.values("slug")[:1]))


def _item(edition: Edition, known: Record) -> dict:
    level = weakest(claim for claim in edition.cited if claim.is_lead)
    return {
        "title": clean(edition.headline),
        "link": absolute(edition.get_absolute_url()),
        "description": clean(edition.standfirst or edition.description or edition.headline),
        "author_name": clean(", ".join(author.name for author in edition.authors)),
        "pubdate": edition.published_at,
        "updateddate": updated_at(edition, known) or edition.published_at,
        # An edit may rename a story; to a reader's program it stays the one that was first published.
        "unique_id": absolute(reverse("article_detail", args=[edition.first_slug])),
        "unique_id_is_permalink": True,
        "categories": [level.held.level] if level else [],
        "content": clean(_since(edition, known) + _content(edition, known.today)),
    }


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
    body = with_marks(clean_body(edition.body), lambda key, words: said.get(key, ""))
    base = absolute(edition.get_absolute_url())
    return LINK.sub(lambda link: link[1] + escape(urljoin(base, unescape(link[2]))), body)


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
