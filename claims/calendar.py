"""The release calendar: what comes out when, as far as that is official or confirmed.

One definition for the page and the file. An event is a release claim whose window is at most a month wide, from
the moment at which it was first sure enough; where it falls, it stays as cancelled. What was retracted is gone.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from claims import platforms, record
from claims.badges import Badge
from claims.confidence import Confidence
from claims.models import Assessment, Claim, Outcome
from claims.releases import CANCELLED, Releases
from newsroom.lib import clock

WIDEST = timedelta(days=30)  # between the first and the last day of a calendar month
FARTHEST = date(9999, 12, 30)  # a day follows it, before which it ends
MOST_TO_COME, MOST_PAST = 1000, 250


@dataclass(frozen=True)
class Event:
    """A release in the calendar: CONFIRMED, TENTATIVE or CANCELLED, the first two with their badge.

    `changes` are the moments at which what it says has changed, the first that of its coming; `instead` is the
    claim that answers in its place, where one does.
    """

    claim: Claim
    status: str
    badge: Badge | None
    instead: Claim | None
    changes: tuple[datetime, ...]

    @property
    def earliest(self) -> date:
        return self.claim.earliest

    @property
    def latest(self) -> date:
        return self.claim.latest

    @property
    def title(self) -> str:
        """What comes out: “All of Us Are Dead Season 2, Volume 1”."""
        return f"{self.claim.subject}, {self.claim.part}" if self.claim.part else str(self.claim.subject)

    @property
    def is_cancelled(self) -> bool:
        return self.status == CANCELLED

    @property
    def is_window(self) -> bool:
        return self.earliest != self.latest

    @property
    def sequence(self) -> int:
        """How often what it says has changed since it came."""
        return len(self.changes) - 1


def events(
    at: datetime | None = None,
    *,
    show=None,
    season=None,
    person=None,
    platform=None,
    least: Confidence = Confidence.CONFIRMED,
) -> list[Event]:
    """What is in the calendar at a moment, by day: all of it, or that of a show or a season, what a person is in,
    what comes out on a platform, where that is official or confirmed itself.

    Eight queries, however many events; the soonest thousand that are to come, and the last 250 that are past.
    """
    at = at or clock.now()
    rows = _claims(at, least)
    for subject in filter(None, (show, season)):
        rows = rows.about(subject)
    if person:
        rows = rows.filter(_same_subject(_castings(at).filter(person=person)))
    if platform:
        rows = rows.filter(_same_subject(_sure(platforms.standing(at), at).filter(platform=platform)))
    wanted = _nearest(rows, timezone.localdate(at))
    shows = set(wanted.values())
    whole = record.read(Claim.objects.filter(property=Claim.Property.RELEASE, show__in=shows), at)
    misses = {one.claim_id: one for one in Outcome.objects.known(at).filter(claim__in=wanted) if one.is_miss}
    found = [event for show in shows for event in _of_show(whole, show, wanted, misses, least)]
    return sorted(found, key=lambda event: (event.earliest, event.latest, event.title, event.claim.key))


def _claims(at: datetime, least: Confidence) -> QuerySet:
    """Releases with a window of at most a month that have been sure enough by then."""
    sure = Assessment.objects.been_live(at).at_least(least).filter(claim=OuterRef("pk"))
    narrow = Q(precision__in=[Claim.Precision.DAY, Claim.Precision.MONTH]) | Q(
        precision=Claim.Precision.WINDOW, latest__lte=F("earliest") + WIDEST
    )
    return Claim.objects.filter(narrow, Exists(sure), property=Claim.Property.RELEASE, latest__lte=FARTHEST)


def _nearest(rows: QuerySet, today: date) -> dict[int, int]:
    """The claims around today, each with its show."""
    pairs = rows.order_by("latest", "key").values_list("pk", "show")
    past = rows.filter(latest__lt=today).order_by("-latest", "key").values_list("pk", "show")
    return dict(pairs.filter(latest__gte=today)[:MOST_TO_COME]) | dict(past[:MOST_PAST])


def _sure(claims: QuerySet, at: datetime) -> QuerySet:
    held = Assessment.objects.live(at).at_least(Confidence.CONFIRMED)
    return claims.filter(Exists(held.filter(claim=OuterRef("pk"))))


def _castings(at: datetime) -> QuerySet:
    """Who is in what, so far as that is sure and was not superseded."""
    held = Assessment.objects.live(at).at_least(Confidence.SPECULATION).filter(claim=OuterRef("pk"))
    after = Claim.objects.filter(Exists(held), supersedes=OuterRef("pk"))
    castings = Claim.objects.filter(~Exists(after), kind=Claim.Kind.CASTING)
    return _sure(castings, at).exclude(change=Claim.Change.DEPARTING)


def _same_subject(told: QuerySet) -> Q:
    """Releases of the season of which that is told, or of the show of which it is told as a whole."""
    of_season = told.filter(season=OuterRef("season"))
    of_show = told.filter(season=None, show=OuterRef("show"))
    return Q(Exists(of_season)) | Q(Exists(of_show))


def _of_show(whole, show, wanted, misses, least):
    releases = Releases(whole.within(frozenset({show})), misses, least)
    for claim in releases.claims:
        if claim.pk in wanted:
            states = releases.states(claim)
            changes = [states[0].at, *(now.at for before, now in pairwise(states) if now.said != before.said)]
            last = states[-1]
            yield Event(claim, last.status, last.badge, last.instead, tuple(changes))
