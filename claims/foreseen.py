"""What would be held of claims if the stories that cite them went live now: for previews, nothing is written."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Prefetch

from claims.models import Assessment, AssessmentEvidence, Claim, Judgement, JudgementEvidence
from newsroom.lib.timeline import FOREVER


def first_assessments(claims: Iterable[Claim], at) -> list[Assessment]:
    """Of each of these claims that is judged and was never live: its first assessment, as `assessing.plan` would
    write it, its evidence with it. Whether the gate would let it pass is not asked: who can't publish may look."""
    begun = Assessment.objects.begun(at).filter(claim=OuterRef("claim"))
    sources = ("source__outlet", "source__repeats__outlet", "source__repeats__repeats__outlet")
    judged = (
        Judgement.objects.filter(claim__in=list(claims), claim__retracted_at=None, claim__merged_into=None)
        .exclude(Exists(begun))
        .select_related("claim", "refuted_by", "refuting_source__outlet")
        .prefetch_related(Prefetch("evidence", JudgementEvidence.objects.select_related(*sources)))
    )
    return [_as_held(judgement, at) for judgement in judged]


def _as_held(judgement: Judgement, at) -> Assessment:
    # Ids below zero: no row of the database has them.
    times = {"live_from": at, "live_until": FOREVER, "made_at": at}
    row = Assessment(pk=-judgement.pk, claim=judgement.claim, **times, **judgement.copied())
    evidence = [
        AssessmentEvidence(pk=-one.pk, assessment=row, **one.copied()) for one in judgement.evidence.all()
    ]
    row._prefetched_objects_cache = {"evidence": evidence}
    return row
