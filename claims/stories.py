"""Stories as the pages made of claims list them; the class is the stories' own, reached from below."""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.http import urlencode

from claims.models import Claim


def with_cards(editions, at):
    """With what a list shows of a story: its picture, its lead claims and their levels."""
    leads = Prefetch("lead_claims", Claim.objects.with_held(at).order_by("key"))
    return editions.select_related("image").prefetch_related(leads)


def cards(editions, at, most: int = 12) -> list:
    """The newest of these that are live at a moment."""
    return list(with_cards(editions.live(at), at).newest_first()[:most])


def elsewhere(subject, **chosen) -> dict:
    """Where the stories about something go on: the news list of exactly these filters, and its feed."""
    query = f"?{urlencode(chosen)}"
    return {
        "more_url": reverse("article_list") + query,
        "feed_url": reverse("feed_rss") + query,
        "feed_title": f"News about {subject}",
    }
