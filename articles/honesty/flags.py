"""What goes in and what comes out."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from articles.plaintext.lexicon import LEVELS

PLACES = ("headline", "standfirst", "body")
RANKS = {level: rank for rank, level in enumerate(reversed(LEVELS))}
OFFICIAL, SURE, TOLD = RANKS["official"], RANKS["confirmed"], RANKS["reported"]
RUMOUR, GUESS, FALSE = RANKS["rumoured"], RANKS["speculation"], RANKS["debunked"]


class Cited(NamedTuple):
    """A claim that a text cites: its proposition in words, and the level that it is held at."""

    statement: str
    level: str

    @property
    def is_known(self) -> bool:
        return self.level in RANKS

    @property
    def rank(self) -> int:
        return RANKS[self.level]


@dataclass(frozen=True, order=True)
class Flag:
    """Words that claim more ("over") or less ("under") than the claim does.

    `start` and `end` count Unicode code points. `claim` is the place of the claim in the list that was given,
    None where nothing is cited.
    """

    start: int
    end: int
    kind: Literal["over", "under"]
    claim: int | None
    why: str
