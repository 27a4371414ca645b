"""The record: all that has been held by a moment about a show, a season or a person, loaded once.

Every page made of claims is computed from a record, without another query.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise

from django.db.models import Prefetch
from django.utils import timezone

from claims import questions
from claims.models import Assessment, Claim
from newsroom.lib.timeline import TICK


@dataclass(frozen=True)
class Change:
    """A claim that came, or a level that moved: what was held before, and since when not."""

    claim: Claim
    held: Assessment
    before: Assessment | None = None
    instead_of: Claim | None = None

    @property
    def at(self) -> datetime:
        return self.held.live_from


class Record:
    """Claims that have been live by a moment, each with its `history`, linked to what they supersede; apart
    from these, as `merged`, the duplicates that went into another."""

    def __init__(self, claims: list[Claim], at: datetime, gone: dict[Claim, Claim] | None = None, merged=()):
        self.claims, self.at, self.merged = claims, at, list(merged)
        self.gone = questions.superseded(claims) if gone is None else gone
        self._within: dict[frozenset[int], Record] = {}

    @cached_property
    def today(self) -> date:
        return timezone.localdate(self.at)

    @cached_property
    def standing(self) -> list[Claim]:
        """Those that answer: held, not debunked, not superseded; oldest first."""
        return [
            one for one in self.claims if one.held and one.held.confidence.stands and one not in self.gone
        ]

    def of(self, wanted) -> "Record":
        """The part of it that `wanted(claim)` picks; what superseded what is known from the whole."""
        return Record([claim for claim in self.claims if wanted(claim)], self.at, self.gone)

    def within(self, shows: frozenset[int]) -> "Record":
        """The part of it about these shows, made once: what happens to a claim happens within its show."""
        if shows not in self._within:
            merged = [claim for claim in self.merged if claim.show_id in shows]
            claims = [claim for claim in self.claims if claim.show_id in shows]
            self._within[shows] = Record(claims, self.at, self.gone, merged)
        return self._within[shows]

    def about(self, season) -> "Record":
        return self.of(lambda claim: claim.season_id == (season.pk if season else None))

    def back_to(self, at: datetime) -> "Record":
        """The record as it was at an earlier moment."""
        every = [*self.claims, *self.merged]
        rows = [copy(claim) for claim in every if claim.history[0].live_from <= at]
        for claim in rows:
            claim.history = [row for row in claim.history if row.live_from <= at]
            claim.live_assessments = [row for row in claim.history if row.is_live(at)]
        merged = [claim for claim in rows if claim in self.merged and claim.merged_at <= at]
        return Record([claim for claim in rows if claim not in merged], at, merged=merged)

    def heir(self, claim: Claim) -> Claim:
        """Who answers in its place: itself, or the last in the line of its successors."""
        seen = {claim}
        while (after := self.gone.get(claim)) and after not in seen:
            claim = after
            seen.add(claim)
        return claim

    @cached_property
    def given_back(self) -> dict[Claim, datetime]:
        """Claims that answer again, each with the moment at which what answered in their place fell."""
        found: dict[Claim, datetime] = {}
        for successor, fell_at in _falls(self.claims):
            earlier = self.back_to(fell_at - TICK)
            for claim in earlier.gone:
                if earlier.heir(claim) == successor != self.heir(claim):
                    found[claim] = max(fell_at, found.get(claim, fell_at))
        return found

    def saying(self, *properties: str) -> list[Claim]:
        """Standing claims of these properties."""
        return [claim for claim in self.standing if claim.property in properties]

    @cached_property
    def conflicts(self) -> list[list[Claim]]:
        """Groups of standing claims on one question, each group once."""
        groups = questions.conflicts(self.standing)
        return list({tuple(sorted(one.key for one in group)): group for group in groups}.values())

    @cached_property
    def timeline(self) -> list[Claim]:
        """All claims that are held, newest first, those that were superseded among them."""
        held = [claim for claim in self.claims if claim.held]
        return sorted(held, key=lambda claim: claim.history[0].live_from, reverse=True)

    @cached_property
    def changes(self) -> list[Change]:
        """Every change of level or value, newest first; re-checks and mended wordings are none."""
        found = [change for claim in self.timeline for change in _changes(claim, self.gone)]
        return sorted(found, key=lambda change: change.at, reverse=True)

    @cached_property
    def checked_on(self) -> date | None:
        """The newest day that any standing evidence speaks to."""
        return max((claim.held.as_of for claim in self.standing), default=None)


def _falls(claims: Iterable[Claim]):
    """Each claim whose level fell, with the moment."""
    for claim in claims:
        for before, row in pairwise(claim.history):
            if row.confidence.lower_than(before.confidence):
                yield claim, row.live_from


def _changes(claim: Claim, gone: dict[Claim, Claim]):
    rows = [row for row in claim.history if not row.redacted_at]
    if rows:
        before = claim.supersedes if gone.get(claim.supersedes) == claim else None
        yield Change(claim, rows[0], instead_of=before)
    for before, row in pairwise(rows):
        if row.level != before.level:
            yield Change(claim, row, before=before)


def read(claims, at: datetime, coming: Iterable[Assessment] = ()) -> Record:
    """The record of a QuerySet of claims at a moment: five queries, however many claims there are.

    `coming` are first assessments that are not written, taken as live then: a preview's.
    """
    first = {row.claim_id: row for row in coming}
    been = Prefetch("assessments", Assessment.objects.been_live(at).with_evidence(), to_attr="history")
    rows = list(
        (claims.been_live(at) | claims.filter(pk__in=first) if first else claims.been_live(at))
        .with_subject()
        .select_related("person__image")
        .prefetch_related(been, "beside")
        .order_by("key")
    )
    for row in rows:
        if not row.history:
            first[row.pk].claim, row.history = row, [first[row.pk]]
        row.live_assessments = [one for one in row.history if one.is_live(at)]
    chain = Claim.objects.filter(show__in={row.show_id for row in rows}, supersedes__isnull=False)
    return linked(rows, at, dict(chain.values_list("pk", "supersedes_id")))


def linked(rows: list[Claim], at: datetime, chain: dict[int, int]) -> Record:
    """The record of claims with their history, each pointed at the nearest one it supersedes that is in the record,
    past what was taken back, and each merged duplicate at its survivor. `chain` says who supersedes whom."""
    merged = [row for row in rows if row.merged_into_id and not row.live_assessments]
    rows = [row for row in rows if row not in merged]
    by_pk = {row.pk: row for row in rows}
    for row in merged:
        row.merged_into = by_pk.get(row.merged_into_id, row.merged_into)
        if row.merged_into_id not in by_pk:
            row.merged_into.live_assessments = []
    for row in [*rows, *merged]:
        before, seen = chain.get(row.pk), {row.pk}
        while before and before not in by_pk and before not in seen:
            seen.add(before)
            before = chain.get(before)
        row.supersedes = by_pk.get(before)
    return Record(sorted(rows, key=lambda claim: claim.history[0].live_from), at, merged=merged)
