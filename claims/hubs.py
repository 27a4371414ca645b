"""What is held of every show at once: renewals and cancellations, and what is only going round.

A page of a hub is bounded, goes on below any of its rows, and costs the same few queries on every page.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Lower

from claims import questions, record
from claims.confidence import Confidence
from claims.models import Assessment, Claim
from newsroom.lib.keyset import below
from newsroom.lib.refusals import BadParameter

SIZE = 40
FATES = (Claim.Property.RENEWAL, Claim.Property.CANCELLATION)
# How a reader may sort them; each order ends with the key, so that no two rows are alike.
ORDERS = {
    "newest": ("-began", "key"),
    "oldest": ("began", "key"),
    "title": ("title", "number", "key"),
    "level": ("-rank", "-began", "key"),
}


@dataclass(frozen=True)
class Row:
    """A claim, and since when it has been held as it is held now."""

    claim: Claim
    since: datetime


@dataclass(frozen=True)
class Part:
    """`after` is the key below which the list goes on; empty at its end."""

    rows: list[Row]
    after: str


def fates(at: datetime, order: str = "newest", after: str = "") -> Part:
    """The renewals and cancellations that stand, of all shows. Raises BadParameter."""
    return _part(
        held(at, [one for one in Confidence if one.stands]).filter(property__in=FATES), at, order, after
    )


def open_rumours(at: datetime, after: str = "") -> Part:
    """What is going round, nobody answering for it, and stands; the newest first. Raises BadParameter."""
    return _part(held(at, [Confidence.RUMOURED]), at, "newest", after)


def released_on(platform, at: datetime, after: str = "") -> Part:
    """What is held to come out on a platform; the newest first. Raises BadParameter."""
    levels = [one for one in Confidence if one.stands]
    return _part(held(at, levels).filter(platform=platform), at, "newest", after)


def held(at: datetime, levels: list[Confidence]) -> QuerySet:
    """Claims at these levels that nothing held has taken the place of, as far as one row tells; with what they are
    sorted by."""
    held = Assessment.objects.live(at).filter(claim=OuterRef("pk"))
    heirs = Assessment.objects.live(at).at_least(Confidence.SPECULATION)
    taken = heirs.filter(claim__supersedes=OuterRef("pk"))
    first = _runs(at, levels[0]) if len(levels) == 1 else Assessment.objects.been_live(at)
    first = first.filter(claim=OuterRef("pk")).order_by("live_from")
    ranks = [When(level=level, then=Value(level.rank)) for level in Confidence]
    rank = held.annotate(rank=Case(*ranks, output_field=IntegerField())).values("rank")[:1]
    return Claim.objects.filter(
        Exists(held.filter(level__in=levels)), ~Exists(taken), merged_into=None
    ).annotate(
        began=Subquery(first.values("live_from")[:1]),
        rank=Subquery(rank),
        title=Lower(F("show__title"), output_field=CharField()),
        number=Coalesce(F("season__number"), Value(0)),
    )


def _runs(at: datetime, level: Confidence) -> QuerySet:
    """Assessments at a level after which no other has been held."""
    other = Assessment.objects.been_live(at).filter(claim=OuterRef("claim")).exclude(level=level)
    return Assessment.objects.been_live(at).filter(~Exists(other.after(OuterRef("live_from"))), level=level)


def _part(claims: QuerySet, at: datetime, order: str, after: str) -> Part:
    fields = ORDERS[order]
    if after:
        row = claims.filter(key=after).values(*(field.removeprefix("-") for field in fields)).first()
        if row is None:
            raise BadParameter("“after” is no page of this list: go back to its beginning.")
        claims = claims.filter(below(fields, row))
    found = list(claims.order_by(*fields)[: SIZE + 1])
    rows = [Row(claim, _since(claim)) for claim in standing(found[:SIZE], at)]
    return Part(rows, found[SIZE - 1].key if len(found) > SIZE else "")


def standing(found: list[Claim], at: datetime) -> list[Claim]:
    """Those of these that stand among all claims near them, in their order, with what is held of them."""
    if not found:
        return []
    known = record.read(Claim.objects.filter(questions.near(found)), at)
    by_pk = {claim.pk: claim for claim in known.standing}
    return [by_pk[one.pk] for one in found if one.pk in by_pk]


def _since(claim: Claim) -> datetime:
    """The first hour of the level that is held now."""
    since = claim.held.live_from
    for row in reversed(claim.history):
        if row.level != claim.held.level:
            break
        since = row.live_from
    return since
