"""What is due on the desk: to be reviewed, resolved, put side by side, or looked at again.

Every list is bounded, costs the same few queries however many rows there are, and begins with a condition
that an index answers. Who stands is decided by `claims.questions`, over the claims near the candidates.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Length, Lower
from django.utils import timezone

from claims import gate, questions
from claims.confidence import Confidence
from claims.models import Assessment, AssessmentEvidence, Claim, Evidence, Outcome, Outlet

MOST = 50  # rows of one list
LATELY = 100  # assessments, the newest: as far back as the front of the desk looks
LOOKED_AT = 1000  # assessments whose evidence is counted again at one time
STANDING = [level for level in Confidence if level.stands]
SUBJECT = ("claim__show", "claim__season__show", "claim__person", "claim__platform")

# Said of the past: what is known on their day, or after, has happened. Only what is foretold can lapse.
TOLD_OF_THE_PAST = {
    *(Claim.Property.RENEWAL, Claim.Property.CANCELLATION, Claim.Property.WRITING),
    *(Claim.Property.FILMING_START, Claim.Property.FILMING_WRAP, Claim.Property.POST_PRODUCTION),
}


@dataclass(frozen=True)
class Listed:
    """The first rows of a list; `has_more` says that there are others."""

    rows: list
    has_more: bool = False

    @property
    def count(self) -> str:
        return f"{len(self.rows)}{'+' * self.has_more}"


# What is lapsed, of one claim and of many.


def is_lapsed(claim: Claim, today: date, outcome: Outcome | None = None) -> bool:
    """Its window has ended and what came of it has not been recorded; `outcome` is what was known by that day.

    The claim is loaded with what is held of it.
    """
    is_over = claim.is_milestone and bool(claim.latest) and claim.latest < today
    if not is_over or outcome or not (claim.held and claim.held.confidence.stands):
        return False
    return claim.property not in TOLD_OF_THE_PAST or claim.held.as_of < claim.earliest


def lapsing(at: datetime) -> QuerySet:
    """Held milestones whose window has ended, and of which no outcome is known."""
    held = Assessment.objects.live(at).filter(claim=OuterRef("pk"), level__in=STANDING)
    awaited = Q(Exists(held.filter(as_of__lt=OuterRef("earliest")))) | ~Q(property__in=TOLD_OF_THE_PAST)
    over = Claim.objects.filter(kind=Claim.Kind.MILESTONE, latest__lt=_today(at), merged_into=None)
    known = Outcome.objects.known(at).filter(claim=OuterRef("pk"))
    return over.filter(awaited, Exists(held), ~Exists(known))


def lately(at: datetime, among: int = LATELY) -> datetime | None:
    """Since when the newest assessments hold; None where there are no others. Where counting on a whole list
    would grow with the newsroom, this is how far it is looked at."""
    newest = Assessment.objects.live(at).order_by("-live_from").values_list("live_from", flat=True)
    return next(iter(newest[among : among + 1]), None)


# The lists. Rows are claims, loaded with what is held of them; of `conflicts`, groups of claims.


def overdue(at: datetime) -> QuerySet:
    """What is held whose day of review has passed, the longest overdue first."""
    return _held(at).filter(review_by__lt=_today(at)).order_by("review_by", "pk")


def due_for_review(at: datetime, most: int = MOST) -> Listed:
    """Standing claims whose day of review has passed, the longest overdue first."""
    return _standing(_claims_of(overdue(at), at, most + 1), at, most)


def lapsed(at: datetime, most: int = MOST) -> Listed:
    """Milestones that ask for an outcome, the latest to lapse first. What was superseded asks too: it was wrong,
    or came later."""
    rows = lapsing(at).with_subject().prefetch_related(_light(at)).order_by("-latest", "key")
    claims = list(rows[: most + 1])
    return Listed(claims[:most], len(claims) > most)


def overridden(at: datetime, most: int | None = MOST) -> Listed:
    """What is held on less than the least evidence, on a managing editor's word; newest first."""
    # By themselves first: few assessments ever were, and an index knows them.
    ever = Assessment.objects.annotate(said=Length("override")).filter(said__gt=0).order_by()
    rows = Assessment.objects.live(at).filter(pk__in=list(ever.values_list("pk", flat=True)))
    rows = rows.select_related("by").order_by("-live_from", "-pk")
    claims = _claims_of(rows.with_evidence(), at, most + 1 if most else None)
    return Listed(claims[:most], bool(most) and len(claims) > most)


