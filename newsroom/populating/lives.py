"""The lives of claims: each show's stories in the order of their hours, each with what is new and what moved."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from articles.models import Resolution
from claims.confidence import Confidence
from claims.models import Claim, Outcome
from newsroom.populating import catalogue
from newsroom.populating.catalogue import Title, World
from newsroom.populating.evidence import Assessor, Held
from newsroom.populating.plan import PLAN, fields_of
from newsroom.populating.rows import Writer
from newsroom.populating.shares import code
from newsroom.populating.stories import desk
from newsroom.populating.told import Story

LEVELS = [level for level in Confidence.ranked() if level.stands]
DRAWN = [20, 15, 30, 25, 10]  # in a hundred, from the surest down
ANSWERED_AFTER = timedelta(days=10)  # what moved before that was answered by the desk
FIRST_WORDS = (
    "key",
    "kind",
    "show_id",
    "season_id",
    "property",
    "earliest",
    "latest",
    "precision",
    "as_said",
)
LAST_WORDS = ("value", "platform_id", "person_id", "job", "character", "change", "statement", "supersedes_id")


@dataclass
class Run:
    """A season, or a film, with the claims about it."""

    show: int
    season: int | None
    held: list[Held] = field(default_factory=list)
    next: int = 0
    cast: set[int] = field(default_factory=set)
    releases: list[Held] = field(default_factory=list)
    resting: list[int] = field(default_factory=list)  # stories that say when it comes out

    def open(self) -> list[Held]:
        return [held for held in self.held if not held.is_over]


def live(writer: Writer, world: World, hours: list[datetime], rng: Random, now) -> list[Story]:
    """Write the catalogue's claims through time; the stories that told them, in the order of their hours."""
    unpublished = len(hours) - len(hours) // 50
    told: list[Story] = []
    by_show: dict[int, list[int]] = {}
    for number, hour in enumerate(hours):
        rank = world.busy_shows.draw(rng)
        is_draft = number >= unpublished and rng.random() < 0.5
        by_show.setdefault(rank, []).append(number)
        told.append(Story(hour, world.shows[rank], _people(world, rng), is_draft))
    life = Life(writer, world, rng, now)
    for rank, show in enumerate(world.shows):
        numbers = by_show.get(rank, [])
        catalogue.add_seasons(world, show, len(numbers))
        life.tell(show, numbers, told)
    return told


def _people(world: World, rng: Random) -> list[int]:
    many = rng.choices([0, 1, 2], [30, 50, 20])[0]
    drawn = [world.people[world.busy_people.draw(rng)] for _ in range(many)]
    return list(dict.fromkeys(drawn))


