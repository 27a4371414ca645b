"""What the verbs of a story ask."""

from django import forms

from articles import workflow
from articles.models import Edition
from newsroom.lib import clock
from newsroom.lib.desk import VerbForm
from newsroom.lib.moments import MomentField
from newsroom.lib.timeline import said

NOTE = {"rows": 3, "class": "wide"}


class HourForm(VerbForm):
    """An hour to come."""

    at = MomentField(label="Goes live at")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = f"In the newsroom’s time; it is {said(clock.now())} now."

    def clean_at(self):
        at, now = self.cleaned_data["at"], clock.now()
        if at and at <= now:
            raise forms.ValidationError(
                f"{said(at)} has passed; it is {said(now)} now. Choose a later hour, or do it at once instead."
            )
        return at


class PerhapsHourForm(HourForm):
    """An hour to come, or at once."""

    at = MomentField(label="At", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["at"].help_text = f"Empty: at once. It is {said(clock.now())} now."


class UpdateForm(PerhapsHourForm):
    note_kind = forms.ChoiceField(
        label="Kind of note", choices=Edition.NoteKind, initial=Edition.NoteKind.UPDATE
    )
    note = forms.CharField(
        label="What changed",
        widget=forms.Textarea(attrs=NOTE),
        help_text="Public: readers see it over the story.",
    )
    substantive = forms.BooleanField(
        label="It changes what readers know",
        required=False,
        initial=True,
        help_text="Untick it for a typo: the story then does not count as updated.",
    )
    field_order = ["note_kind", "note", "substantive", "at"]


class WithdrawForm(VerbForm):
    note = forms.CharField(
        label="Why it is withdrawn",
        widget=forms.Textarea(attrs=NOTE),
        help_text="Public: it stands where the story stood.",
    )
    retract = forms.MultipleChoiceField(
        label="Claims to retract with it", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        claims = {claim.key: claim for claim in workflow.only_here(self.row)}
        self.fields["retract"].choices = [(key, claim.said) for key, claim in claims.items()]
        self.fields["retract"].initial = list(claims)
        self.fields["retract"].help_text = "No other live story cites these. Untick what still holds."
        if not claims:
            del self.fields["retract"]

    def clean_retract(self):
        chosen = self.cleaned_data["retract"]
        return [claim for claim in workflow.only_here(self.row) if claim.key in chosen]


class RedactForm(VerbForm):
    edition = forms.ModelChoiceField(Edition.objects.none(), empty_label="Choose the edition…")
    because = forms.CharField(
        label="Why", widget=forms.Textarea(attrs=NOTE), help_text="Public: it stands where the words stood."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["edition"]
        field.queryset = redactable(self.row)
        field.label_from_instance = lambda one: (
            f"Edition {one.number}, live from {said(one.live_from)}: {one}"
        )


def redactable(article):
    """The editions that readers have seen and that still have their words."""
    return article.editions.begun().filter(redacted_at=None)
