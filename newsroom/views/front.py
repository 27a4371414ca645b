"""The front page."""

from datetime import timedelta

from django.db.models import Q
from django.http import HttpResponsePermanentRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import addresses
from articles.models import Edition, Filing
from articles.models.filing import Kind
from claims import record, stories
from claims.confidence import Confidence
from claims.models import Assessment, Claim
from newsroom import organisation
from newsroom.lib import clock
from newsroom.lib.params import Moment, declared
from newsroom.lib.refusals import NotHere

LEADS_FOR, WEEK = timedelta(days=3), timedelta(days=7)
LATEST, MOVED, CONFIRMED = 12, 8, 5
AMONG = 40  # assessments that are looked at for changes


@require_safe
def front_page(request):
    if number := declared(request, "p").get("p"):
        try:
            return HttpResponsePermanentRedirect(addresses.find_former(f"?p={number}").get_absolute_url())
        except NotHere:
            pass  # no story of another house's that is on sale here: the page as anybody gets it
    now = Moment(clock.now())
    leads = Edition.objects.live(now.at).filter(is_lead=True, published_at__gt=now.at - LEADS_FOR)
    marked = stories.cards(leads, now.at, most=1)
    latest = stories.filed(Filing.objects.live(now.at).under(Kind.EVERYTHING), now.at, most=LATEST + 1)
    lead = next(iter([*marked, *latest]), None)
    return render(
        request,
        "newsroom/front_page.html",
        {
            "moment": now,
            "lead": lead,
            "graph": organisation.graph_of_site(),
            "stories": [story for story in latest if story != lead][:LATEST],
            **what_moved(now.at),
        },
    )


def what_moved(at) -> dict[str, list]:
    """The newest changes of level or value; apart from them, those by which something became sure in the last
    seven days. Major spoilers are left out."""
    newest = Assessment.objects.live(at).order_by("-live_from", "-pk").values("claim")
    sure = newest.filter(level__in=Confidence.from_up(Confidence.CONFIRMED)).after(at - WEEK)
    among = Q(pk__in=newest[:AMONG]) | Q(pk__in=sure[:AMONG])
    before = Claim.objects.filter(among).values("supersedes")
    claims = Claim.objects.filter(among | Q(pk__in=before)).exclude(spoiler=Claim.Spoiler.MAJOR)
    changes = record.read(claims, at).changes
    confirmed = [change for change in changes if change.at > at - WEEK and _became_sure(change)][:CONFIRMED]
    return {"confirmed": confirmed, "changes": [one for one in changes if one not in confirmed][:MOVED]}


def _became_sure(change: record.Change) -> bool:
    """It is held as confirmed or better since then, still is, and was not before."""
    is_rise = not (change.before and change.before.confidence.at_least(Confidence.CONFIRMED))
    return (
        is_rise and change.held == change.claim.held and change.held.confidence.at_least(Confidence.CONFIRMED)
    )
