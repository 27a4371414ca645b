"""Merging duplicates of people, platforms, shows, seasons, outlets, sources and claims."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Q, QuerySet

from claims import indexing, rivalry, stories
from claims.gate import Case, shortfall
from claims.models import Assessment, Claim, Judgement, Outcome, Outlet, Source
from newsroom.lib import merging
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act, said
from shows.models import Person, Platform, Season, Show


def merge(duplicate, *, into, by) -> None:
    """Make two rows one: every address, history and link of the duplicate lives on in `into`.

    Claims that thereby answer one question without relation are put side by side, for all to see.
    """
    try:
        merging.check(duplicate, into)
    except ValueError as error:
        raise Refused(str(error)) from None
    with act(duplicate, into) as now:
        VERBS[type(duplicate)](duplicate, into, by, now)
        if type(duplicate) in FILED_UNDER:
            stories.refile(duplicate)
        _index(duplicate, into)
        _put_side_by_side(into)


def _index(duplicate, survivor) -> None:
    """Claims are found by what they are about, which is another row now."""
    if type(duplicate) in CLAIMED:
        rows = Claim.objects.filter(**{f"{CLAIMED[type(duplicate)]}__in": (duplicate.pk, survivor.pk)})
        indexing.index(rows.values_list("pk", flat=True))


def _people(duplicate: Person, survivor: Person, by, now) -> None:
    survivor.aliases = merging.names_of(survivor, duplicate, main="name")
    survivor.native_name = survivor.native_name or duplicate.native_name
    survivor.external_ids = duplicate.external_ids | survivor.external_ids
    survivor.save()
    merging.repoint(duplicate, survivor)


def _shows(duplicate: Show, survivor: Show, by, now) -> None:
    survivor.aliases = merging.names_of(survivor, duplicate, main="title")
    survivor.original_title = survivor.original_title or duplicate.original_title
    survivor.external_ids = duplicate.external_ids | survivor.external_ids
    survivor.save()
    theirs = {season.number: season for season in survivor.seasons.all()}
    for season in duplicate.seasons.filter(merged_into=None):
        if season.number in theirs:
            merging.repoint(season, theirs[season.number])
    duplicate.seasons.filter(merged_into=None).update(show=survivor)
    merging.repoint(duplicate, survivor, leave=("shows.Season",))


def _seasons(duplicate: Season, survivor: Season, by, now) -> None:
    if duplicate.show_id != survivor.show_id:
        raise Refused("The seasons belong to two shows: merge the shows.")
    merging.repoint(duplicate, survivor)


def _plain(duplicate, survivor, by, now) -> None:
    merging.repoint(duplicate, survivor)


KEPT_OF_A_SOURCE = ("url", "archive_url", "published_on", "retrieved_at", "text", "repeats")


def _sources(duplicate: Source, survivor: Source, by, now) -> None:
    """What the duplicate knew and the survivor does not is the survivor's from now on."""
    if duplicate in survivor.chain() or survivor in duplicate.chain():
        raise Refused("One repeats the other: they are two sources.")
    if duplicate.outlet and duplicate.outlet != survivor.outlet:
        raise Refused("Two outlets published them: merge the outlets first, or they are two sources.")
    if faults := list(_early_uses(duplicate, survivor)):
        raise Refused(faults)
    for name in KEPT_OF_A_SOURCE:
        setattr(survivor, name, getattr(survivor, name) or getattr(duplicate, name))
    survivor.save()
    merging.repoint(duplicate, survivor)


def _early_uses(duplicate: Source, survivor: Source) -> Iterator[str]:
    """Nothing may have rested on a source before its embargo was over."""
    if until := survivor.embargo_until:
        rows = Assessment.objects.uncancelled().filter(evidence__source=duplicate).distinct()
        for row in rows.select_related("claim"):
            if row.live_from < until:
                yield f"“{row.claim.said}” rests on it, and the one that stays is under embargo until {said(until)}."


def _claims(duplicate: Claim, survivor: Claim, by, now) -> None:
    """What we held of the duplicate ends here and stays in history; its address leads to the survivor."""
    if faults := list(_why_two_claims(duplicate, survivor, now)):
        raise Refused(faults)
    for row in duplicate.assessments.pending(now):
        row.close(row.live_from)
    for row in duplicate.assessments.live(now):
        row.close(now)
    Judgement.objects.filter(claim=duplicate).update(release_at=None)
    duplicate.duplicates.update(merged_into=survivor)
    duplicate.merged_into, duplicate.merged_at, duplicate.merged_by = survivor, now, by
    duplicate.save(update_fields=["merged_into", "merged_at", "merged_by"])
    _follow(duplicate, survivor)
    if not Outcome.objects.filter(claim=survivor).exists():
        Outcome.objects.filter(claim=duplicate).update(claim=survivor)


