"""Whether words claim more than a claim does, or the contrary of it."""

import re

from .cues import Cue
from .flags import FALSE, GUESS, RUMOUR, TOLD, Cited
from .reading import Reading, is_turned
from .topics import Matter

_NOT_EVER = re.compile(
    r"\b(?:until|till|before|only|just|alone|merely|sooner|necessarily|have\sto|need)\b", re.I
)
_TURNING = re.compile(r"ing\b|back|renewed|cancel", re.I)


def is_too_much(reading: Reading, cue: Cue, at: int, denied: int | None) -> bool:
    """Whether a cue that asserts claims more than the claim at a place."""
    claim, matter, cap = reading.matcher.claims[at], reading.matcher.matters[at], reading.cap(cue)
    if matter.is_undated:
        return claim.rank > FALSE and cap is None and reading.names_a_date(cue)
    if claim.rank == FALSE:
        return cap is None and not reading.is_denial and reading.is_of(cue, matter)
    if cue.kind in ("future", "flat") and reading.denies(cue, denied) != (matter.denies != is_turned(matter)):
        return False
    return _outranks(cue, claim, cap) and reading.is_of(cue, matter)


def _outranks(cue: Cue, claim: Cited, cap: int | None) -> bool:
    """Hedged words are let pass unless they are two levels off; a plain verb unless it tells a rumour."""
    if cue.kind == "told":
        return claim.rank <= GUESS
    if cue.kind in ("flat", "plan"):
        return cap is None and claim.rank <= RUMOUR
    if cap is None:
        return claim.rank < cue.rank
    return cue.is_strong and cap == TOLD and claim.rank < cap


def is_contradicted(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether words deny what a claim that stands says: "won't return"."""
    claim, matter = reading.matcher.claims[at], reading.matcher.matters[at]
    if cue.kind not in ("future", "flat") or claim.rank < TOLD or reading.cap(cue) is not None:
        return False
    return _says_the_contrary(reading, reading.rest(cue, 60), matter) and (
        cue.kind == "future" or bool(_TURNING.search(reading.rest(cue, 10)))
    )


def _says_the_contrary(reading: Reading, words: str, matter: Matter) -> bool:
    stands = not matter.denies and not is_turned(matter) and not _NOT_EVER.search(words)
    return stands and bool(reading.matcher.matter(words).topics & matter.topics)