class Life:
    def __init__(self, writer: Writer, world: World, rng: Random, now: datetime):
        self.world, self.rng, self.now = world, rng, now
        self.assessor = Assessor(writer, world, rng, now)
        self.claims = writer.table(Claim, *FIRST_WORDS, *LAST_WORDS, "made_at", "made_by_id")
        self.beside = writer.links(Claim, "beside")
        self.outcomes = writer.table(Outcome, "claim_id", "value", "on", "marked_at", "by_id")
        answer = ("article_id", "assessment_id", "because", "by_id", "at")
        self.answers = writer.table(Resolution, *answer)
        self.first_story = desk(writer).rows.last + 1

    def tell(self, show: Title, numbers: list[int], told: list[Story]) -> None:
        runs = [Run(show.pk, season) for season in show.seasons or [None]]
        for place, number in enumerate(numbers):
            chosen, story = place * len(runs) // len(numbers), told[number]
            story.season = chosen if show.seasons else None
            fresh = [] if story.is_draft else self._news(runs[chosen], number, story)
            known = [held for held in runs[chosen].held if held not in fresh]
            cited = [*fresh, *self.rng.sample(known, min(len(known), self.rng.randrange(3)))]
            story.cites = [(held.pk, held.what) for held in cited]
            story.leads = min(len(cited), self.rng.choices([0, 1, 2], [3, 77, 20])[0])
            for held in cited if not story.is_draft else ():
                held.line.append(number)
        for held in (held for run in runs for held in run.held):
            self.assessor.settle(held)
            self._resolve(held)

    def _news(self, run: Run, number: int, story: Story) -> list[Held]:
        """What the story is the first to tell: new claims, now and then another level of an old one."""
        moved = self._moved(run, story.hour) if self.rng.random() < 0.25 else []
        many = 1 + (self.rng.random() < 0.3)
        return [*(held for held in (self._new(run, story) for _ in range(many)) if held), *moved]

    def _new(self, run: Run, story: Story) -> Held | None:
        if run.next == len(PLAN):
            return None
        what, about = PLAN[run.next]
        run.next += 1
        person = self._newcomer(run, story) if what == "casting" else None
        before = next((held for held in reversed(run.releases) if not held.is_over), None)
        supersedes = before if about.get("supersedes") else None
        at, level = story.hour, self.rng.choices(LEVELS, DRAWN)[0]
        if supersedes and level.lower_than(supersedes.level):
            level = supersedes.level
        key = f"clm-{code(self.claims.last + 1)}"
        told = fields_of(what, about, at, self.rng, person, len(run.cast), self.world.platforms)
        first = (key, told["kind"], run.show, run.season, *(told[name] for name in FIRST_WORDS[4:]))
        last = (*(told[name] for name in LAST_WORDS[:-1]), supersedes.pk if supersedes else None)
        held = self.assessor.first(self.claims.add(*first, *last, at, self.world.by), what, level, at)
        held.edges = (told["earliest"], told["latest"]) if told["earliest"] else ()
        self._relate(run, held, before, about, at)
        run.held.append(held)
        return held

    def _newcomer(self, run: Run, story: Story) -> int:
        """Somebody whom the story names, or anybody who is not in it yet."""
        named = [person for person in story.people if person not in run.cast]
        person = named[0] if named else self.rng.choice(self.world.people)
        while person in run.cast:
            person = self.rng.choice(self.world.people)
        run.cast.add(person)
        return person

    def _relate(self, run: Run, held: Held, before: Held | None, about: dict, at: datetime) -> None:
        """One that supersedes ends all before it on its question; one beside stands with them."""
        if held.what not in ("release", "nothing"):
            return
        held.line = run.resting
        if held.what == "nothing":
            return
        if about.get("supersedes"):
            for other in run.releases:
                other.is_over = True
            self._answer(held, at)
        elif before:
            self.beside.add(held.pk, before.pk)
        run.releases.append(held)

    def _moved(self, run: Run, at: datetime) -> list[Held]:
        """A level goes up, stays, or falls to debunked; dates are followed by other dates instead."""
        held = self.rng.choice(run.open() or [None])
        if not held or held.since >= at:
            return []
        if held not in run.releases and self.rng.random() < 0.15:
            self.assessor.change(held, Confidence.DEBUNKED, at)
            held.is_over = True
        else:
            place = LEVELS.index(held.level)
            self.assessor.change(held, LEVELS[max(0, place - self.rng.randrange(2))], at)
        self._answer(held, at)
        return [held]

    def _answer(self, held: Held, at: datetime) -> None:
        """The desk has looked at each story that rested on it."""
        if at + ANSWERED_AFTER < self.now:
            for number in dict.fromkeys(held.line):
                because = "The story says since when it knows what it knows."
                article = self.first_story + number
                self.answers.add(article, held.row, because, self.world.by, at + timedelta(hours=2))

    def _resolve(self, held: Held) -> None:
        """What came of a date that has passed."""
        if held.edges and not held.is_over and held.edges[1] < (self.now - timedelta(days=20)).date():
            value = Outcome.Value.TRUE if self.rng.random() < 0.7 else Outcome.Value.SLIPPED
            day = held.edges[1]
            at = max(held.since, datetime.combine(day, self.now.timetz())) + timedelta(days=2)
            self.outcomes.add(held.pk, value.value, day, min(at, self.now), self.world.by)
