"""Something moved: a claim, the notes on the stories that rest on it, and perhaps a story, all at one moment."""

from collections.abc import Iterable
from dataclasses import dataclass

from articles import ripple, workflow
from articles.models import Article
from claims import assessing
from claims.models import Assessment, Claim
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
    with act(claim.show, claim):
        assessment = assessing.release(claim, by=by, at=at)
        for telling in tellings:
            workflow.reissue(telling.article, by=by, note=telling.note, note_kind=telling.kind, at=at)
        if story:
            workflow.publish(story, by=by, at=at)
        return assessment


def touched(claim: Claim, *, by) -> list[ripple.Task]:
    """The stories that rest on what the claim's judgement would move, each with its draft. For a rehearsal: it
    releases the judgement, and whoever calls takes that back."""
    with act(claim.show, claim):
        cause = assessing.release(claim, by=by)
        return [task for task in ripple.tasks(show=claim.show) if task.cause == cause]
