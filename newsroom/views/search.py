"""Search: shows, people, claims and stories by words."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from claims import asked, presence
from claims.confidence import Confidence
from newsroom.lib import clock
from newsroom.lib.params import Moment, declared
from newsroom.searching import Search

NAMES_TO_BEGIN_WITH = 6


@require_safe
def search(request):
    given = declared(request, "q", "min", "after")
    now, least = Moment(clock.now()), asked.level(given)
    found = Search(given.get("q", ""), now.at, least, given.get("after", ""))
    return render(
        request,
        "newsroom/search.html",
        {
            "moment": now,
            "words": given.get("q", ""),
            "least": least,
            "found": found,
            "robots": "noindex,follow",
            "canonical_path": _url(given),
            "hiding_url": _url(given, min=Confidence.REPORTED.value),
            "showing_url": _url(given, min=""),
            "older_url": _url(given, after=found.older) if found.older else None,
            "first_url": _url(given),
            "names": [] if found else list(presence.shows(now.at)[:NAMES_TO_BEGIN_WITH]),
        },
    )


def _url(given: dict[str, str], **other: str) -> str:
    told = {name: (given | {"after": ""} | other).get(name, "") for name in ("q", "min", "after")}
    query = urlencode({name: value for name, value in told.items() if value})
    return reverse("search") + (f"?{query}" if query else "")
