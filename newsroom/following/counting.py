"""Which changes a follower is told: what the page lists under “What changed”, and what was taken back.

It counts where the least level that was asked for is reached by what is held now, or was by what was held before:
who has been told that a date is official is told when it falls.
"""

from dataclasses import dataclass
from datetime import datetime

from claims import record
from claims.badges import Badge, badge_of
from claims.confidence import Confidence
from claims.models import Assessment, Claim
from claims.record import Record
from newsroom.lib.changes import Change


@dataclass(frozen=True)
class News:
    """A claim that came, moved or was taken back, as a follower is told it."""

    claim: Claim
    badge: Badge | None  # None: it was taken back
    before: Confidence | None = None
    instead_of: str = ""
    note: str = ""
    address: str = ""  # of the source

    @property
    def is_taken_back(self) -> bool:
        return self.badge is None

    @property
    def is_spoiler(self) -> bool:
        return self.claim.spoiler == Claim.Spoiler.MAJOR

    @property
    def highest(self) -> Confidence:
        levels = [self.before] if self.badge is None else [self.before, self.badge.level]
        return max((level for level in levels if level), key=lambda level: level.rank)

    def counts_for(self, least: Confidence) -> bool:
        return self.highest.at_least(least)


class Records:
    """The records of shows at moments: of several changes at one moment each is read once."""

    def __init__(self):
        self._read: dict[tuple[int, datetime], Record] = {}

    def at(self, show: int, moment: datetime) -> Record:
        if (show, moment) not in self._read:
            self._read[show, moment] = record.read(Claim.objects.filter(show=show), moment)
        return self._read[show, moment]


def news_of(change: Change, row: Assessment, records: Records) -> News | None:
    """What a change says that a follower could want; None where it is a re-check or a mended wording."""
    if change.event == Change.Event.TAKEN_BACK:
        return News(row.claim, None, row.confidence, note=row.claim.retraction_note)
    if change.event != Change.Event.LIVE or row.taken_back_at or row.redacted_at:
        return None
    known = records.at(row.claim.show_id, change.due_at)
    found = next((one for one in known.changes if one.held.pk == row.pk), None)
    return found and _told(found, known)


def _told(found: record.Change, known: Record) -> News:
    old = found.instead_of
    before = found.before or (old and old.held)
    return News(
        found.claim,
        badge_of(found.claim, known.today),
        before.confidence if before else None,
        old.held.said if old and old.held and old.spoiler != Claim.Spoiler.MAJOR else "",
        found.held.walked_back or found.held.reason,
        _address(found.held),
    )


def _address(held: Assessment) -> str:
    """Where its first source can be read."""
    evidence = sorted(held.evidence.all(), key=lambda one: not one.is_support)
    return next((one.source.url for one in evidence if one.source.url), held.refuting_url)
