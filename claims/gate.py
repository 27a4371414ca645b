"""The gate: an assessment without the least evidence of its level can't go live.

Pure functions over evidence (anything with `source`, `role`, `speaker`) and a verdict's own words; every
answer is a sentence that says what is missing and what would do.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from claims.confidence import Confidence
from claims.models import Evidence, Outlet, Source
from newsroom.lib.text import sentence


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


def counted(case: Case) -> str:
    """“3 outlets, 1 origin”: how many say it, and on how many independent words that rests."""
    outlets, origins = (
        len({one.source.outlet for one in case.supports if one.source.outlet}),
        len(case.origins),
    )
    return (
        f"{outlets} outlet{'s' * (outlets != 1)}, {origins} origin{'s' * (origins != 1)}" if outlets else ""
    )


def seen_at(chain: list[Source]) -> str:
    """Where the origin of a chain can be seen: its own address, or that of a trade or press source that repeats
    it; empty where nowhere."""
    *repeaters, origin = chain
    press = [one.url for one in repeaters if one.outlet and one.outlet.kind in SEEN_AT]
    return next(filter(None, [origin.url, *press]), "")


def carries_official(case: Case) -> str:
    for chain in (one.source.chain() for one in case.supports):
        origin, address = chain[-1], seen_at(chain)
        is_primary = origin.outlet and origin.outlet.kind == Outlet.Kind.PRIMARY
        if is_primary and origin.published_on and address:
            host = (urlsplit(address).hostname or address).removeprefix("www.")
            return f"the announcement by {origin.outlet} itself of {origin.published_said}, seen at {host}"
    return ""


def carries_confirmed(case: Case) -> str:
    for one in case.supports:
        if one.speaker and one.source.origin.outlet:
            return f"{one.speaker}, on record at {one.source.origin.outlet}"
    trades = [outlet for outlet in case.origins if outlet.kind == Outlet.Kind.TRADE]
    if len(case.origins) >= 2 and trades:
        others = [str(outlet) for outlet in case.origins if outlet != trades[0]]
        names = sentence([f"{trades[0]} (a trade outlet)", *others])
        return f"{len(case.origins)} independent origins: {names}"
    return carries_official(case)


def carries_reported(case: Case) -> str:
    names = sentence(list(map(str, case.origins)))
    return f"{names} ({counted(case)})" if names else ""


def carries_rumoured(case: Case) -> str:
    return carries_reported(case) or ("a text that was received" if case.supports else "")


def carries_speculation(case: Case) -> str:
    return "the reasoning given" if case.reason.strip() else carries_rumoured(case)


def carries_debunked(case: Case) -> str:
    denials = [one.source for one in case.evidence if not one.is_support]
    names = sentence(
        list(dict.fromkeys(str(source.outlet or "a text that was received") for source in denials))
    )
    return f"the denial by {names}" if names else "what refutes it" if case.is_refuted else ""


# By what each level is carried, in words for readers; empty where it is not.
CARRIES: dict[Confidence, Callable[[Case], str]] = {
    Confidence.OFFICIAL: carries_official,
    Confidence.CONFIRMED: carries_confirmed,
    Confidence.REPORTED: carries_reported,
    Confidence.RUMOURED: carries_rumoured,
    Confidence.SPECULATION: carries_speculation,
    Confidence.DEBUNKED: carries_debunked,
}


def met_by(level: Confidence, case: Case) -> str:
    """What meets the rule of a level: “the announcement by Netflix itself of 6 June 2022, seen at
    gamesradar.com”, “3 outlets, 1 origin”; empty where nothing does."""
    return CARRIES[level](case)


def carried(case: Case) -> Confidence | None:
    """The highest level that the evidence carries; None where it carries none."""
    levels = (level for level in Confidence.ranked() if level.stands and met_by(level, case))
    return next(levels, None)


def shortfall(level: Confidence, case: Case) -> str:
    """What the level still lacks, in a sentence that says what would do; empty where nothing is missing."""
    if met_by(level, case):
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
        return f" So far: {counted(case)} ({next(iter(case.origins))})."
    return ""


def embargoed_until(case: Case):
    """The hour before which nothing may rest on this evidence; None where there is no embargo."""
    return max((one.source.embargo_until for one in case.evidence if one.source.embargo_until), default=None)
