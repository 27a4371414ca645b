"""The verb that brings a version back as the draft."""

from django import forms

from articles import restoring
from articles.admin.compare import difference
from articles.admin.verbs import WITHDRAWN
from articles.admin.versions import DRAFT, latest, versions
from articles.models import Article
from newsroom.lib.desk import Verb, VerbForm


class RestoreForm(VerbForm):
    version = forms.ChoiceField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {name: one for name, one in versions(self.row).items() if _is_another(one)}
        self.fields["version"].choices = [(name, one.label) for name, one in self.known.items()]

    def clean_version(self):
        return self.known[self.cleaned_data["version"]]


class Restore(Verb):
    name, label, permission = "restore", "Bring back a version", "articles.change_article"
    template = "admin/articles/restore.html"
    form_class = RestoreForm

    def permits(self, request, row):
        return super().permits(request, row) and self.admin.has_change_permission(request, row)

    def hindrance(self, request, row):
        if row.withdrawn_at:
            return WITHDRAWN
        known = versions(row)
        return "" if _is_another(latest(known)) else "There is no other version of this story yet."

    def form(self, request, row, data=None):
        return self.form_class(
            data, row=row, by=request.user, initial={"version": self._asked(request, row).name}
        )

    def context(self, request, row):
        known = versions(row)
        return {
            **difference(known[DRAFT], self._asked(request, row)),
            "versions": [one for one in known.values() if _is_another(one)],
        }

    def tells(self, request, row):
        yield "The words, topics, bylines, lead claims, picture and disclaimers of that version become the draft."
        yield "What the draft holds now is kept as a former draft: you find it under “Compare versions”."
        if row.state != Article.State.DRAFT:
            yield f"The story is {row.get_state_display().lower()}: it becomes a draft again."
        if row.editions.uncancelled().exists():
            yield "Readers see nothing of it before you publish; what is live or scheduled stays as it is."

    def act(self, request, row, version):
        restoring.restore(row, version.content(), by=request.user, named=version.short)
        return f"The draft is {version.short} again. What it held before is kept as a former draft."

    def refusal(self):
        return "This story is not yours to change now: ask an editor."

    def _asked(self, request, row):
        """The version that the address, or the form, names; the newest where none is named."""
        known = versions(row)
        named = known.get(request.POST.get("version") or request.GET.get("version", ""))
        return named if named and _is_another(named) else latest(known)


def _is_another(version) -> bool:
    return not (version.is_draft or version.is_redacted)
