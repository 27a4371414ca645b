"""Shows near a show: those that share somebody of its cast or makers, then those on its platform."""

from django.db.models import Count, Exists, OuterRef, Q

from claims import presence
from claims.confidence import Confidence
from claims.models import Assessment, Claim
from claims.record import Record

MOST = 4
MOST_NAMES = 50  # of people and platforms that are looked for elsewhere


def related(show, whole: Record, at) -> list:
    """From the record of a show: who is in what it tells, found again in what is told of others; two queries."""
    people = {claim.person_id for claim in whole.standing if claim.person_id}
    platforms = {claim.platform_id for claim in whole.standing if claim.platform_id}
    if not people and not platforms:
        return []
    held = Assessment.objects.live(at).at_least(Confidence.SPECULATION).filter(claim=OuterRef("pk"))
    names = Q(person__in=sorted(people)[:MOST_NAMES]) | Q(platform__in=sorted(platforms)[:MOST_NAMES])
    shared = Claim.objects.filter(names, Exists(held)).exclude(show=show).values("show").order_by()
    near = shared.annotate(people=Count("person", distinct=True), claims=Count("pk"))
    order = [row["show"] for row in near.order_by("-people", "-claims", "show__title", "show__slug")[:MOST]]
    found = presence.shows(at).filter(pk__in=order).select_related("image")
    return sorted(found, key=lambda one: order.index(one.pk))
