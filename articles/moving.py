"""Something moved: a claim, the notes on the stories that rest on it, and perhaps a story, all at one moment."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles import ripple, workflow
from articles.models import Article, Edition
from claims import assessing
from claims.models import Assessment, Claim, Judgement, Source
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act


@dataclass(frozen=True)
class Telling:
    """What readers of a live story are told of it."""

    article: Article
    note: str
    kind: str = ripple.NoteKind.UPDATE


def announce(
    claim: Claim, *, by, at=None, tellings: Iterable[Telling] = (), story: Article | None = None
) -> Assessment:
    """Release the claim's judgement, put its note over each story, publish the story: now, or at one hour."""
    tellings = sorted(tellings, key=lambda telling: telling.article.pk)
    with act(*(telling.article for telling in tellings), claim.show, claim):
        assessment = assessing.release(claim, by=by, at=at)
        for telling in tellings:
            _tell(telling, by, at)
        if story:
            workflow.publish(story, by=by, at=at)
        return assessment


def _tell(telling: Telling, by, at) -> None:
    try:
        workflow.reissue(telling.article, by=by, note=telling.note, note_kind=telling.kind, at=at)
    except Refused as refused:
        raise Refused([f"“{telling.article}”: {told}" for told in refused.messages]) from None


@dataclass(frozen=True)
class Touched:
    """A live story that rests on what moves, with all that its readers have not been told: its words go out again,
    and after that nothing asks any more."""

    edition: Edition
    tasks: tuple[ripple.Task, ...]

    @property
    def said(self) -> str:
        return "; ".join(task.said for task in self.tasks)

    @property
    def note(self) -> str:
        return ripple.drafted(self.tasks)

    @property
    def note_kind(self) -> str:
        return ripple.gravest(self.tasks)


def touched(claim: Claim, *, by, at=None) -> list[Touched]:
    """The stories that rest on what the claim's judgement would move, each with its draft. For a rehearsal: it
    releases the judgement, whatever embargo ends by the hour, and whoever calls takes that back."""
    with act(claim.show, claim):
        if at:
            _lift_embargoes(claim, at)
        cause = assessing.release(claim, by=by)
        asked = ripple.tasks(show=claim.show)
        moved = dict.fromkeys(task.edition for task in asked if task.cause == cause)
        return [_touched(edition, asked, cause) for edition in moved]


def _touched(edition: Edition, asked: list[ripple.Task], cause: Assessment) -> Touched:
    own = (task for task in asked if task.edition == edition)
    return Touched(edition, tuple(sorted(own, key=lambda task: task.cause != cause)))


def _lift_embargoes(claim: Claim, at) -> None:
    judgement = Judgement.objects.get(claim=claim)
    sources = Source.objects.filter(judgementevidence_uses__judgement=judgement)
    Source.objects.filter(pk__in=sources.values("pk"), embargo_until__lte=at).update(embargo_until=None)
