"""The front page."""

from datetime import timedelta

from django.db.models import Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Edition
from claims import record, stories
from claims.models import Assessment, Claim
from newsroom.lib import clock
from newsroom.lib.params import Moment

LEADS_FOR = timedelta(days=3)
LATEST = 12


@require_safe
def front_page(request):
    now = Moment(clock.now())
    newest = Edition.objects.live(now.at).newest_first()
    leads = newest.filter(is_lead=True, published_at__gt=now.at - LEADS_FOR)
    shown = Q(pk__in=newest.values("pk")[: LATEST + 1]) | Q(pk__in=leads.values("pk")[:1])
    latest = stories.cards(Edition.objects.filter(shown), now.at, most=LATEST + 2)
    marked = (story for story in latest if story.is_lead and story.published_at > now.at - LEADS_FOR)
    lead = next(marked, None) or next(iter(latest), None)
    return render(
        request,
        "newsroom/front_page.html",
        {
            "moment": now,
            "lead": lead,
            "stories": [story for story in latest if story != lead][:LATEST],
            "changes": what_moved(now.at),
        },
    )


def what_moved(at, among: int = 40, most: int = 8) -> list:
    """The newest changes of level or value, major spoilers left out."""
    newest = Assessment.objects.live(at).order_by("-live_from", "-pk").values("claim")[:among]
    before = Claim.objects.filter(pk__in=newest).values("supersedes")
    claims = Claim.objects.filter(Q(pk__in=newest) | Q(pk__in=before)).exclude(spoiler=Claim.Spoiler.MAJOR)
    return record.read(claims, at).changes[:most]
