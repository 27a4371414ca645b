"""The gate: an assessment without the least evidence of its level can't go live.

Pure functions over evidence (anything with `source`, `role`, `speaker`) and a verdict's own words; every
answer is a sentence that says what is missing and what would do.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claims.confidence import Confidence
from claims.models import Evidence, Outlet, Source


@dataclass(frozen=True)
class Case:
    """What a level is held against."""

    evidence: tuple[Evidence, ...]
    reason: str = ""
    is_refuted: bool = False

    @classmethod
    def of(cls, verdict, evidence: Iterable[Evidence]) -> "Case":
        return cls(tuple(evidence), verdict.reason, verdict.is_refuted)

    @property
    def supports(self) -> list[Evidence]:
        return [one for one in self.evidence if one.is_support]

    @property
    def origins(self) -> dict[Outlet, Source]:
        """Independent origins: repeats followed to their end, one an outlet."""
        origins = [one.source.origin for one in self.supports]
        return {source.outlet: source for source in origins if source.outlet}


SEEN_AT = {Outlet.Kind.TRADE, Outlet.Kind.PRESS}


def is_seen(chain: list[Source]) -> bool:
    """The origin of a chain has an address of its own, or that of a trade or press source that repeats it."""
    *repeaters, origin = chain
    return bool(origin.url) or any(one.url and one.outlet and one.outlet.kind in SEEN_AT for one in repeaters)


def carries_official(case: Case) -> bool:
    chains = [one.source.chain() for one in case.supports]
    return any(
        chain[-1].outlet
        and chain[-1].outlet.kind == Outlet.Kind.PRIMARY
        and chain[-1].published_on
        and is_seen(chain)
        for chain in chains
    )


def carries_confirmed(case: Case) -> bool:
    named = any(one.speaker and one.source.origin.outlet for one in case.supports)
    kinds = [outlet.kind for outlet in case.origins]
    return named or (len(kinds) >= 2 and Outlet.Kind.TRADE in kinds) or carries_official(case)


def carries_reported(case: Case) -> bool:
    return bool(case.origins)


def carries_rumoured(case: Case) -> bool:
    return bool(case.supports)


def carries_speculation(case: Case) -> bool:
    return bool(case.reason.strip() or case.supports)


def carries_debunked(case: Case) -> bool:
    return case.is_refuted or any(not one.is_support for one in case.evidence)


CARRIES: dict[Confidence, Callable[[Case], bool]] = {
    Confidence.OFFICIAL: carries_official,
    Confidence.CONFIRMED: carries_confirmed,
    Confidence.REPORTED: carries_reported,
    Confidence.RUMOURED: carries_rumoured,
    Confidence.SPECULATION: carries_speculation,
    Confidence.DEBUNKED: carries_debunked,
}


def carried(case: Case) -> Confidence | None:
    """The highest level that the evidence carries; None where it carries none."""
    levels = (level for level in Confidence.ranked() if level.stands and CARRIES[level](case))
    return next(levels, None)


def shortfall(level: Confidence, case: Case) -> str:
    """What the level still lacks, in a sentence that says what would do; empty where nothing is missing."""
    if CARRIES[level](case):
        return ""
    best = carried(case)
    does = f" What is here carries “{best.label.lower()}”." if best and best.lower_than(level) else ""
    return f"“{level.label}” needs {level.rule.least_evidence}.{_nearest(level, case)}{does}"


def _nearest(level: Confidence, case: Case) -> str:
    """What is nearly there, where something is."""
    primary = [one for one in case.origins.values() if one.outlet.kind == Outlet.Kind.PRIMARY]
    if level is Confidence.OFFICIAL and primary:
        missing = "a date" if not primary[0].published_on else "an address where it can be seen"
        return f" The announcement by {primary[0].outlet} lacks {missing}."
    if level is Confidence.CONFIRMED and len(case.origins) == 1:
        outlets = len({one.source.outlet for one in case.supports if one.source.outlet})
        return f" So far: {outlets} outlet{'s' * (outlets != 1)}, 1 origin ({next(iter(case.origins))})."
    return ""


def embargoed_until(case: Case):
    """The hour before which nothing may rest on this evidence; None where there is no embargo."""
    return max((one.source.embargo_until for one in case.evidence if one.source.embargo_until), default=None)
