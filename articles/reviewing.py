"""The verbs of a story before it is published: submit, approve, hand back. Readers see nothing of them."""

from articles.models import Article
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act

State = Article.State


def submit(article: Article) -> None:
    """Ask an editor to look at a draft."""
    with act(article):
        _from(article, State.DRAFT, "Only a draft can be submitted for review.")
        if not article.headline:
            raise Refused("Give the story a headline first: the reviewer finds it by that.")
        _set(article, State.IN_REVIEW)


def approve(article: Article) -> None:
    """Say that a story may be published as it stands."""
    with act(article):
        if Article.objects.get(pk=article.pk).state == State.APPROVED:
            raise Refused("The story is approved already.")
        _set(article, State.APPROVED)


def reopen(article: Article) -> None:
    """Make a story a draft again, to be worked on."""
    with act(article):
        if Article.objects.get(pk=article.pk).state == State.DRAFT:
            raise Refused("The story is a draft already.")
        _set(article, State.DRAFT)


def reconsider(article: Article) -> bool:
    """Other words than those approved wait for review again; says whether they had been approved."""
    with act(article):
        was_approved = Article.objects.get(pk=article.pk).state == State.APPROVED
        if was_approved:
            _set(article, State.IN_REVIEW)
        return was_approved


def _from(article: Article, state: str, sentence: str) -> None:
    if Article.objects.get(pk=article.pk).state != state:
        raise Refused(sentence)


def _set(article: Article, state: str) -> None:
    article.state = state
    article.save(update_fields=["state"])
