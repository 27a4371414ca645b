"""How to follow a title: its stories as feeds, its dates as a calendar, or by mail; each at an address of exactly
that filter."""

from django.urls import reverse
from django.utils.http import urlencode

WAYS = {
    "RSS": "feed_rss",
    "Atom": "feed_atom",
    "JSON Feed": "feed_json",
    "Calendar": "calendar_ics",
    "Mail": "follow",
}


def ways(**chosen) -> list[tuple[str, str]]:
    """What it is called, and where it is; `chosen` are filters of the news list in their own order."""
    query = f"?{urlencode(chosen)}"
    return [(label, reverse(name) + query) for label, name in WAYS.items()]
