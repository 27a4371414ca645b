"""The claims that stories cite, as they are held at a moment, and what became of them since the words were written."""

from collections.abc import Iterable
from copy import copy
from datetime import datetime

from django.db.models import Exists, OuterRef

from articles.models import Edition
from claims.models import Assessment, Claim
from claims.moves import Shift, heir, moves, shifts
from claims.nearby import around
from claims.record import Record

Citation = Edition.claims.through
Lead = Edition.lead_claims.through


def load(editions: Iterable[Edition], at: datetime) -> Record:
    """Give each edition its `cited` claims in the text's order: `is_lead` marks its leads, `heir` is the claim
    that answers instead, where one does.

    Ten queries at most, however many editions. The record is of every claim that answers the same questions.
    """
    editions = list(editions)
    leads = Lead.objects.filter(edition=OuterRef("edition"), claim=OuterRef("claim"))
    rows = Citation.objects.filter(edition__in=editions).annotate(is_lead=Exists(leads))
    return read(editions, list(rows), at)


def read(editions: list[Edition], rows: list, at: datetime, coming: Iterable[Assessment] = ()) -> Record:
    """The same with the citations at hand. `coming` are first assessments that would go live now: a preview's."""
    known = around({row.claim_id for row in rows}, at, coming)
    by_pk = {claim.pk: claim for claim in known.claims}
    _load_gone(rows, by_pk)
    for edition in editions:
        own = [_as_held(row, by_pk, known) for row in rows if row.edition_id == edition.pk]
        place = {key: number for number, key in enumerate(edition.marked_keys())}
        edition.cited = sorted(own, key=lambda claim: (place.get(claim.key, len(place)), claim.key))
    return known


def _load_gone(rows: list, held: dict[int, Claim]) -> None:
    """The claims that the record does not answer for: retracted ones, merged duplicates."""
    gone = Claim.objects.with_subject().in_bulk({row.claim_id for row in rows} - held.keys())
    for row in rows:
        row.claim = held.get(row.claim_id) or gone[row.claim_id]


def _as_held(row, by_pk: dict[int, Claim], known: Record) -> Claim:
    """The claim with what is held of it; of a merged duplicate, what is held of its survivor."""
    claim = copy(by_pk.get(row.claim_id, row.claim))
    shown = by_pk.get(row.claim_id) or by_pk.get(claim.merged_into_id, claim)
    claim.is_lead, last = row.is_lead, heir(known, shown)
    claim.heir = None if last == shown else last
    if row.claim_id not in by_pk:
        claim.live_assessments = claim.history = []
        if claim.merged_into_id:
            claim.merged_into = copy(by_pk.get(claim.merged_into_id, claim.merged_into))
            _speak_as_survivor(claim, claim.merged_into_id in by_pk)
    return claim


def _speak_as_survivor(claim: Claim, is_held: bool) -> None:
    into = claim.merged_into
    if not is_held:
        into.live_assessments = []
    if into.retracted_at and not claim.retracted_at:
        claim.retracted_at, claim.retraction_note = into.retracted_at, into.retraction_note


def since(edition: Edition, known: Record) -> list[Shift]:
    """What has moved since its words were last changed in substance, newest first."""
    cited, own = {claim.pk for claim in edition.cited}, about(edition, known)
    claims = [claim for claim in [*own.claims, *own.merged] if claim.pk in cited]
    return shifts(moves(own, claims, edition.substance_at))


def about(edition: Edition, known: Record) -> Record:
    """The part of a record that speaks of what an edition cites; one of many stories is long."""
    return known.within(frozenset(claim.show_id for claim in edition.cited))


def retracted(edition: Edition) -> list[Claim]:
    """The claims it cites that were taken back since."""
    return [
        claim for claim in edition.cited if claim.retracted_at and claim.retracted_at > edition.substance_at
    ]
