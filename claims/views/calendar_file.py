"""The release calendar, for calendar programs."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from claims import asked, ics
from claims.calendar import events
from claims.confidence import Confidence
from newsroom.lib import clock
from newsroom.lib.api import absolute
from newsroom.lib.params import declared


@require_safe
def calendar_ics(request):
    now = clock.now()
    given = declared(request, *asked.SUBJECTS, "min")
    least = asked.sure_level(given)
    chosen = asked.subjects(given, now)
    names = asked.names_of(chosen) | ({"min": least.value} if least else {})
    url = absolute(reverse("calendar_ics") + (f"?{urlencode(names)}" if names else ""))
    found = events(now, **chosen, least=least or Confidence.CONFIRMED)
    title = ics.title_of(chosen, least.label.lower() if least else "")
    return HttpResponse(
        ics.written(found, title, url, timezone.localdate(now)), content_type=ics.CONTENT_TYPE
    )
