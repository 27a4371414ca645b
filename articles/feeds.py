"""The news as feeds: every filter of the news list, for those who read elsewhere."""

import re
from html import escape, unescape
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import OuterRef, Prefetch, Subquery
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed, rfc2822_date
from django.views.decorators.http import require_safe

from articles.filters import ORDER, EditionFilter
from articles.level import weakest
from articles.listing import Listing
from articles.models import Edition
from claims import stories
from claims.models import Claim
from newsroom.lib import clock
from newsroom.lib.dates import day_said
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
        handler.addQuickElement("content:encoded", item["content"])


@require_safe
def feed_rss(request):
    now = clock.now()
    editions = EditionFilter(declared(request, *ORDER), Edition.objects.live(now))
    found = _with_texts(editions.qs, now).newest_first()[:ITEMS]
    listing = Listing(editions.chosen)
    feed = NewsRss(
        title=clean(f"{settings.SITE_NAME}: {listing.title}"),
        link=_absolute(listing.url()),
        description=clean(f"{listing.title}. Every claim says how sure it is."),
        language="en",
        feed_url=_absolute(listing.feed_url),
    )
    for edition in found:
        feed.add_item(**_item(edition))
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _with_texts(editions, at):
    """With what a feed holds of a story beyond a list's card, and the slug it was first published under."""
    first = Edition.objects.been_live(at).filter(article=OuterRef("article")).order_by("live_from")
    cited = Prefetch("claims", Claim.objects.with_held(at))
    whole = stories.with_cards(editions, at).prefetch_related("bylines__author", cited)
    return whole.annotate(first_slug=Subquery(first.values("slug")[:1]))


def _item(edition: Edition) -> dict:
    level = weakest(edition.lead_claims.all())
    return {
        "title": clean(edition.headline),
        "link": _absolute(edition.get_absolute_url()),
        "description": clean(edition.standfirst or edition.description or edition.headline),
        "author_name": clean(", ".join(author.name for author in edition.authors)),
        "pubdate": edition.published_at,
        "updateddate": edition.live_from,
        # An edit may rename a story; to a reader's program it stays the one that was first published.
        "unique_id": _absolute(reverse("article_detail", args=[edition.first_slug])),
        "unique_id_is_permalink": True,
        "categories": [level.held.level] if level else [],
        "content": clean(_content(edition)),
    }


def _content(edition: Edition) -> str:
    """The text with absolute links, each marked claim followed by how sure we are of it today."""
    said = {claim.key: _said(claim) for claim in edition.claims.all()}
    body = with_marks(clean_body(edition.body), lambda key, words: said.get(key, ""))
    base = _absolute(edition.get_absolute_url())
    return LINK.sub(lambda link: link[1] + escape(urljoin(base, unescape(link[2]))), body)


def _said(claim: Claim) -> str:
    if claim.held is None:
        return " [retracted]" if claim.retracted_at else ""
    shown = claim if claim.live_assessments else claim.merged_into
    level, as_of = claim.held.confidence.label.lower(), day_said(claim.held.as_of)
    return f' [<a href="{shown.get_absolute_url()}">{level}, as of {as_of}</a>]'


def _absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"
