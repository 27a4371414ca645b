"""Ripple: what moved under live stories, as tasks for the desk, each with a drafted note.

A task is derived: an assessment moved a claim, a live story cites it, and its words are older. Only the answer is
stored, once for a story and an assessment; so the same event never asks twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles import citations, reaching, workflow
from articles.citations import Citation
from articles.models import Article, Edition, Resolution
from claims.models import Assessment, Claim
from claims.moves import Shift
from newsroom.lib import clock
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act
from shows.models import Show

MOST = 200  # stories looked at for one list of tasks
HANDFUL = 60
NoteKind = Edition.NoteKind


@dataclass(frozen=True)
class Task:
    """One thing that moved under one story: a shift of its claims, or a claim that was taken back."""

    edition: Edition
    cause: Assessment
    shift: Shift | None = None
    retracted: Claim | None = None

    @property
    def key(self) -> tuple[int, int, bool]:
        return self.edition.article_id, self.cause.pk, self.retracted is not None

    @property
    def at(self) -> datetime:
        return self.retracted.retracted_at if self.retracted else self.cause.live_from

    @property
    def said(self) -> str:
        return self.shift.said if self.shift else f"“{self.retracted.said}” was retracted"

    @property
    def note_kind(self) -> str:
        if self.retracted or not self.shift.now.held.confidence.stands:
            return NoteKind.CORRECTION
        return NoteKind.CLARIFICATION if self.shift.is_fall else NoteKind.UPDATE

    @property
    def is_spoiler(self) -> bool:
        return self.shift.is_spoiler if self.shift else self.retracted.spoiler == Claim.Spoiler.MAJOR

    @property
    def note(self) -> str:
        """What readers could be told, as a draft: notes stand unfolded, so that it leaves out what spoils the story."""
        if self.is_spoiler:
            return f"A claim that spoils the story {'was retracted' if self.retracted else 'has moved'}."
        reason = self.retracted.retraction_note if self.retracted else self.cause.reason
        return " ".join(filter(None, [_as_sentence(self.said), _as_sentence(reason)]))


def _as_sentence(words: str) -> str:
    words = words.strip()
    end = "" if words.endswith((".", "!", "?", "”", "…")) else "."
    return f"{words[0].upper()}{words[1:]}{end}" if words else ""


def drafted(asked: Iterable[Task]) -> str:
    """What readers could be told of all of it."""
    return "\n".join(task.note for task in asked)


def gravest(asked: Iterable[Task]) -> str:
    """The kind of one note on all of it."""
    kinds = {task.note_kind for task in asked}
    ranked = (NoteKind.CORRECTION, NoteKind.CLARIFICATION, NoteKind.UPDATE)
    return next((kind for kind in ranked if kind in kinds), NoteKind.UPDATE)


@dataclass(frozen=True)
class Lately:
    """Tasks of a stretch of time. `has_more`: some of its stories were left out; `earlier`: where the stretch
    before it ends."""

    tasks: list[Task]
    has_more: bool = False
    earlier: datetime | None = None


def lately(until: datetime, stories: int = 50, events: int = reaching.EVENTS) -> Lately:
    """What moved in the last stretch before a moment and is still to be answered, newest first."""
    at, since = clock.now(), reaching.begins(until, events)
    live = Edition.objects.live(at).filter(pk__in=reaching.reached(since, until)).order_by("-published_at")
    found = _first_touched(list(live.values_list("pk", flat=True)), at, stories + 1)
    chosen = Edition.objects.live(at).with_substance(at).filter(pk__in=found[:stories])
    asked = _asked(list(chosen.select_related("article").newest_first()), at)
    within = [task for task in asked if task.at <= until and (since is None or task.at > since)]
    return Lately(within, len(found) > stories, since)


def _first_touched(editions: list[int], at: datetime, most: int) -> list[int]:
    """The first of these under which something may have moved; asked in handfuls, since the asking is dear."""
    found: list[int] = []
    for start in range(0, len(editions), HANDFUL):
        handful = editions[start : start + HANDFUL]
        touched = _touched(at).filter(pk__in=handful).order_by()
        found += sorted(touched.values_list("pk", flat=True), key=handful.index)
        if len(found) >= most:
            break
    return found[:most]


def tasks(article: Article | None = None, show: Show | None = None) -> list[Task]:
    """What is still to be answered, newest first: of one story, of those that cite claims about a show, or of all;
    at most `MOST` stories, the newest, are looked at."""
    at = clock.now()
    found = _touched(at).select_related("article").newest_first()
    if article:
        found = found.filter(article=article)
    if show:
        found = found.filter(Exists(Citation.objects.filter(edition=OuterRef("pk"), claim__show=show)))
    return _asked(list(found[:MOST]), at)


def _asked(editions: list[Edition], at: datetime) -> list[Task]:
    known = citations.load(editions, at)
    answered = set(
        Resolution.objects.filter(article__in=[edition.article_id for edition in editions]).values_list(
            "article", "assessment", "is_retraction"
        )
    )
    asked = [
        *(
            Task(edition, shift.cause, shift)
            for edition in editions
            for shift in citations.since(edition, known)
        ),
        *_retractions(editions),
    ]
    return sorted(
        (task for task in asked if task.key not in answered), key=lambda task: task.at, reverse=True
    )


def _retractions(editions: list[Edition]) -> list[Task]:
    pairs = [(edition, claim) for edition in editions for claim in citations.retracted(edition)]
    taken = Assessment.objects.begun().filter(claim__in=[claim for _, claim in pairs]).order_by("live_from")
    last = {row.claim_id: row for row in taken}
    return [Task(edition, last[claim.pk], retracted=claim) for edition, claim in pairs if claim.pk in last]


def _touched(at: datetime) -> QuerySet:
    """Live editions under which something may have moved since: what is told apart in detail afterwards."""
    answered = Resolution.objects.filter(
        article=OuterRef(OuterRef(OuterRef("article"))), assessment=OuterRef("pk"), is_retraction=False
    )
    again = Assessment.objects.filter(
        claim=OuterRef("claim"), live_until=OuterRef("live_from"), level=OuterRef("level")
    )
    later = Assessment.objects.been_live(at).after(OuterRef(OuterRef("substance_at")))
    later = later.exclude(Exists(again)).exclude(Exists(answered))
    of_season = Q(claim__season=OuterRef("claim__season"), claim__property=OuterRef("claim__property"))
    of_show = Q(
        claim__show=OuterRef("claim__show"), claim__property=OuterRef("claim__property"), claim__season=None
    )
    # One EXISTS each: an OR within one would read every assessment there is, for each claim that is cited.
    names = ("claim", "claim__duplicates", "claim__supersedes")
    own = [Exists(later.filter(**{name: OuterRef("claim")})) for name in names]
    succeeding = later.filter(claim__supersedes__isnull=False)
    dated = later.filter(claim__earliest__isnull=False)
    nothing = Q(claim__precision=Claim.Precision.NONE)
    moved = Citation.objects.filter(edition=OuterRef("pk")).filter(
        own[0]
        | own[1]
        | own[2]
        | Exists(succeeding.filter(of_season))
        | Q(claim__season=None) & Exists(succeeding.filter(of_show))
        | nothing & Exists(dated.filter(of_season))
        | nothing & Q(claim__season=None) & Exists(dated.filter(of_show))
        | Q(claim__merged_at__gt=OuterRef("substance_at"))
        | Q(claim__retracted_at__gt=OuterRef("substance_at"))
        | Q(claim__merged_into__retracted_at__gt=OuterRef("substance_at"))
    )
    return Edition.objects.live(at).with_substance(at).filter(Exists(moved))


def publish_note(article: Article, *, by, note: str, note_kind: str = NoteKind.UPDATE) -> Edition:
    """Answer everything that moved under a story: its words go out again with this note."""
    with act(article):
        asked = tasks(article=article)
        if not asked:
            raise Refused("Nothing is left to answer: somebody has told readers, or nothing moved.")
        edition = workflow.reissue(article, by=by, note=note, note_kind=note_kind)
        _resolve(asked, by=by, edition=edition)
        return edition


def dismiss(asked: list[Task], *, by, because: str) -> None:
    """Say why readers of a story need not be told; kept on the desk."""
    if not because.strip():
        raise Refused("Say in a sentence why readers need not be told: the desk keeps it.")
    articles = {task.edition.article_id: task.edition.article for task in asked}
    with act(*(articles[key] for key in sorted(articles))):
        _resolve(asked, by=by, because=because)


def _resolve(asked: list[Task], **answer) -> None:
    for task in asked:
        _, created = Resolution.objects.get_or_create(
            article=task.edition.article,
            assessment=task.cause,
            is_retraction=task.retracted is not None,
            defaults=answer,
        )
        if not created:
            raise Refused("This was answered already, by somebody else: look again.")