def not_carried(at: datetime, most: int = MOST, since: datetime | None = None) -> Listed:
    """Standing claims whose evidence no longer carries their level: a `repeats` was found, or outlets merged."""
    absorbed = Outlet.objects.filter(merged_into=OuterRef("source__outlet"))
    counted_down = AssessmentEvidence.objects.filter(
        Q(source__repeats__isnull=False) | Q(Exists(absorbed)),
        assessment=OuterRef("pk"),
        role=Evidence.Role.SUPPORTS,
    )
    rows = _held(at, since).filter(Exists(counted_down), override="").order_by("-live_from", "-pk")
    looked_at = _claims_of(rows.with_evidence(), at, LOOKED_AT + 1)
    short = [claim for claim in looked_at[:LOOKED_AT] if shortfall_of(claim)]
    found = _standing(short, at, most)
    return Listed(found.rows, found.has_more or len(looked_at) > LOOKED_AT)


def shortfall_of(claim: Claim) -> str:
    """What the evidence lacks today for the level that is held, in a sentence; empty where nothing."""
    return gate.shortfall(claim.held.confidence, gate.Case.of(claim.held, claim.held.evidence.all()))


def unsourced(at: datetime, most: int = MOST, since: datetime | None = None) -> Listed:
    """Standing claims that rest on no source, but on reasoning; newest first. Overrides have a list of their own."""
    rows = _held(at, since).filter(~Exists(_supports()), override="").order_by("-live_from", "-pk")
    return _standing(_claims_of(rows, at, most + 1), at, most)


def single_source(at: datetime, most: int = MOST, since: datetime | None = None) -> Listed:
    """Standing claims, at least reported, that rest on one source alone; newest first."""
    counted = _held(at, since).filter(override="", level__in=Confidence.from_up(Confidence.REPORTED))
    pieces = _supports().order_by().values("assessment").annotate(many=Count("pk")).values("many")
    rows = counted.annotate(pieces=Subquery(pieces)).filter(pieces=1).order_by("-live_from", "-pk")
    return _standing(_claims_of(rows, at, most + 1), at, most)


def conflicts(at: datetime, most: int = MOST, since: datetime | None = None) -> Listed:
    """Groups of standing claims on one question, in all shows; the newest conflict first."""
    asked, has_more = _questions_asked_twice(at, most, since)
    if not asked:
        return Listed([])
    groups = questions.conflicts(_linked(Claim.objects.filter(asked), at))
    once = {tuple(sorted(claim.pk for claim in group)): group for group in groups}.values()
    newest = sorted(once, key=lambda group: max(one.held.live_from for one in group), reverse=True)[:most]
    known = {
        claim.pk: claim
        for claim in Claim.objects.filter(pk__in=[one.pk for group in newest for one in group]).with_held(at)
    }
    return Listed([[known[one.pk] for one in group] for group in newest], has_more or len(once) > most)


# How they are found.


def _today(at: datetime) -> date:
    return timezone.localdate(at)


def _supports() -> QuerySet:
    return AssessmentEvidence.objects.filter(assessment=OuterRef("pk"), role=Evidence.Role.SUPPORTS)


def _taken_over(at: datetime, claim: str) -> Exists:
    """A claim that is held supersedes it; the rest of who stands takes more than one row."""
    held = Assessment.objects.live(at).filter(level__in=STANDING)
    return Exists(held.filter(claim__supersedes=OuterRef(claim)))


