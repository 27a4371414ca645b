"""The answer: is it happening, and when? In 25 words or fewer, generated from standing claims."""

from dataclasses import dataclass

from claims.models import Claim
from claims.record import Record
from claims.wording import when_said
from newsroom.lib.dates import day_said

MOST_WORDS = 25
# From the furthest step back: the first that stands says how far it has come.
STEPS = {
    "post_production": "In post-production",
    "filming_wrap": "Filming wrapped",
    "filming_start": "Filming began",
    "writing": "Being written",
    "renewal": "Renewed",
}
JOINED = ("between", "by", "from", "at", "within", "in", "on", "around", "before", "after", "not")


@dataclass(frozen=True)
class Answer:
    """Its words, and the claims they rest on; the lowest of these gives the answer's level."""

    text: str
    claims: tuple[Claim, ...]

    date_said: str = "no date announced"

    @property
    def weakest(self) -> Claim | None:
        return min(self.claims, key=lambda claim: claim.held.confidence.rank, default=None)


def answer(record: Record) -> Answer:
    """The answer for the season or film that this record is about."""
    parts = [part for part in (_happening(record), *_when(record)) if part]
    while len(parts) > 1 and _words(parts) > MOST_WORDS:
        parts.pop()
    text = " ".join(text for text, _ in parts) or "Nothing is announced yet."
    if len(text.split()) > MOST_WORDS:
        text = "There is news; the claims below say what."
    claims = tuple(dict.fromkeys(claim for _, claims in parts for claim in claims))
    return Answer(text, claims, date_said(record))


def date_said(record: Record) -> str:
    """What a title may say of the date: a day or window that is sure, and never a guess."""
    if record.saying("cancellation"):
        return "cancelled"
    out = _out(record)
    sure = [claim for claim in out or record.saying("release") if claim.says_when]
    sure = [claim for claim in sure if claim.held.confidence.rule.is_machine_readable]
    first = min(sure, key=lambda claim: (bool(claim.part), claim.earliest), default=None)
    if first is None or first.spoiler == Claim.Spoiler.MAJOR:
        return "no date announced"
    return f"out since {day_said(first.earliest)}" if out else _short(first)


def _words(parts) -> int:
    return sum(len(text.split()) for text, _ in parts)


def _hedged(text: str, claim: Claim) -> str:
    """Below confirmed the level stands beside the words."""
    level = claim.held.confidence
    return f"{text}." if level.rule.is_machine_readable else f"{text} ({level.label.lower()})."


def _happening(record: Record):
    for claim in record.saying("cancellation"):
        return _hedged(f"Cancelled{_on(claim)}", claim), [claim]
    if _out(record):
        return None
    reached = [claim for step in STEPS for claim in record.saying(step) if not _is_ahead(claim, record)]
    sure = [claim for claim in reached if claim.held.confidence.rule.is_machine_readable]
    for claim in sure or reached:
        return _hedged(f"{STEPS[claim.property]}{_on(claim)}", claim), [claim]
    return None


def _when(record: Record):
    if record.saying("cancellation"):
        return
    for claim in _out(record):
        part = f" ({claim.part})" if claim.part else ""
        yield f"Out since {day_said(claim.earliest)}{part}.", [claim]
        return
    for claim in record.saying("delay")[:1]:
        yield _hedged("Delayed", claim), [claim]
    yield _release(record)
    for claim in record.saying("final_season")[:1]:
        yield _hedged("It is the last", claim), [claim]


def _out(record: Record) -> list[Claim]:
    """Releases that are sure and past, the first one first."""
    past = [
        claim
        for claim in record.saying("release")
        if claim.precision == Claim.Precision.DAY
        and claim.latest <= record.today
        and claim.held.confidence.rule.is_machine_readable
    ]
    return sorted(past, key=lambda claim: claim.earliest)


def _release(record: Record):
    said = record.saying("release")
    dated = sorted((one for one in said if one.says_when), key=lambda one: (bool(one.part), one.earliest))
    none = [claim for claim in said if not claim.says_when]
    sure = [claim for claim in dated if claim.held.confidence.rule.is_machine_readable]
    if dated and all(claim.latest < record.today for claim in dated):
        return _hedged(f"Was due{_on(dated[-1])}", dated[-1]), [dated[-1]]
    if sure:
        part = f" ({sure[0].part})" if sure[0].part else ""
        return f"Comes out{_on(sure[0])}{part}.", sure[:1]
    if len(dated) > 1:
        return f"No date announced; estimates run from {_range(dated)}.", [*none[:1], *dated]
    if dated:
        level = dated[0].held.confidence.label.lower()
        return f"No date announced; {level} for {_short(dated[0])}.", [*none[:1], dated[0]]
    return "No date announced.", none[:1]


def _range(claims: list[Claim]) -> str:
    first, last = min(one.earliest for one in claims), max(one.latest for one in claims)
    begin = f"{first:%B}" if first.year == last.year else f"{first:%B} {first.year}"
    return f"{begin} to {last:%B} {last.year}"


def _short(claim: Claim) -> str:
    """Its window as said, or by its months where that is long."""
    said = when_said(claim)
    return said if len(said.split()) <= 8 else _range([claim])


def _on(claim: Claim) -> str:
    """“ on 6 June 2022”, “ in July 2025”; nothing where no day was said."""
    if not claim.says_when:
        return ""
    said = _short(claim)
    if claim.precision == Claim.Precision.DAY:
        return f" on {said}"
    return f" {said}" if said.lower().split()[0] in JOINED else f" in {said}"


def _is_ahead(claim: Claim, record: Record) -> bool:
    """It speaks of a day that is still to come."""
    return bool(claim.earliest and claim.earliest > record.today)