def _follow(duplicate: Claim, survivor: Claim) -> None:
    """What superseded the one supersedes the other, unless it would from below; what it refuted, that refutes."""
    for claim in Claim.objects.filter(supersedes=duplicate):
        if _is_never_below(claim, survivor):
            claim.supersedes = survivor
            claim.save(update_fields=["supersedes"])
    for model in (Assessment, Judgement):
        model.objects.filter(refuted_by=duplicate).exclude(claim=survivor).update(refuted_by=survivor)


def _is_never_below(claim: Claim, other: Claim) -> bool:
    rows = list(other.assessments.uncancelled())
    for row in claim.assessments.uncancelled():
        held = next((one for one in rows if one.live_from <= row.live_from < one.live_until), None)
        if held and row.confidence.stands and row.confidence.lower_than(held.confidence):
            return False
    return True


def _why_two_claims(duplicate: Claim, survivor: Claim, now) -> Iterator[str]:
    if (duplicate.kind, duplicate.subject) != (survivor.kind, survivor.subject):
        yield "The claims differ in kind or subject: they are two."
    if survivor.retracted_at:
        yield f"“{survivor.said}” was retracted: nothing can live on in it."
    if duplicate in _line(survivor) or survivor in _line(duplicate):
        yield "One supersedes the other: they are two claims."
    if duplicate.assessments.been_live(now).exists():
        if not survivor.assessments.live(now).exists():
            yield f"Readers know “{duplicate.said}”, and “{survivor.said}” is not with them: merge that into this."
    elif duplicate.editions.pending(now).exists():
        yield f"A story that is to come cites “{duplicate.said}”: let it cite the other, then merge."


def _line(claim: Claim) -> list[Claim]:
    """What it supersedes, what that superseded, and so on back."""
    line = []
    while claim.supersedes and claim.supersedes not in line:
        claim = claim.supersedes
        line.append(claim)
    return line


# How a claim names what it is about.
CLAIMED = {Person: "person", Platform: "platform", Show: "show", Season: "season", Claim: "pk"}
# What stories are filed under.
FILED_UNDER = (Person, Platform, Show, Season)
VERBS = {
    Person: _people,
    Platform: _plain,
    Show: _shows,
    Season: _seasons,
    Outlet: _plain,
    Source: _sources,
    Claim: _claims,
}


# What a merge does to what is held.


def _put_side_by_side(survivor) -> None:
    """Rivals that nobody has related yet, because they were about two things until now."""
    if type(survivor) not in WHERE_RIVALS_MEET:
        return
    claims = rivalry.load(WHERE_RIVALS_MEET[type(survivor)](survivor))
    for group in rivalry.groups(claims):
        for claim, other in rivalry.unrelated(group):
            claim.beside.add(other)


WHERE_RIVALS_MEET = {
    Person: lambda person: Claim.objects.filter(
        kind=Claim.Kind.CASTING, show__in=person.castings.values("show")
    ),
    Show: lambda show: Claim.objects.about(show),
    Season: lambda season: Claim.objects.about(season.show),
    Claim: lambda claim: Claim.objects.about(claim.show),
}


class _Undone(Exception):
    """Takes back what was only tried."""


def falls_short_after(duplicate, *, into) -> list[Claim]:
    """What is live on evidence that carries its level now, and after this merge would not. Nothing is merged."""
    rows = _resting_on(duplicate, into)
    before, after = _short(rows), set()
    try:
        with transaction.atomic():
            merge(duplicate, into=into, by=None)
            after = _short(rows)
            raise _Undone
    except _Undone:
        duplicate.refresh_from_db()
        into.refresh_from_db()
    return sorted(after - before, key=lambda claim: claim.key)


def _resting_on(*rows) -> list[int]:
    """Live assessments with one of these outlets or sources at the end of their evidence, or on the way there."""
    end = "__outlet__in" if isinstance(rows[0], Outlet) else "__in"
    chain = ("source", "source__repeats", "source__repeats__repeats")
    resting = Q(*((f"evidence__{step}{end}", rows) for step in chain), _connector=Q.OR)
    found = Assessment.objects.live().filter(resting, override="")
    return list(found.values_list("pk", flat=True).order_by().distinct())


def _short(keys: list[int]) -> set[Claim]:
    rows: QuerySet = Assessment.objects.filter(pk__in=keys).select_related("claim").with_evidence()
    return {row.claim for row in rows if shortfall(row.confidence, Case.of(row, row.evidence.all()))}