def _held(at: datetime, since: datetime | None = None) -> QuerySet:
    """What is held of claims that stand, as far as one row tells."""
    rows = Assessment.objects.live(at).filter(level__in=STANDING)
    return (rows.after(since) if since else rows).exclude(_taken_over(at, "claim"))


def _light(at: datetime) -> Prefetch:
    return Prefetch("assessments", Assessment.objects.live(at), to_attr="live_assessments")


def _claims_of(rows: QuerySet, at: datetime, most: int | None) -> list[Claim]:
    claims = []
    for row in rows.select_related(*SUBJECT)[:most]:
        row.claim.live_assessments = [row]
        claims.append(row.claim)
    return claims


def _standing(candidates: list[Claim], at: datetime, most: int) -> Listed:
    """The candidates that stand among all claims near them, in their order."""
    if not candidates:
        return Listed([])
    near = _linked(Claim.objects.filter(questions.near(candidates)), at)
    standing = {claim.pk for claim in questions.standing(near)}
    rows = [claim for claim in candidates[:most] if claim.pk in standing]
    return Listed(rows, len(candidates) > most)


def _linked(claims: QuerySet, at: datetime) -> list[Claim]:
    """Claims with the level that is held of them, pointed at what they supersede among them."""
    loaded = claims.filter(merged_into=None).with_subject().prefetch_related(_light(at), "beside")
    by_pk = {claim.pk: claim for claim in loaded}
    for claim in by_pk.values():
        claim.supersedes = by_pk.get(claim.supersedes_id)
    return list(by_pk.values())


def _questions_asked_twice(at: datetime, most: int, since: datetime | None) -> tuple[Q, bool]:
    """Where to look: every question that two held claims answer, neither taken over by the other."""
    held = Assessment.objects.live(at).filter(claim=OuterRef("pk"), level__in=STANDING)
    claims = Claim.objects.filter(Exists(held), merged_into=None).exclude(_taken_over(at, "pk")).order_by()
    if since:
        claims = claims.filter(_near(Assessment.objects.live(at).after(since)))
    pairs = [When(property=one, then=Value(other)) for one, other in questions.ONE_QUESTION.items()]
    milestones = claims.filter(kind=Claim.Kind.MILESTONE).exclude(property__in=questions.UNASKED)
    milestones = milestones.exclude(property=Claim.Property.RELEASE, precision=Claim.Precision.NONE)
    milestones = milestones.annotate(asked=Case(*pairs, default=F("property")), of=Lower("part"))
    castings = claims.filter(kind=Claim.Kind.CASTING)
    roles = castings.exclude(character="").annotate(role=Lower("character"))
    found = [
        ("property", _twice(milestones, "asked", "of", most=most)),
        ("person", _twice(castings, "person", "job", most=most)),
        ("role", _twice(roles, "role", most=most)),
    ]
    asked = Q()
    for name, rows in found:
        for row in rows[:most]:
            asked |= Q(show=row["show"], season=row["season"]) & _answers(name, row)
    return asked, any(len(rows) > most for _, rows in found)


def _near(rows: QuerySet) -> Q:
    """About the very shows and seasons of these: what may contradict them is claimed of the same."""
    subjects = set(rows.order_by().values_list("claim__show", "claim__season"))
    seasons = {season for _, season in subjects if season}
    return Q(season__in=seasons) | Q(show__in={show for show, season in subjects if not season}, season=None)


def _twice(claims: QuerySet, *question: str, most: int) -> list[dict]:
    grouped = claims.values("show", "season", *question).annotate(many=Count("pk"), last=Max("pk"))
    return list(grouped.filter(many__gt=1).order_by("-last")[: most + 1])


def _answers(name: str, row: dict) -> Q:
    if name == "property":
        twins = [one for one, other in questions.ONE_QUESTION.items() if other == row["asked"]]
        return Q(kind=Claim.Kind.MILESTONE, property__in=[row["asked"], *twins])
    if name == "person":
        return Q(kind=Claim.Kind.CASTING, person=row["person"])
    return Q(kind=Claim.Kind.CASTING, character__iexact=row["role"])
