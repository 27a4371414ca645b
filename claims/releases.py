"""The release claims of one show through time: what the calendar said of each at every moment, and says now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from claims.badges import Badge, badge_of
from claims.confidence import Confidence
from claims.models import Assessment, Claim, Outcome
from claims.record import Record
from newsroom.lib import dates

CANCELLED = Confidence.DEBUNKED.rule.calendar_status


@dataclass(frozen=True)
class State:
    """What is said of a release from one moment on."""

    at: datetime
    status: str
    text: str = ""
    badge: Badge | None = None
    instead: Claim | None = None
    is_redacted: bool = False

    @property
    def said(self) -> tuple:
        return self.status, self.text, self.badge, self.instead, self.is_redacted


class Releases:
    """`known` is the record of one show's releases; `misses` are outcomes, by claim, that say it did not come so."""

    def __init__(self, known: Record, misses: dict[int, Outcome], least: Confidence):
        self.known, self.misses, self.least = known, misses, least
        self._then: dict[datetime, Record] = {}

    @property
    def claims(self) -> list[Claim]:
        return [*self.known.claims, *self.known.merged]

    def states(self, claim: Claim) -> list[State]:
        """What was said of it at each moment at which anything may have changed, since it was first sure enough."""
        began = next(row.live_from for row in claim.history if row.confidence.at_least(self.least))
        return [self._state(claim, at) for at in self._moments if at >= began]

    @cached_property
    def _moments(self) -> list[datetime]:
        found = {moment for claim in self.claims for row in claim.history for moment in _edges(row)}
        found |= {claim.merged_at for claim in self.known.merged}
        found |= {outcome.marked_at for outcome in self.misses.values()}
        return sorted(moment for moment in found if moment <= self.known.at)

    def _state(self, claim: Claim, at: datetime) -> State:
        then = self._record(at)
        one = next(row for row in (*then.claims, *then.merged) if row == claim)
        is_redacted = any(row.redacted_at and row.redacted_at <= at for row in one.history)
        instead = _instead(one, then)
        held = None if one in then.merged or instead or self._has_missed(claim, at) else one.held
        if held is None or held.confidence.lower_than(self.least):
            return State(at, CANCELLED, instead=instead, is_redacted=is_redacted)
        return State(at, held.confidence.rule.calendar_status, held.said, badge_of(one, then.today))

    def _record(self, at: datetime) -> Record:
        if at not in self._then:
            self._then[at] = self.known.back_to(at)
        return self._then[at]

    def _has_missed(self, claim: Claim, at: datetime) -> bool:
        return claim.pk in self.misses and self.misses[claim.pk].is_known(at)


def _edges(row: Assessment) -> list[datetime]:
    """When it began, ended, fell due to be looked at again, or was redacted."""
    due = dates.first_instant(row.review_by + timedelta(days=1)) if row.review_by else row.live_until
    return [row.live_from, row.live_until, min(due, row.live_until), row.redacted_at or row.live_until]


def _instead(claim: Claim, known: Record) -> Claim | None:
    """What answers in its place at a moment: its successor, or what it was merged into."""
    if claim in known.merged:
        return claim.merged_into
    heir = known.heir(claim)
    return None if heir == claim else heir
