"""Questions: which claims answer the same one, which of them stands, which stand beside each other.

Derived from claims loaded `with_held` and from nothing else; never stored.
"""

from collections.abc import Iterable

from django.db.models import Q

from claims.confidence import Confidence
from claims.models import Claim

Question = tuple

ONE_QUESTION = {Claim.Property.CANCELLATION: Claim.Property.RENEWAL}
UNASKED = {Claim.Property.TRAILER}


def questions(claim: Claim) -> set[Question]:
    """The questions that a claim answers: a casting's are two if the character is named, a detail's none."""
    subject = (claim.show_id, claim.season_id)
    if claim.is_casting:
        asked = {(*subject, "person", claim.person_id, claim.job)}
        return asked | ({(*subject, "character", claim.character.casefold())} if claim.character else set())
    if not claim.is_milestone or claim.property in UNASKED or says_nothing_announced(claim):
        return set()
    return {(*subject, ONE_QUESTION.get(claim.property, claim.property), claim.part.casefold())}


def says_nothing_announced(claim: Claim) -> bool:
    """A release claim without a date ("no date announced") rivals nothing."""
    return claim.property == Claim.Property.RELEASE and claim.precision == Claim.Precision.NONE


def near(claims: Iterable[Claim]) -> Q:
    """These claims, and every one that may answer a question that one of them answers, or take its place."""
    claims = list(claims)
    asked = {name for claim in claims for name in _asked_together(claim.property)}
    castings = [claim for claim in claims if claim.is_casting]
    same = Q(kind=Claim.Kind.MILESTONE, property__in=asked)
    if any(claim.kind == Claim.Kind.DETAIL for claim in claims):
        same |= Q(kind=Claim.Kind.DETAIL, supersedes__isnull=False)
    for person, character in {(claim.person_id, claim.character) for claim in castings}:
        same |= Q(person=person) | (Q(kind=Claim.Kind.CASTING, character=character) if character else Q())
    seasons = {claim.season_id for claim in claims} - {None}
    shows = {claim.show_id for claim in claims if not claim.season_id}
    # Each alternative by itself begins with an index: nested, they would read every claim there is.
    own = Q(pk__in=[claim.pk for claim in claims])
    return own | Q(season__in=seasons) & same | Q(show__in=shows, season=None) & same


def _asked_together(name: str) -> set[str]:
    return {name, *(one for pair in ONE_QUESTION.items() if name in pair for one in pair)} - {""}


def are_rivals(one: Claim, other: Claim) -> bool:
    return one.pk != other.pk and bool(questions(one) & questions(other))


def are_beside(one: Claim, other: Claim) -> bool:
    """Either names the other as standing beside it."""
    return other in one.beside.all() or one in other.beside.all()


def superseded(claims: Iterable[Claim]) -> dict[Claim, Claim]:
    """Claims that no longer answer, each with the one that superseded it.

    A successor counts while it is held and not debunked. It takes with it whatever stood beside what it
    supersedes on the same question, unless it stands beside that itself. “No date announced” rivals nothing,
    and is over once a date is announced.
    """
    held = {claim.pk: claim for claim in claims if _holds(claim)}
    asked = _by_question(held.values())
    gone: dict[Claim, Claim] = {}
    for successor in held.values():
        for claim in _predecessors(successor):
            gone.setdefault(claim, successor)
            for rival in (one for question in questions(claim) for one in asked.get(question, ())):
                if rival not in (claim, successor) and are_beside(rival, claim):
                    if not are_beside(rival, successor) and successor not in _predecessors(rival):
                        gone.setdefault(rival, successor)
    announced = [claim for claim in held.values() if claim not in gone and _announces_a_date(claim)]
    for claim in filter(says_nothing_announced, held.values()) if announced else ():
        for dated in announced:
            if dated.subject == claim.subject and claim.part.casefold() in ("", dated.part.casefold()):
                gone.setdefault(claim, dated)
    return gone


def _by_question(claims: Iterable[Claim]) -> dict[Question, list[Claim]]:
    groups: dict[Question, list[Claim]] = {}
    for claim in claims:
        for question in questions(claim):
            groups.setdefault(question, []).append(claim)
    return groups


def _announces_a_date(claim: Claim) -> bool:
    is_dated = claim.property == Claim.Property.RELEASE and claim.says_when
    return is_dated and claim.held.confidence.rule.is_machine_readable


def _predecessors(claim: Claim) -> list[Claim]:
    """What it supersedes, what that superseded, and so on back."""
    line, seen = [], {claim.pk}
    while claim.supersedes and claim.supersedes_id not in seen:
        claim = claim.supersedes
        seen.add(claim.pk)
        line.append(claim)
    return line


def standing(claims: Iterable[Claim]) -> list[Claim]:
    """Those that answer today: held, not debunked, not superseded."""
    claims = list(claims)
    gone = superseded(claims)
    return [c for c in claims if c.held and c.held.confidence.stands and c not in gone]


def conflicts(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Groups of standing claims on one question."""
    return [group for group in _by_question(standing(claims)).values() if len(group) > 1]


def unrelated_rivals(claim: Claim, others: Iterable[Claim]) -> list[Claim]:
    """Standing rivals of a claim that is to go live, to which it says no relation."""
    line = {claim.pk, *(one.pk for one in _predecessors(claim))}
    others = [one for one in others if one.pk != claim.pk]
    if any(claim.pk in {before.pk for before in _predecessors(one)} for one in others if _holds(one)):
        return []  # it has been superseded itself: it rivals nothing that stands
    return [
        other
        for other in standing(others)
        if are_rivals(claim, other)
        and other.pk not in line
        and not are_beside(claim, other)
        and not _goes_with(other, claim)
    ]


def _holds(claim: Claim) -> bool:
    return bool(claim.held and claim.held.confidence.stands)


def _goes_with(other: Claim, claim: Claim) -> bool:
    """It stands beside what the claim supersedes, and goes with it."""
    return any(are_beside(other, before) for before in _predecessors(claim))


def too_low(claim: Claim, level: Confidence, others: Iterable[Claim]) -> Claim | None:
    """The claim that this one supersedes from below, which it may not."""
    for other in others:
        if claim.supersedes_id == other.pk and other.held and level.lower_than(other.held.confidence):
            return other
    return None
