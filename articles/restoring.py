"""Bringing a version back: an edition's words, or a former draft's, become the desk's draft again."""

from articles.content import Content, content_of, give, kept
from articles.models import Article, FormerDraft
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act, said


def restore(article: Article, content: Content, *, by, named: str) -> FormerDraft:
    """Let the draft say what a version said; what it held is kept as a former draft. Readers see nothing of it."""
    with act(article) as now:
        fresh = Article.objects.get(pk=article.pk)
        if fresh.withdrawn_at:
            raise Refused(f"This story was withdrawn on {said(fresh.withdrawn_at)}: write a new one.")
        before = content_of(fresh)
        if kept(before) == kept(content):
            raise Refused("The draft says just that already: there is nothing to bring back.")
        former = FormerDraft.objects.create(
            article=fresh, content=kept(before), gave_way_to=named, by=by, at=now
        )
        fresh.state, fresh.changed_at = Article.State.DRAFT, now
        give(fresh, content)
        return former
