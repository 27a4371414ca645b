"""Histories: a desk at work in any order, at any hours, for the tests that must hold whatever it does."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import time_machine
from django.db import transaction
from hypothesis import HealthCheck
from hypothesis import strategies as st

from articles import workflow
from articles.models import Article, Edition
from claims import assessing
from claims.confidence import Confidence
from claims.merging import merge
from claims.models import Assessment, Claim
from newsroom.lib import clock
from newsroom.lib.refusals import Refused
from shows.models import Person
from tests.factories import (
    a_casting,
    a_detail,
    a_document,
    a_person,
    a_release,
    a_season,
    a_source,
    a_story,
    a_user,
)


@dataclass(frozen=True)
class Step:
    verb: str
    which: int
    hours: int
    level: Confidence
    flag: bool


def shown(at):
    """What readers see at a moment: each story's words, each claim's level, value and wording."""
    stories = {e.article_id: (e.number, e.headline, e.published_at) for e in Edition.objects.live(at)}
    held = {
        a.claim_id: (a.level, a.as_of, a.said) for a in Assessment.objects.live(at).select_related("claim")
    }
    return stories, held


class Desk:
    """A desk at work on a few stories and claims; every verb takes a step's numbers and makes of them what it can."""

    def __init__(self, time):
        self.time, self.alice, self.season = time, a_user(), a_season()
        self.document, self.announcement = a_document(), a_source()
        self.moments, self.gone_stories, self.gone_claims = [], set(), set()
        for which in range(4):
            self.make_claim(Step("", which, 1, Confidence.RUMOURED, which % 2 == 0))
            self.write_story(Step("", which, 1, Confidence.RUMOURED, which % 2 == 0))

    def attempt(self, verb, *args, **fields):
        """One verb, a second later; a refusal must leave every row as it was."""
        before = self.rows()
        try:
            verb(*args, by=self.alice, **fields)
        except Refused:
            assert self.rows() == before
            return False
        return True

    def rows(self):
        columns = ("pk", "live_from", "live_until", "taken_back_at", "redacted_at")
        return [sorted(model.objects.values_list(*columns)) for model in (Edition, Assessment)]

    def make_claim(self, step):
        key = f"c-{Claim.objects.count():03}"
        claim = a_release(self.season, key=key) if step.flag else a_detail(self.season, key, key=key)
        if step.flag and (other := pick(Claim.objects.filter(property="release").exclude(pk=claim.pk), step)):
            if step.hours % 2:
                claim.beside.add(*Claim.objects.filter(property="release").exclude(pk=claim.pk))
            else:
                Claim.objects.filter(pk=claim.pk).update(supersedes=other)
        assessing.judge(
            claim, step.level, reason="So it is said.", evidence=[self.document, self.announcement]
        )

    def write_story(self, step):
        claims = list(Claim.objects.filter(merged_into=None, retracted_at=None)[step.which % 3 :][:2])
        a_story(f"story-{Article.objects.count()}", claims=claims, leads=claims if step.flag else [])

    def let_time_pass(self, step):
        self.time.shift(timedelta(hours=step.hours))

    def publish(self, step):
        article = pick(Article.objects.all(), step)
        article.headline = f"Headline {len(self.moments)}"
        article.save()
        self.attempt(workflow.publish, article)

    def schedule(self, step):
        self.attempt(workflow.schedule, pick(Article.objects.all(), step), at=later(step))

    def move(self, step):
        if edition := pick(Edition.objects.pending(), step):
            self.attempt(workflow.move, edition, to=later(step))

    def cancel(self, step):
        if edition := pick(Edition.objects.pending(), step):
            before = edition.siblings().filter(live_until=edition.live_from).first()
            self.attempt(workflow.cancel, edition)
            assert before is None or Edition.objects.get(pk=before.pk).live_until == edition.live_until

    def hold(self, step):
        if edition := pick(Edition.objects.pending(), step):
            self.attempt(workflow.hold, edition)

    def release_what_is_held(self, step):
        if edition := pick(Edition.objects.filter(is_held=True), step):
            self.attempt(workflow.release, edition)

    def expire(self, step):
        if edition := pick(Edition.objects.live(), step):
            self.attempt(workflow.expire, edition.article, at=later(step))

    def withdraw(self, step):
        if edition := pick(Edition.objects.live(), step):
            claims = workflow.only_here(edition.article) if step.flag else []
            self.attempt(workflow.withdraw, edition.article, note="It was wrong.", retract=claims)
            self.gone_stories.add(edition.article_id)
            self.gone_claims |= {claim.pk for claim in claims}

    def assess(self, step):
        fields = {"walked_back": "They took it down."} if step.flag else {}
        at = later(step) if step.hours % 3 else None
        self.attempt(
            assessing.assess, pick(Claim.objects.all(), step), step.level, because="News.", at=at, **fields
        )

    def move_assessment(self, step):
        if row := pick(Assessment.objects.pending(), step):
            self.attempt(assessing.move, row, to=later(step))

    def cancel_assessment(self, step):
        if row := pick(Assessment.objects.pending(), step):
            self.attempt(assessing.cancel, row)

    def restate(self, step):
        if claim := pick(Claim.objects.live(), step):
            self.attempt(assessing.restate, claim, f"Better words {len(self.moments)}.")

    def retract(self, step):
        if claim := pick(Claim.objects.live(), step):
            self.attempt(assessing.retract, claim, because="It was a joke.")
            self.gone_claims.add(claim.pk)

    def redact(self, step):
        if edition := pick(Edition.objects.filter(live_from__lte=clock.now(), redacted_at=None), step):
            self.attempt(workflow.redact, edition, because="A court order.")
            self.gone_stories.add(edition.article_id)

    def merge_claims(self, step):
        one, other = pick(Claim.objects.all(), step), pick(Claim.objects.order_by("-pk"), step)
        self.attempt(lambda by: merge(one, into=other, by=by))

    def cast(self, step):
        """Somebody joins, beside whoever is cast already."""
        number = Person.objects.count()
        person = a_person(f"person-{number}") if step.flag or not number else pick(Person.objects.all(), step)
        person = person.merged_into or person
        part = f"Part {step.which % 2}" if step.hours % 2 else ""
        claim = self.make_casting(person, character=part)
        claim.beside.add(*Claim.objects.filter(kind="casting", season=self.season).exclude(pk=claim.pk))
        self.attempt(assessing.assess, claim, step.level, because="News.", evidence=[self.announcement])

    def make_casting(self, person, **fields):
        """In words of its own: names are today's, and a merge changes them."""
        key = f"c-cast-{Claim.objects.count():03}"
        return a_casting(person, self.season, key=key, statement=f"Somebody is cast ({key}).", **fields)

    def cast_alone(self, step):
        """Somebody joins whom nobody has been put beside."""
        claim = self.make_casting(a_person(f"person-{Person.objects.count()}"))
        self.attempt(assessing.assess, claim, step.level, because="News.", evidence=[self.announcement])

    def merge_people(self, step):
        people = Person.objects.all()
        one, other = pick(people, step), pick(people.order_by("-pk"), step)
        if one and other:
            self.attempt(lambda by: merge(one, into=other, by=by))

    def remember(self):
        self.moments.append((clock.now(), shown(clock.now())))


