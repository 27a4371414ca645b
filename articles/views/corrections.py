"""What was put right, and why: every correction of a story that is live."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from articles import jsonld
from articles.models import Edition
from articles.paging import cursor, read_cursor
from newsroom.lib import clock
from newsroom.lib.params import Moment, declared

SIZE = 50


@require_safe
def corrections(request):
    after = declared(request, "after").get("after", "")
    now = Moment(clock.now())
    rows = Edition.objects.corrections(now.at)
    if after:
        rows = rows.that_began_before(*read_cursor(after))
    found = list(rows[: SIZE + 1])
    last = found[SIZE - 1] if len(found) > SIZE else None
    return render(
        request,
        "articles/corrections.html",
        {
            "moment": now,
            "editions": found[:SIZE],
            "after": after,
            "graph": jsonld.place("Corrections", request.path),
            "older_url": _address(cursor(last.live_from, last.slug)) if last else None,
            "canonical_path": _address(after),
            "robots": "noindex,follow" if after else "",
        },
    )


def _address(after: str) -> str:
    return reverse("corrections") + (f"?{urlencode({'after': after})}" if after else "")
