"""The record of some claims and of what may answer in their place, loaded as lightly as lists and feeds need it.

Thirty stories cite eighty claims of thirty shows. Which others matter to these is found out from narrow rows; they
alone are loaded, and what many share once: a show, a person. Of evidence that is what is held today rests on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Prefetch, prefetch_related_objects

from claims import questions
from claims.models import Assessment, AssessmentEvidence, Claim
from claims.record import Record, linked
from shows.models import Person, Show

NARROW = (
    *("pk", "show_id", "season_id", "kind", "property", "part", "person_id", "job", "character"),
    *("supersedes_id", "merged_into_id"),
)
SOURCES = ("source__outlet", "source__repeats__outlet", "source__repeats__repeats__outlet")


def around(keys: Iterable[int], at: datetime, coming: Iterable[Assessment] = ()) -> Record:
    """The record of these claims and of all near them: at most nine queries, however many there are.

    `coming` are first assessments that are not written, taken as live then: a preview's.
    """
    found, chain = vicinity(set(keys))
    first = {row.claim_id: row for row in coming}
    claims = Claim.objects.filter(pk__in=found)
    been = Prefetch("assessments", Assessment.objects.been_live(at), to_attr="history")
    rows = list(claims.select_related("season", "platform").prefetch_related(been).order_by("key"))
    rows = [row for row in rows if row.history or row.pk in first]
    for row in rows:
        if not row.history:
            first[row.pk].claim, row.history = row, [first[row.pk]]
        row.live_assessments = [one for one in row.history if one.is_live(at)]
    _load_subjects(rows)
    _load_beside(rows)
    _load_evidence([one for row in rows for one in row.live_assessments if one.pk > 0])
    return linked(rows, at, chain)


def vicinity(keys: set[int]) -> tuple[set[int], dict[int, int]]:
    """These claims, all that answer a question with one of them, or take or took the place of such a one; and of
    each claim of their shows the one that it supersedes."""
    shows = Claim.objects.filter(pk__in=keys).order_by().values("show")
    rows = {
        row.pk: row
        for row in Claim.objects.filter(show__in=shows).order_by().values_list(*NARROW, named=True)
    }
    groups: dict[tuple, list[int]] = defaultdict(list)
    for row in rows.values():
        for tie in _ties(row):
            groups[tie].append(row.pk)
    found, new = set(keys & rows.keys()), list(keys & rows.keys())
    while new:
        ties = _ties(rows[new.pop()])
        others = {key for tie in ties for key in groups[tie]} - found
        found |= others
        new += others
    return found, {row.pk: row.supersedes_id for row in rows.values() if row.supersedes_id}


def _ties(row) -> Iterator[tuple]:
    """What ties a claim to others: its questions, more broadly put than they are asked, and its successions."""
    subject = (row.show_id, row.season_id)
    yield "line", row.pk
    for other in filter(None, (row.supersedes_id, row.merged_into_id)):
        yield "line", other
    if row.kind == Claim.Kind.CASTING:
        yield "person", *subject, row.person_id
        if row.character:
            yield "character", *subject, row.character.casefold()
    elif row.kind == Claim.Kind.MILESTONE and row.property not in questions.UNASKED:
        # Parts of a release are one: a date for the whole ends “no date announced” for a part.
        part = "" if row.property == Claim.Property.RELEASE else row.part.casefold()
        yield "milestone", *subject, questions.ONE_QUESTION.get(row.property, row.property), part


def _load_subjects(rows: list[Claim]) -> None:
    shows = Show.objects.in_bulk({row.show_id for row in rows})
    people = Person.objects.in_bulk({row.person_id for row in rows if row.person_id})
    into = Claim.objects.with_subject().in_bulk({row.merged_into_id for row in rows if row.merged_into_id})
    for row in rows:
        row.show = shows[row.show_id]
        row.merged_into, row.person = into.get(row.merged_into_id), people.get(row.person_id)
        if row.season:
            row.season.show = row.show


def _load_beside(rows: list[Claim]) -> None:
    """Of what stands beside a claim, what is near: others can't be its rivals."""
    by_pk = {row.pk: row for row in rows}
    pairs = Claim.beside.through.objects.filter(from_claim__in=by_pk).values_list("from_claim", "to_claim")
    beside = defaultdict(list)
    for one, other in pairs:
        beside[one] += [by_pk[other]] if other in by_pk else []
    for row in rows:
        row._prefetched_objects_cache = {"beside": beside[row.pk]}


def _load_evidence(held: list[Assessment]) -> None:
    told = defaultdict(list)
    for one in AssessmentEvidence.objects.filter(assessment__in=held).select_related(*SOURCES).order_by("pk"):
        told[one.assessment_id].append(one)
    for row in held:
        row._prefetched_objects_cache = {"evidence": told[row.pk]}
    refuted = [row for row in held if row.refuting_source_id]
    prefetch_related_objects(refuted, "refuting_source__outlet")
