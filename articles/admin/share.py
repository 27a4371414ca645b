"""The verb that makes, lists and revokes links to a story's preview."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse

from articles.admin.rights import why_not_change
from articles.admin.verbs import StoryVerb
from articles.models import PreviewLink
from articles.models.preview_link import HOURS
from newsroom.lib import clock
from newsroom.lib.desk import VerbForm
from newsroom.lib.timeline import act, said

LASTING = {1: "One hour", HOURS: "A day", 3 * HOURS: "Three days", 7 * HOURS: "A week"}


class ShareForm(VerbForm):
    made_for = forms.CharField(
        label="For whom",
        max_length=100,
        required=False,
        help_text="For the desk alone, so that you know later which link to revoke.",
    )
    hours = forms.TypedChoiceField(
        label="It works for", choices=list(LASTING.items()), coerce=int, initial=HOURS
    )


class Share(StoryVerb):
    name, label, permission = "share", "Share a preview", "articles.change_article"
    template = "admin/articles/share.html"
    form_class = ShareForm

    def permits(self, request, row):
        """Editors any story, writers their own drafts."""
        return super().permits(request, row) and not why_not_change(request.user, row)

    def refusal(self):
        return "Writers share their own drafts: ask an editor for a link to this one."

    def tells(self, request, row):
        yield "A link shows the story as it stands on the desk, without an account, to whoever holds it."
        yield "It follows every save. It says to search engines to keep away, ends by itself, and can be revoked."

    def context(self, request, row):
        return {"links": row.preview_links.select_related("made_by"), "now": clock.now()}

    def view(self, request, object_id):
        """Revoking is done at once, whatever else has changed meanwhile."""
        row = self.admin.get_object(request, str(object_id))
        if request.method == "POST" and "revoke" in request.POST and row and self.permits(request, row):
            return self._revoked(request, row)
        return super().view(request, object_id)

    def _done(self, request, row, form):
        """The page with the link comes as the answer itself: what is told once is not to wait in a session."""
        with act(row):
            link, token = PreviewLink.objects.make(row, by=request.user, **form.cleaned_data)
            self.admin.log_change(
                request, row, f"{self.label}: for {_whom(link)}, until {said(link.expires_at)}"
            )
        response = self._page(request, row, self.form(request, row))
        response.context_data["shared"] = settings.SITE_URL + reverse("preview", args=[token])
        response.context_data["shared_until"] = said(link.expires_at)
        return response

    def _revoked(self, request, row):
        number = request.POST["revoke"]
        links = row.preview_links.filter(pk=number if number.isdecimal() and len(number) < 19 else None)
        if link := links.filter(revoked_at=None).first():
            link.revoke()
            told = f"The link for {_whom(link)} is revoked: whoever opens it finds nothing."
            self.admin.log_change(request, row, f"{self.label}: {told}")
            messages.success(request, told)
        return redirect(self.url(row))


def _whom(link) -> str:
    return link.made_for or "somebody"