def pick(rows, step):
    rows = list(rows if rows.ordered else rows.order_by("pk"))
    return rows[step.which % len(rows)] if rows else None


def later(step):
    return clock.now() + timedelta(hours=step.hours)


VERBS = [
    name for name, verb in vars(Desk).items() if callable(verb) and "step" in verb.__code__.co_varnames[1:2]
]
FREQUENT = [
    *(*VERBS, "cast_alone", "merge_people"),
    *("schedule", "schedule", "move", "move", "cancel", "publish", "assess", "let_time_pass"),
]
# One history costs seconds, not milliseconds; the same ones every time.
UNHURRIED = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
}


def histories(verbs=FREQUENT, **size):
    """Lists of steps."""
    steps = st.builds(
        Step,
        verb=st.sampled_from(verbs),
        which=st.integers(0, 9),
        hours=st.integers(1, 72),
        level=st.sampled_from(list(Confidence)),
        flag=st.booleans(),
    )
    return st.lists(steps, **size)


@contextmanager
def an_empty_site(at):
    """A world at a moment, that is gone afterwards."""
    with transaction.atomic(), time_machine.travel(at, tick=False) as time:
        yield time
        transaction.set_rollback(True)


@contextmanager
def a_desk():
    """A desk on 1 March 2026."""
    with an_empty_site(datetime(2026, 3, 1, 12, tzinfo=UTC)) as time:
        yield Desk(time)


def played(desk, history):
    """Each step, a second after the one before, as it has been done."""
    for step in history:
        desk.time.shift(1)
        getattr(desk, step.verb)(step)
        yield step
