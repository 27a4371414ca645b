"""The scoreboard: how often what outlets said, and what we held, came true.

Each claim counts once for every outlet that was cited as an origin in its support, and once for every level
at which it was live. Computed from outcomes as they are known now, in the same few queries however many.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from claims.confidence import Confidence
from claims.models import Assessment, AssessmentEvidence, Claim, Evidence, Outcome, Outlet, Source

ENOUGH = 10  # resolved claims from which a share says something
Value = Outcome.Value


@dataclass
class Score:
    """What came of the claims of one outlet, or of one level of ours; only what did not come true is loaded."""

    of: Outlet | Confidence
    values: Counter = field(default_factory=Counter)
    missed: list[Claim] = field(default_factory=list)

    def count_in(self, value: str, miss: Claim | None) -> None:
        self.values[value] += 1
        self.missed += [miss] if miss else []

    @property
    def is_ours(self) -> bool:
        return isinstance(self.of, Confidence)

    @property
    def count(self) -> int:
        return self.values.total()

    @property
    def true(self) -> int:
        return self.values[Value.TRUE]

    @property
    def false(self) -> int:
        return self.values[Value.FALSE]

    @property
    def slipped(self) -> int:
        return self.values[Value.SLIPPED]

    @property
    def misses(self) -> list[Claim]:
        """What did not come true, newest first."""
        return sorted(self.missed, key=lambda claim: (claim.outcome.on, claim.key), reverse=True)

    @property
    def is_enough(self) -> bool:
        return self.count >= ENOUGH

    @property
    def share(self) -> int:
        """True ÷ (true + false + slipped), in per cent."""
        return 100 * self.true // self.count  # 99.6 beside a miss is no 100


@dataclass(frozen=True)
class Scoreboard:
    """`outlets`: the most often right first, those with too few last. `levels`: from the surest down."""

    outlets: list[Score]
    levels: list[Score]

    @property
    def is_empty(self) -> bool:
        return not self.outlets and not any(score.count for score in self.levels)


def scoreboard(at: datetime) -> Scoreboard:
    known = Outcome.objects.known(at).filter(claim__in=_resolved(at))
    values = dict(known.order_by().values_list("claim", "value"))
    misses = _resolved(at).filter(outcome__in=known.exclude(value=Value.TRUE))
    missed = {claim.pk: claim for claim in misses.with_subject().prefetch_related(*_known(at))}
    outlets, levels = {}, {level: Score(level) for level in Confidence.ranked() if level.stands}
    for key, level in sorted(_levels(at, values), key=str):
        if level in levels:
            levels[level].count_in(values[key], missed.get(key))
    for key, outlet in sorted(_outlets(at, values), key=lambda pair: (pair[0], pair[1].pk)):
        outlets.setdefault(outlet, Score(outlet)).count_in(values[key], missed.get(key))
    return Scoreboard(_ranked(outlets.values()), list(levels.values()))


def _ranked(scores: Iterable[Score]) -> list[Score]:
    def place(score: Score):
        share = -score.share if score.is_enough else 0
        return not score.is_enough, share, -score.count, score.of.name.casefold(), score.of.pk

    return sorted(scores, key=place)


def _resolved(at: datetime) -> QuerySet:
    """Claims of which something came: neither duplicates nor retracted."""
    return Claim.objects.filter(outcome__in=Outcome.objects.known(at), merged_into=None, retracted_at=None)


def _known(at: datetime):
    """What a miss is told with: its outcome, and the words in which it is held today, if it is."""
    yield "outcome"
    yield Prefetch("assessments", Assessment.objects.live(at), to_attr="live_assessments")


def _been_live(at: datetime) -> QuerySet:
    """All that was held of them, and of what was merged into them."""
    resolved = _resolved(at).values("pk")
    rows = Assessment.objects.been_live(at)
    return rows.filter(Q(claim__in=resolved) | Q(claim__merged_into__in=resolved)).order_by()


def _levels(at: datetime, claims: dict[int, str]) -> set[tuple[int, Confidence]]:
    rows = _been_live(at).values_list("claim", "claim__merged_into", "level").distinct()
    return {
        (merged or claim, Confidence(level)) for claim, merged, level in rows if (merged or claim) in claims
    }


def _outlets(at: datetime, claims: dict[int, str]) -> set[tuple[int, Outlet]]:
    """Who was cited in support, each source followed to its origin."""
    cited = AssessmentEvidence.objects.filter(assessment__in=_been_live(at).values("pk"))
    rows = cited.filter(role=Evidence.Role.SUPPORTS).order_by()
    told = set(rows.values_list("assessment__claim", "assessment__claim__merged_into", "source"))
    origin = _origins({source for *_, source in told})
    outlets = Outlet.objects.in_bulk()
    found = defaultdict(set)
    for claim, merged, source in told:
        if (merged or claim) in claims and origin[source]:
            found[merged or claim].add(outlets[origin[source]])
    return {(claim, outlet) for claim, named in found.items() for outlet in named}


def _origins(wanted: set[int]) -> dict[int, int | None]:
    """The outlet at the end of each source's chain; None for a document. A circle ends where it closes."""
    chains = dict(Source.objects.filter(repeats__isnull=False).values_list("pk", "repeats"))
    ends = {}
    for source in wanted:
        end, seen = source, {source}
        while end in chains and chains[end] not in seen:
            end = chains[end]
            seen.add(end)
        ends[source] = end
    said = dict(Source.objects.exclude(outlet=None).values_list("pk", "outlet"))
    return {source: said.get(end) for source, end in ends.items()}
