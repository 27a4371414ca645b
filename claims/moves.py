"""What has become of claims since a moment: a level that moved, a value that another took the place of.

Computed from a record, without a query; the story's “since this was published”, its ripple and its date of
updating are all read from here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from claims.models import Assessment, Claim
from claims.record import Record
from claims.wording import topic_said, value_said
from newsroom.lib.text import sentence


@dataclass(frozen=True)
class Move:
    """`claim` was held as `was`; since then `now` answers in its place, or itself at another level, because
    of `cause`."""

    claim: Claim
    was: Assessment
    now: Claim
    cause: Assessment

    @property
    def is_of_value(self) -> bool:
        return self.claim != self.now

    @property
    def held(self) -> Assessment:
        return self.now.held

    @property
    def is_fall(self) -> bool:
        """What was said does not stand: it was debunked, or we went back below what we held."""
        down = self.held.confidence.lower_than(self.was.confidence)
        return not self.is_of_value and (down or not self.held.confidence.stands)


@dataclass(frozen=True)
class Shift:
    """All moves that end in one claim: what readers are told in one line."""

    moves: tuple[Move, ...]

    @property
    def now(self) -> Claim:
        return self.moves[0].now

    @property
    def cause(self) -> Assessment:
        return self.moves[0].cause

    @property
    def former(self) -> list[Move]:
        """The values it takes the place of, the earliest first; that none was announced only where nothing else
        was said."""
        of_value = sorted((move for move in self.moves if move.is_of_value), key=_by_date)
        return [move for move in of_value if move.claim.says_when or not move.claim.is_milestone] or of_value

    @property
    def was(self) -> Assessment | None:
        """What was held of the same claim, where its level alone has moved."""
        return next((move.was for move in self.moves if not move.is_of_value), None)

    @property
    def is_spoiler(self) -> bool:
        return any(
            one.spoiler == Claim.Spoiler.MAJOR for move in self.moves for one in (move.claim, self.now)
        )

    @property
    def is_fall(self) -> bool:
        return any(move.is_fall for move in self.moves)

    @property
    def topic(self) -> str:
        before = self.former[0].claim if self.former else self.now
        if before.is_casting and before.person_id != self.now.person_id:
            return before.character or "part"
        return topic_said(before)

    @property
    def said(self) -> str:
        """“release window, from late 2026 (rumoured) to 6 November 2026 (official)”."""
        if self.former:
            former = [f"from {value} ({_level(was)})" for value, was in self.former_values]
            return f"{self.topic}, {sentence(former)} to {self.now_value} ({_level(self.now.held)})"
        value = f", {self.own_value}" if self.own_value else ""
        return f"{self.topic}{value}, from {_level(self.was)} to {_level(self.now.held)}"

    @property
    def own_value(self) -> str:
        """Its date or number; empty where it has none."""
        return value_said(self.now)

    @property
    def now_value(self) -> str:
        return self._value_of(self.now, self.now.held)

    @property
    def former_values(self) -> list[tuple[str, Assessment]]:
        return [(self._value_of(one.claim, one.was), one.was) for one in self.former]

    def _value_of(self, claim: Claim, held: Assessment) -> str:
        """What tells it from the other: its date or number; of a part who plays it, or how that stands; else its
        sentence."""
        if claim.is_casting:
            people = {one.claim.person_id for one in self.moves} | {self.now.person_id}
            return str(claim.person) if len(people) > 1 else claim.get_change_display().lower()
        return value_said(claim) or held.said.rstrip(".")


def _by_date(move: Move) -> tuple:
    return move.claim.earliest or date.max, move.claim.said


def _level(held: Assessment) -> str:
    return held.confidence.label.lower()


def shifts(found: Iterable[Move]) -> list[Shift]:
    """Moves, those that end in one claim together, newest first."""
    groups: dict[Claim, list[Move]] = {}
    for move in found:
        groups.setdefault(move.now, []).append(move)
    told = [Shift(tuple(group)) for group in groups.values()]
    return sorted(told, key=lambda shift: (shift.cause.live_from, shift.now.key), reverse=True)


def moves(record: Record, claims: Iterable[Claim], since: datetime) -> list[Move]:
    """How what answered for these claims at a moment has moved until the record's own; what has not is left out.

    Of one that was out of date by then, its successor is told: readers had that beside it. A merged duplicate has
    moved to its survivor.
    """
    earlier = record.back_to(since)
    held = {claim: claim for claim in earlier.claims}
    begun = {*earlier.claims, *earlier.merged}
    then = dict.fromkeys(heir(earlier, survivor(earlier, claim)) for claim in claims if claim in begun)
    today = {claim: claim for claim in [*record.claims, *record.merged]}
    found = (_move(record, today[claim], held[claim]) for claim in then if claim in held)
    return [move for move in found if move]


def _move(record: Record, claim: Claim, before: Claim) -> Move | None:
    now = heir(record, survivor(record, claim))
    if before.held is None or now.held is None:
        return None
    if _same_told(now, claim) and now.held.level == before.held.level:
        return None
    return Move(claim, before.held, now, cause_of(now))


def _same_told(one: Claim, other: Claim) -> bool:
    """The same claim, or, of a merged duplicate, the same words."""
    return one == other or (other.merged_into_id == one.pk and one.said == other.said)


def survivor(record: Record, claim: Claim) -> Claim:
    """Of a duplicate that had been merged by the record's moment, what it went into; else the claim itself."""
    into = claim.merged_into_id if claim in record.merged else None
    return next((one for one in record.claims if one.pk == into), claim)


def heir(record: Record, claim: Claim) -> Claim:
    """Who answers in its place at the record's moment: itself, or the last in the line of its successors."""
    return record.heir(claim)


def cause_of(claim: Claim) -> Assessment:
    """The assessment since which it has been held at the level of today: re-checks since then are none."""
    cause = claim.held
    for row in reversed(claim.history):
        if row.level == cause.level and row.live_until == cause.live_from:
            cause = row
    return cause


def changed_at(record: Record, claim: Claim) -> datetime | None:
    """When what readers are told of it last changed in level, value or wording; None if it never has."""
    shown = survivor(record, claim)
    told = _told(claim, shown)
    changes = [at for (_, before), (at, row) in pairwise(told) if before != row]
    now = heir(record, shown)
    if now != shown:
        changes.append(cause_of(now).live_from)
    if shown in record.given_back:
        changes.append(record.given_back[shown])
    return max(changes, default=None)


def _told(claim: Claim, shown: Claim) -> list[tuple[datetime, tuple[str, str]]]:
    """Since when what was held; of a merged duplicate, what is held of its survivor from then on."""
    rows = [(row.live_from, row) for row in claim.history]
    if shown != claim:
        after = (row for row in shown.history if row.live_until > claim.merged_at)
        rows += [(max(row.live_from, claim.merged_at), row) for row in after]
    return [(at, (row.level, row.said)) for at, row in rows if not row.redacted_at]
