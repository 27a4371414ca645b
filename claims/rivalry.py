"""Rivals through time: at every moment at which something went live, who answered one question unrelated.

Over claims loaded with all that is uncancelled of them; an import is held to this, and a merge makes it so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from claims import questions
from claims.models import Assessment, Claim


def load(claims: QuerySet) -> list[Claim]:
    """With their uncancelled assessments and evidence, each pointed at what it supersedes among them."""
    held = Assessment.objects.uncancelled().order_by("live_from").with_evidence()
    rows = claims.with_subject().prefetch_related(
        "beside", Prefetch("assessments", held, to_attr="uncancelled")
    )
    found = list(rows)
    link(found)
    return found


def link(claims: list[Claim]) -> None:
    known = {claim.pk: claim for claim in claims}
    for claim in claims:
        if claim.supersedes_id in known:
            claim.supersedes = known[claim.supersedes_id]


def groups(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims that share a question, or follow each other, directly or by others."""
    leader: dict[object, object] = {}

    def top(node: object) -> object:
        while leader.setdefault(node, node) != node:
            node = leader[node]
        return node

    claims = [claim for claim in claims if not claim.merged_into_id]
    for claim in claims:
        for other in [*questions.questions(claim), *([claim.supersedes_id] if claim.supersedes_id else [])]:
            leader[top(claim.pk)] = top(other)
    found: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[top(claim.pk)].append(claim)
    return [group for group in found.values() if len(group) > 1]


def entrances(group: list[Claim]) -> Iterator[tuple[Claim, Assessment, list[Claim]]]:
    """Each claim as it goes live at a level that stands, with the others of its group as they are held then."""
    for claim in group:
        for row in claim.uncancelled:
            if row.confidence.stands and questions.questions(claim):
                hold(group, row.live_from)
                yield claim, row, [other for other in group if other.held and other.pk != claim.pk]


def hold(claims: list[Claim], at: datetime) -> None:
    """Load each claim with what is held of it at a moment."""
    for claim in claims:
        claim.live_assessments = [row for row in claim.uncancelled if row.live_from <= at < row.live_until]


def unrelated(group: list[Claim]) -> list[tuple[Claim, Claim]]:
    """Pairs that have held, or are to hold, on one question at one moment, and of which neither names the other."""
    pairs: dict[frozenset[int], tuple[Claim, Claim]] = {}
    for claim, _, others in entrances(group):
        for other in questions.unrelated_rivals(claim, others):
            pairs.setdefault(frozenset((claim.pk, other.pk)), (claim, other))
    return list(pairs.values())
