"""One answer to "when does it come out?", drawn from the facts."""

from .lexicon import LEVELS
from .stating import PAST
from .story import Fact, Release
from .subject import Subject

_SURE = ("official", "confirmed")
_TOLD = (*_SURE, "reported")


def release_of(facts: list[Fact], subject: Subject, published: str | None) -> Release | None:
    """The release of the season or film the story is about; None if it is about no title.

    A day or month is a date only where it is stated or reported; what is merely guessed or rumoured stays a
    window in its own words, and a whole year is a window too.
    """
    if not subject.show:
        return None
    best = min((fact for fact in facts if _is_ours(fact)), key=_rank, default=None)
    sure = best is not None and best.confidence in _SURE
    if not sure and any(fact.kind == "cancellation" and fact.confidence in _TOLD for fact in facts):
        return Release("cancelled")
    if any(fact.value == "out now" and fact.season is None and fact.confidence in _SURE for fact in facts):
        return Release("released", best.date, best.date_text) if sure and best.date else Release("released")
    return _stated(best, published) if best else Release("unknown")


def _is_ours(fact: Fact) -> bool:
    """Whether a fact dates the season or film of the story, and still holds."""
    standing = not fact.superseded and fact.confidence != "debunked"
    return fact.kind.startswith("release_") and fact.season is None and standing


def _stated(fact: Fact, published: str | None) -> Release:
    """The release as the best fact gives it."""
    sure = fact.confidence in _SURE
    if fact.date is None or fact.precision == "year" or fact.confidence not in _TOLD:
        window = fact.window or (fact.date_text if fact.precision == "year" else None)
        return Release("announced" if sure else "expected", window=window)
    out = published is not None and fact.date <= published[: len(fact.date)] and bool(PAST.search(fact.value))
    status = "expected" if not sure else "released" if out else "announced"
    return Release(status, fact.date, fact.date_text)


def _rank(fact: Fact) -> tuple[int, bool, bool]:
    """The surest first, then what is dated to the day, then what is narrower than a year."""
    level = 0 if fact.confidence in _SURE else LEVELS.index(fact.confidence)
    return level, fact.precision != "day", fact.precision not in ("month", "window", "quarter")
