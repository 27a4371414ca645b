"""A season among others: how far it has come, and when it is to come out."""

from dataclasses import dataclass

from claims import answer, status
from claims.answer import Answer
from claims.models import Claim
from claims.record import Record
from shows.models import Season


@dataclass(frozen=True)
class Tracked:
    """`state` is how far it has come in a word; `releases` is what stands of its date."""

    season: Season
    answer: Answer
    state: str
    releases: list[Claim]


def tracked(season: Season, of_season: Record) -> Tracked:
    dated = [claim for claim in of_season.saying("release") if claim.says_when]
    return Tracked(
        season,
        answer.answer(of_season),
        status.word(of_season),
        sorted(dated, key=lambda claim: (claim.earliest, claim.key)),
    )
