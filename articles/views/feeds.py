"""The news as feeds: every filter of the news list, for those who read elsewhere."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from articles.entries import entries, with_texts
from articles.feeds import ATOM_1, JSON_1_1, RSS, Feed, Kind
from articles.filters import ORDER, EditionFilter
from articles.listing import Listing
from articles.models import Edition
from newsroom.lib import clock
from newsroom.lib.api import absolute
from newsroom.lib.params import declared
from newsroom.lib.text import clean

ENTRIES = 20


@require_safe
def feed_rss(request):
    return _answer(request, "feed_rss", RSS)


@require_safe
def feed_atom(request):
    return _answer(request, "feed_atom", ATOM_1)


@require_safe
def feed_json(request):
    return _answer(request, "feed_json", JSON_1_1)


def _answer(request, page: str, kind: Kind) -> HttpResponse:
    """Last-Modified is the newest moment in what is told: nothing that is hidden moves it."""
    feed = _feed(request, page)
    response = HttpResponse(kind.write(feed), content_type=kind.content_type)
    if feed.changed_at:
        response["Last-Modified"] = http_date(feed.changed_at.timestamp())
    if feed.hub:
        response["Link"] = f'<{feed.hub}>; rel="hub", <{feed.own_url}>; rel="self"'
    return response


def _feed(request, page: str) -> Feed:
    now = clock.now()
    editions = EditionFilter(declared(request, *ORDER), with_texts(Edition.objects.live(now), now))
    found = entries(editions.newest(ENTRIES), now)
    listing = Listing(editions.chosen)
    return Feed(
        site=settings.SITE_NAME,
        title=clean(f"{settings.SITE_NAME}: {listing.title}"),
        summary=clean(f"{listing.title}. Every claim says how sure it is."),
        url=absolute(listing.url()),
        own_url=absolute(listing.url(page=page)),
        docs_url=absolute(reverse("api_docs")),
        hub=settings.WEBSUB_HUB,
        entries=found,
    )
