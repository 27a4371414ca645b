"""Where to look for what moved: the live stories that the events of a stretch of time may have reached.

It begins with the events, so that it costs by their number, however many stories there are. What it finds is
more than what moved; which of it did is told apart by `articles.ripple`.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from articles.models import Edition
from claims.models import Assessment, Claim

EVENTS = 300  # assessments of one stretch


def begins(until: datetime, events: int = EVENTS) -> datetime | None:
    """When the stretch of so many assessments before a moment begins; None where it reaches to the first."""
    rows = Assessment.objects.been_live(until).order_by("-live_from").values_list("live_from", flat=True)
    return next(iter(rows[events : events + 1]), None)


def reached(since: datetime | None, until: datetime) -> list[int]:
    """Keys of the editions, live or not, that cite what an event after `since` and by `until` may have moved."""
    claims = list(Claim.objects.filter(_stirred(since, until)).order_by().values_list("pk", flat=True))
    citing = Edition.claims.through.objects.filter(claim__in=claims)
    return sorted(set(citing.values_list("edition", flat=True)))


def _stirred(since: datetime | None, until: datetime) -> Q:
    """Claims whose own level moved, that were taken back or merged, or that another may answer in place of."""
    rows = Assessment.objects.been_live(until)
    rows = rows.after(since) if since else rows
    earlier = Assessment.objects.uncancelled().filter(claim=OuterRef("claim"), pk__lt=OuterRef("pk"))
    again = set(rows.filter(Exists(earlier)).values_list("claim", flat=True))
    own = again | _between("retracted_at", since, until) | _between("merged_at", since, until)
    heirs = set(rows.filter(claim__supersedes__isnull=False).values_list(*SUBJECT))
    days = rows.filter(claim__property=Claim.Property.RELEASE, claim__earliest__isnull=False)
    nothing = Q(property=Claim.Property.RELEASE, precision=Claim.Precision.NONE)
    shows = set(days.values_list("claim__show", flat=True))
    return Q(pk__in=own) | Q(merged_into__in=own) | _beside(heirs) | Q(show__in=shows) & nothing


SUBJECT = ("claim__show", "claim__season", "claim__property", "claim__supersedes")


def _beside(heirs: Iterable[tuple]) -> Q:
    """What a successor took the place of, and whatever answers the same kind of question about the same."""
    heirs = list(heirs)
    seasons = {season for _, season, _, _ in heirs if season}
    shows = {show for show, season, _, _ in heirs if not season}
    what = {name for _, _, name, _ in heirs}
    before = Q(pk__in={one for *_, one in heirs})
    return (
        before | Q(season__in=seasons, property__in=what) | Q(show__in=shows, season=None, property__in=what)
    )


def _between(column: str, since: datetime | None, until: datetime) -> set[int]:
    after = {f"{column}__gt": since} if since else {f"{column}__isnull": False}
    return set(Claim.objects.filter(**after, **{f"{column}__lte": until}).values_list("pk", flat=True))
