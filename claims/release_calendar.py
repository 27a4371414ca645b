"""The calendar as a page: what is to come as a picture over the coming months and as a list, and what has just been.

Days and windows of a month at most are the events of `claims.calendar`, which the file holds too; wider windows,
official or confirmed like them, stand on the page alone.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import F

from claims import hubs
from claims.badges import Badge, badge_of
from claims.calendar import Event, events
from claims.confidence import Confidence
from claims.date_axis import Axis, per_cent
from claims.date_moves import Bar, bar_of
from claims.models import Claim
from claims.wording import value_said
from newsroom.lib.dates import month_said

AHEAD = timedelta(days=366)  # what the picture reaches over; the list goes on
MOST_DRAWN, MOST_LISTED, MOST_PAST = 24, 200, 12


@dataclass(frozen=True)
class Entry:
    """A release as the page tells it; `bar` is None beyond the picture."""

    claim: Claim
    title: str
    badge: Badge | None
    instead: Claim | None = None
    bar: Bar | None = None

    @property
    def said(self) -> str:
        return value_said(self.claim)

    @property
    def is_cancelled(self) -> bool:
        return self.badge is None


@dataclass(frozen=True)
class Page:
    """`months` are pairs of a month in words and what comes in it; `has_more` says that the list was cut."""

    axis: Axis | None
    today: date
    drawn: list[Entry]
    months: list[tuple[str, list[Entry]]]
    past: list[Entry]
    has_more: bool

    @property
    def now(self) -> str:
        return per_cent(self.axis.at(self.today))


def page(at: datetime, today: date) -> Page:
    """The calendar at a moment; as many queries for a thousand releases as for one."""
    found = [_entry(event) for event in events(at)]
    coming = [one for one in found if one.claim.latest >= today] + _wide(at, today)
    coming.sort(key=lambda one: (one.claim.latest, one.claim.earliest, one.title, one.claim.key))
    past = [one for one in reversed(found) if one.claim.latest < today][:MOST_PAST]
    listed = coming[:MOST_LISTED]
    near = [one for one in listed if one.claim.earliest <= today + AHEAD and not one.is_cancelled][
        :MOST_DRAWN
    ]
    axis = Axis.over(today, max(min(one.claim.latest, today + AHEAD) for one in near)) if near else None
    drawn = [Entry(one.claim, one.title, one.badge, bar=bar_of(one.claim, axis)) for one in near]
    return Page(axis, today, drawn, _by_month(listed, today), past, len(coming) > MOST_LISTED)


def _entry(event: Event) -> Entry:
    return Entry(event.claim, event.title, event.badge, event.instead)


def _wide(at: datetime, today: date) -> list[Entry]:
    """Windows of more than a month that are sure and stand."""
    sure = [level for level in Confidence if level.rule.is_machine_readable]
    rows = hubs.held(at, sure).filter(property=Claim.Property.RELEASE, latest__gte=today)
    rows = rows.filter(latest__gt=F("earliest") + timedelta(days=30)).order_by("latest", "key")
    claims = hubs.standing(list(rows[:MOST_LISTED]), at)
    return [Entry(claim, _title(claim), badge_of(claim, today)) for claim in claims]


def _title(claim: Claim) -> str:
    return f"{claim.subject}, {claim.part}" if claim.part else str(claim.subject)


def _by_month(entries: list[Entry], today: date) -> list[tuple[str, list[Entry]]]:
    """By the month in which each is over at the latest."""
    months = groupby(entries, key=lambda one: (one.claim.latest.year, one.claim.latest.month))
    return [(month_said(year, month), list(rows)) for (year, month), rows in months]
