"""Merging, as a verb of everything that can stand twice."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect

from claims.merging import merge
from claims.models import Claim
from newsroom.lib.desk import Verb, VerbForm

WHAT_HAPPENS = {
    "claim": "What was held of this claim ends now and stays in its history; its address leads to the other’s page.",
    "season": "Its claims and stories become the other season’s; its address leads there.",
}
OTHERWISE = (
    "Every address, link, name and story of this one becomes the other’s, from now on; nothing is lost."
)


class Merge(Verb):
    name, label, permission = "merge", "Merge into another", "claims.merge_claim"
    is_grave = True

    def hindrance(self, request, row):
        return f"It was merged into “{row.merged_into}” already." if row.merged_into_id else ""

    def tells(self, request, row):
        told = WHAT_HAPPENS.get(row._meta.concrete_model._meta.model_name, OTHERWISE)
        return [f"“{row}” is a duplicate.", told, "This can’t be undone."]

    def form(self, request, row, data=None):
        field = row._meta.concrete_model._meta.get_field("merged_into")
        widget = AutocompleteSelect(field, self.admin.admin_site)
        others = field.related_model._default_manager.filter(merged_into=None).exclude(pk=row.pk)
        form = VerbForm(data, row=row, by=request.user)
        form.fields["into"] = forms.ModelChoiceField(others, label="The one that stays", widget=widget)
        return form

    def act(self, request, row, into):
        merge(_plain(row), into=_plain(into), by=request.user)
        row.merged_into = into
        return f"“{row}” was merged into “{into}”."

    def after(self, row):
        return self.admin.address(row.merged_into, "change")


def _plain(row):
    """A claim of a kind as the claim that it is."""
    return Claim.objects.get(pk=row.pk) if isinstance(row, Claim) else row
