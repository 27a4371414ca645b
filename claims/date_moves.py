"""How the date has moved: the release claims of a record as bars over the days that they leave open.

Pure computing over a record, without a query. What the picture shows stands beside it in words, row by row:
the words are its text alternative, and there is no second one to keep in step.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from claims.badges import Badge, badge_of
from claims.confidence import Confidence
from claims.date_axis import Axis, Tick, per_cent
from claims.models import Claim
from claims.moves import cause_of
from claims.record import Record
from claims.wording import span_said, value_said

LEAST_ROWS = 2  # one claim alone has not moved: the key facts say it
MOST_ROWS = 8  # older ones are folded away
LEAST_WIDTH = 1.5  # per cent: four pixels on a phone, so that a month among decades is still seen
FARTHEST_NOW = 4  # times as long as the windows together: beyond that today would leave them no room


@dataclass(frozen=True)
class Bar:
    """From `x` over `width` of the axis, `end` where it ends; a day is a marker at `middle`."""

    x: str
    width: str
    end: str
    middle: str
    is_day: bool


@dataclass(frozen=True)
class Row:
    """A claim. Where it narrows the one right above, `was` is that one's bar, which `is_narrowed`."""

    claim: Claim
    badge: Badge
    bar: Bar | None
    is_gone: bool
    said_on: date
    former: Confidence | None
    since: datetime
    was: Bar | None = None
    is_narrowed: bool = False

    @property
    def said(self) -> str:
        """The day in full, a window as its source said it."""
        return (
            value_said(self.claim) if self.claim.says_when else self.claim.as_said or value_said(self.claim)
        )

    @property
    def is_faded(self) -> bool:
        """It does not answer any more."""
        return self.is_gone or not self.badge.level.stands

    @property
    def is_spoiler(self) -> bool:
        return self.claim.spoiler == Claim.Spoiler.MAJOR

    @property
    def window(self) -> str:
        """What `said` leaves out: the days that a window runs over, the words in which a day was said."""
        claim = self.claim
        if claim.precision == Claim.Precision.DAY:
            return f"“{claim.as_said}”" if claim.as_said not in self.said else ""
        run = span_said(claim.earliest, claim.latest) if claim.says_when else ""
        return run if run != self.said else ""


@dataclass(frozen=True)
class DateMoves:
    rows: list[Row]
    axis: Axis
    today: date

    @property
    def latest(self) -> list[Row]:
        return self.rows[-MOST_ROWS:]

    @property
    def earlier(self) -> list[Row]:
        return self.rows[:-MOST_ROWS]

    @property
    def ticks(self) -> list[Tick]:
        return self.axis.ticks

    @property
    def now(self) -> str:
        """Where the line of the moment stands; empty where that lies far off."""
        return per_cent(self.axis.at(self.today)) if self.axis.holds(self.today) else ""

    @property
    def is_now_late(self) -> bool:
        """The line stands in the right half: its label goes to the left of it."""
        return self.axis.at(self.today) > 50

    @property
    def standing(self) -> list[Row]:
        """What answers today; what spoils the story is told in its own row alone."""
        return [row for row in self.rows if not row.is_faded and not row.is_spoiler]

    @property
    def first(self) -> Row | None:
        """What was said first, unless it stands."""
        first = next((row for row in self.rows if not row.is_spoiler), None)
        return first if first and first.is_faded else None


def date_moves(record: Record) -> DateMoves | None:
    """The picture of a season or film; None where fewer than two claims speak of its release, or none of a day."""
    held = [claim for claim in record.claims if claim.held and claim.property == Claim.Property.RELEASE]
    claims = sorted(held, key=lambda claim: (claim.history[0].live_from, claim.key))
    dated = [claim for claim in claims if claim.says_when]
    if len(claims) < LEAST_ROWS or not dated:
        return None
    axis = Axis.over(*_reach(dated, record.today))
    rows = [_row(claim, record, axis) for claim in claims]
    return DateMoves(_linked(rows), axis, record.today)


def _reach(dated: list[Claim], today: date) -> tuple[date, date]:
    """The first and the last day to be shown; the moment's own, unless it lies far off."""
    first, last = min(claim.earliest for claim in dated), max(claim.latest for claim in dated)
    open_days = (last - first).days + 31
    off = max((first - today).days, (today - last).days)
    return (min(first, today), max(last, today)) if off < open_days * FARTHEST_NOW else (first, last)


def _row(claim: Claim, record: Record, axis: Axis) -> Row:
    rows = [row for row in claim.history if not row.redacted_at] or claim.history
    cause = cause_of(claim)
    before = [row for row in rows if row.live_from < cause.live_from]
    return Row(
        claim,
        badge_of(claim, record.today),
        bar_of(claim, axis) if claim.says_when else None,
        claim in record.gone,
        rows[0].as_of,
        before[-1].confidence if before else None,
        cause.live_from,
    )


def bar_of(claim: Claim, axis: Axis) -> Bar:
    begin, end = axis.at(claim.earliest), axis.after(claim.latest)
    middle, half = (begin + end) / 2, max(end - begin, LEAST_WIDTH) / 2
    begin = min(max(middle - half, 0), 100 - 2 * half)
    parts = (begin, 2 * half, begin + 2 * half, middle)
    return Bar(*map(per_cent, parts), is_day=claim.earliest == claim.latest)


def _linked(rows: list[Row]) -> list[Row]:
    """Each with the window right above it that it narrows."""
    linked = list(rows)
    for number, (above, row) in enumerate(pairwise(rows)):
        is_apart = number + 1 == len(rows) - MOST_ROWS or above.is_spoiler or row.is_spoiler
        if not is_apart and _narrows(row.claim, above.claim):
            linked[number] = replace(linked[number], is_narrowed=True)
            linked[number + 1] = replace(row, was=above.bar)
    return linked


def _narrows(claim: Claim, before: Claim) -> bool:
    """It takes the other's place, within the days that the other left open."""
    is_its_heir = claim.supersedes == before and claim.says_when and before.says_when
    return bool(is_its_heir and before.earliest <= claim.earliest and claim.latest <= before.latest)
