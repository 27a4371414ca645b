"""Who may do what to a story: writers their own drafts, editors all of them. The roles are Django's groups."""

from articles.models import Article

PUBLISH, WITHDRAW, REDACT = (f"articles.{verb}_article" for verb in ("publish", "withdraw", "redact"))


def is_editor(user) -> bool:
    return user.has_perm(PUBLISH)


def is_own(user, article: Article) -> bool:
    """It is theirs: they began it, or their name stands over it."""
    return article.made_by_id == user.pk or article.bylines.filter(author__account=user).exists()


def why_not_change(user, article: Article) -> str:
    """The sentence that refuses a change to the story; empty where it may be changed."""
    if is_editor(user):
        return ""
    if not is_own(user, article):
        return "This story is not yours: writers change their own, an editor any."
    if article.state != Article.State.DRAFT:
        stands = article.get_state_display().lower()
        return f"The story is {stands}: once it is a draft again, it is yours to change."
    if article.editions.exists():
        return "The story has been published: an editor makes what changes it."
    return ""
