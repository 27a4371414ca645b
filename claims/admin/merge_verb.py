"""Merging, as a verb of everything that can stand twice."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect

from claims.merging import falls_short_after, merge
from claims.models import Claim, Outlet, Source
from newsroom.lib.desk import Verb, VerbForm
from newsroom.lib.refusals import Refused

MOST_TOLD = 10

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
        if short := self._falls_short(row, others, data):
            form.fields["knowing"] = forms.BooleanField(
                label="Merge them all the same",
                help_text="The levels stay as they are; the claims are listed under “Needs attention”.",
                error_messages={"required": _told(short)},
            )
        return form

    def _falls_short(self, row, others, data) -> list[Claim]:
        """Live claims whose level rests on there being two: to be told before anything is merged."""
        chosen = str(data.get("into", "")) if data else ""
        into = others.filter(pk=chosen).first() if chosen.isdecimal() else None
        if into is None or not isinstance(row, Outlet | Source):
            return []
        try:
            return falls_short_after(row, into=into)
        except Refused:
            return []  # it is refused in words when it is done

    def act(self, request, row, into, knowing=False):
        merge(_plain(row), into=_plain(into), by=request.user)
        row.merged_into = into
        return f"“{row}” was merged into “{into}”."

    def after(self, row):
        return self.admin.address(row.merged_into, "change")


def _told(short: list[Claim]) -> str:
    named = "; ".join(f"“{claim.said}”" for claim in short[:MOST_TOLD])
    more = f"; and {len(short) - MOST_TOLD} more" if len(short) > MOST_TOLD else ""
    return f"What is live on two origins would rest on one, which no longer carries its level: {named}{more}."


def _plain(row):
    """A claim of a kind as the claim that it is."""
    return Claim.objects.get(pk=row.pk) if isinstance(row, Claim) else row
