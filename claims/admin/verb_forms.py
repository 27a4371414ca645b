"""What the verbs of claims and assessments ask."""

from django import forms

from claims import outcomes
from claims.models import Outcome
from newsroom.lib import clock
from newsroom.lib.desk import VerbForm
from newsroom.lib.moments import MomentField
from newsroom.lib.timeline import said

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
WORDS = forms.Textarea(attrs={"rows": 3})


class HourForm(VerbForm):
    """An hour to come."""

    at = MomentField(label="Hour")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        empty = "" if self.fields["at"].required else "Empty: at once. "
        self.fields["at"].help_text = f"{empty}In the newsroom’s time; it is {said(clock.now())} now."

    def clean_at(self):
        at, now = self.cleaned_data["at"], clock.now()
        if at and at <= now:
            raise forms.ValidationError(f"{said(at)} has passed; it is {said(now)} now. Choose a later hour.")
        return at


class ReleaseForm(HourForm):
    at = MomentField(label="At", required=False)


class ReasonForm(VerbForm):
    because = forms.CharField(label="Why", widget=WORDS, help_text="Public: readers see it.")


class RestateForm(VerbForm):
    statement = forms.CharField(label="In better words", max_length=1000, widget=WORDS)
    because = forms.CharField(
        label="Why this level",
        required=False,
        widget=WORDS,
        help_text="Public. Empty: the reason stays as it is.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        live = self.row.assessments.live().first()
        self.fields["statement"].initial = live.said if live else self.row.said


class OutcomeForm(VerbForm):
    value = forms.ChoiceField(label="What came of it", widget=forms.RadioSelect)
    on = forms.DateField(
        label="On",
        required=False,
        widget=DAY,
        help_text="The day on which it came, or on which it was clear that it does not; empty for today.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meanings = outcomes.meanings(self.row).items()
        self.fields["value"].choices = [(one.value, f"{one.label}: {told}") for one, told in meanings]
        known = Outcome.objects.filter(claim=self.row.pk).first()
        self.fields["value"].initial = known.value if known else None
        self.fields["on"].initial = known.on if known else outcomes.first_day(self.row)


class RelateForm(VerbForm):
    relation = forms.ChoiceField(widget=forms.RadioSelect, label="How do they stand?")

    def __init__(self, *args, rivals=(), is_frozen=False, **kwargs):
        super().__init__(*args, **kwargs)
        choices = []
        for rival in rivals:
            choices.append(
                (f"beside-{rival.pk}", f"It stands beside “{rival.said}”: both are shown, as a conflict.")
            )
            if not is_frozen:
                told = f"It supersedes “{rival.said}”, once it is live at an equal or higher level."
                choices.append((f"supersedes-{rival.pk}", told))
        self.fields["relation"].choices = choices
