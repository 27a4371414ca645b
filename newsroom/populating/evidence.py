"""Assessments with the least evidence of their level, written as they end; judgements, as they stand."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from claims.confidence import Confidence
from claims.models import Assessment, AssessmentEvidence, Evidence, Judgement, JudgementEvidence, Source
from newsroom.lib.timeline import FOREVER
from newsroom.populating import words
from newsroom.populating.catalogue import World
from newsroom.populating.rows import Writer
from newsroom.populating.shares import code

VERDICT = ("claim_id", "level", "as_of", "review_by", "reason", "walked_back")
PIECE = ("source_id", "role", "quote", "speaker")
LOOKED_AFTER = timedelta(days=100)  # what is older than that is not marked to be looked at again
SUPPORTS, DENIES = Evidence.Role.SUPPORTS.value, Evidence.Role.DENIES.value
# The kinds of outlet that say it, by level: each list carries its level.
SAID_BY = {
    Confidence.OFFICIAL: [["primary"], ["primary", "press"]],
    Confidence.CONFIRMED: [["trade"], ["trade", "press"]],
    Confidence.REPORTED: [["trade"], ["press"], ["trade", "press"]],
    Confidence.RUMOURED: [["social"], ["press"], []],
    Confidence.SPECULATION: [[]],
    Confidence.DEBUNKED: [["primary"]],
}


@dataclass(slots=True)
class Held:
    """A claim, and the assessment of it that has not ended yet."""

    pk: int
    what: str
    level: Confidence
    row: int
    since: datetime
    verdict: tuple
    pieces: list[tuple]
    line: list[int] = field(default_factory=list)  # stories that rest on it, or on what it superseded
    edges: tuple = ()
    is_over: bool = False


class Assessor:
    def __init__(self, writer: Writer, world: World, rng: Random, now: datetime):
        self.world, self.rng, self.now = world, rng, now
        interval = ("live_from", "live_until", "made_at", "by_id")
        self.assessments = writer.table(Assessment, *VERDICT, *interval)
        self.pieces = writer.table(AssessmentEvidence, "assessment_id", *PIECE)
        self.judgements = writer.table(Judgement, *VERDICT)
        self.judged = writer.table(JudgementEvidence, "judgement_id", *PIECE)
        told = ("key", "outlet_id", "kind", "url", "title", "published_on", "retrieved_at", "repeats_id")
        self.sources = writer.table(Source, *told, "added_at", "added_by_id")

    def first(self, claim: int, what: str, level: Confidence, at: datetime) -> Held:
        return Held(claim, what, level, *self._begun(claim, level, at, "", None))

    def change(self, held: Held, level: Confidence, at: datetime) -> None:
        """Another assessment closes the one before it at its own hour."""
        back = "It was said to be settled, and was not." if level.lower_than(held.level) else ""
        self._end(held, at)
        begun = self._begun(held.pk, level, at, back, held.edges)
        held.level, (held.row, held.since, held.verdict, held.pieces) = level, begun

    def settle(self, held: Held) -> None:
        """What is held to the end, and the desk's side of it."""
        self._end(held, FOREVER)
        judgement = self.judgements.add(*held.verdict)
        for piece in held.pieces:
            self.judged.add(judgement, *piece)

    def _begun(self, claim: int, level: Confidence, at: datetime, back: str, edges) -> tuple:
        row, reason = self.assessments.reserve(), self.rng.choice(words.REASONS)
        pieces = self._gathered(level, at)
        for piece in pieces:
            self.pieces.add(row, *piece)
        due = level.review_by(at.date(), edges[1] if edges else None)
        due = due if at + LOOKED_AFTER > self.now else None
        return row, at, (claim, level.value, at.date(), due, reason, back), pieces

    def _end(self, held: Held, until: datetime) -> None:
        self.assessments.put(held.row, *held.verdict, held.since, until, held.since, self.world.by)

    def _gathered(self, level: Confidence, at: datetime) -> list[tuple]:
        """Sources that carry the level; a rumour without an outlet rests on a text that was received."""
        kinds, needs_speaker = self.rng.choice(SAID_BY[level]), level is Confidence.CONFIRMED
        found, role = [], SUPPORTS if level.stands else DENIES
        for place, kind in enumerate(kinds):
            speaker = self.rng.choice(words.AUTHORS) if needs_speaker and len(kinds) == 1 else ""
            repeats = found[0][0] if place and level is Confidence.OFFICIAL else None
            found.append((self._source(kind, at, repeats), role, "", speaker))
        if not found and level is Confidence.RUMOURED:
            found.append((self._source("", at, None), role, "", ""))
        return found

    def _source(self, kind: str, at: datetime, repeats: int | None) -> int:
        name = code(self.sources.last + 1)
        outlet = self.rng.choice(self.world.outlets[kind]) if kind else None
        url = f"https://{kind}.example/{name}" if kind else ""
        what = "" if kind else Source.Kind.DOCUMENT.value
        title, hour = self.rng.choice(words.SENTENCES).rstrip("."), at - timedelta(hours=1)
        told = (title, at.date().isoformat(), hour, repeats, hour, self.world.by)
        return self.sources.add(f"src-{name}", outlet, what, url, *told)
