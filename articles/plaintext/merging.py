"""The facts of a story without repetition."""

from .story import Fact
from .undated import UNDATED


def once(facts: list[Fact]) -> list[Fact]:
    """The facts without repetition: one renewal or cancellation a season, one start and wrap, one a date."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=_standing):
        if not any(_same(fact, other) for other in kept):
            kept.append(fact)
    order = {id(fact): place for place, fact in enumerate(facts)}
    return sorted(kept, key=lambda fact: order[id(fact)])


def _standing(fact: Fact) -> tuple[bool, bool, bool]:
    """What is dated, attributed and in the body stands before what is not."""
    return (
        fact.date is None and fact.kind in UNDATED,
        fact.value in ("headline", "That’s a wrap", "That's a wrap"),
        fact.confidence == "confirmed" and fact.kind in UNDATED,
    )


def _same(fact: Fact, other: Fact) -> bool:
    if fact.kind != other.kind:
        return False
    if fact.kind in ("cancellation", "filming_wrap", "production_start", "renewal"):
        return (
            fact.season == other.season
            and (
                fact.date is None
                or other.date is None
                or fact.date.startswith(other.date)
                or other.date.startswith(fact.date)
            )
            and (fact.window is None or fact.window == other.window)
        )
    if fact.kind == "episode_count":
        return fact.value == other.value and fact.season == other.season
    if fact.kind in ("release_date", "release_window"):
        return (fact.date, fact.window, fact.season, fact.part) == (
            other.date,
            other.window,
            other.season,
            other.part,
        ) and fact.superseded == other.superseded
    return fact.evidence == other.evidence
