"""The verbs of a story before it is published: writers submit, editors approve or hand back."""

from articles import reviewing
from articles.admin.rights import PUBLISH, is_editor, is_own
from articles.admin.verbs import StoryVerb
from articles.models import Article

State = Article.State


class Submit(StoryVerb):
    name, label, permission = "submit", "Submit for review", "articles.change_article"

    def permits(self, request, row):
        return super().permits(request, row) and (is_editor(request.user) or is_own(request.user, row))

    def hindrance(self, request, row):
        if row.withdrawn_at or row.state != State.DRAFT:
            return "Only a draft can be submitted for review."
        return ""

    def tells(self, request, row):
        yield f"“{row}” goes to the editors, who find it under “waiting for review”."
        if not is_editor(request.user):
            yield "Until one hands it back, or you take it back, you can’t change it."

    def act(self, request, row):
        reviewing.submit(row)
        return "The story is submitted for review."


class Approve(StoryVerb):
    name, label = "approve", "Approve"

    def why_not(self, stage):
        return "The story is approved already." if stage.article.state == State.APPROVED else ""

    def tells(self, request, row):
        yield "You say that the story may be published as it stands. Nobody outside sees anything yet."

    def act(self, request, row):
        reviewing.approve(row)
        return "The story is approved."


class Reopen(StoryVerb):
    name, label = "reopen", "Back to draft"

    def permits(self, request, row):
        if request.user.has_perm(PUBLISH):
            return super().permits(request, row)
        own = is_own(request.user, row) and row.state == State.IN_REVIEW
        return own and self.admin.has_view_or_change_permission(request, row)

    def why_not(self, stage):
        return "The story is a draft already." if stage.article.state == State.DRAFT else ""

    def tells(self, request, row):
        yield "The story is a draft again: its writer can change it, and submit it once more."
        if row.editions.uncancelled().exists():
            yield "What is live or scheduled stays as it is."

    def act(self, request, row):
        reviewing.reopen(row)
        return "The story is a draft again."


BEFORE_THE_PAPER = (Submit, Approve, Reopen)
