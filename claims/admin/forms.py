"""The form of a claim: its proposition by kind, its judgement, and the evidence that this rests on."""

from django import forms

from claims.confidence import Confidence
from claims.models import Casting, Claim, Detail, Judgement, Milestone
from claims.windows import window_of
from newsroom.lib import clock

DETAILS = ("plot", "setting", "based_on", "runtime", "other")
LABELS = dict(Claim.Property.choices)
ABOUT = ("show", "season")
RELATIONS = ("supersedes", "beside")
OWN = ("spoiler", "because")
PROPERTIES = {
    Claim.Kind.MILESTONE: [(name, label) for name, label in Claim.Property.choices if name not in DETAILS],
    Claim.Kind.DETAIL: [(name, LABELS[name]) for name in DETAILS],
}
NEEDED = "A claim of this kind needs it."


class PropositionForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.kind = self._meta.model.KIND
        if "show" in self.fields:
            self.fields["show"].required = False
            self.fields["show"].help_text = "Empty where you name the season."
        if "property" in self.fields:
            choices = PROPERTIES[self.instance.kind]
            self.fields["property"] = forms.ChoiceField(label="What", choices=[("", "–"), *choices])

    def clean(self):
        given = super().clean()
        if given.get("season") and not given.get("show"):
            given["show"] = given["season"].show
        if "show" in self.fields and not given.get("show") and "show" not in self.errors:
            self.add_error("show", "Say which show or season it is about.")
        return given

    def _need(self, name: str, told: str = NEEDED) -> None:
        if name in self.fields and not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, told)


class MilestoneForm(PropositionForm):
    class Meta:
        model = Milestone
        fields = [
            *ABOUT,
            *("property", "part", "precision", "earliest", "latest", "as_said", "value", "platform"),
            *RELATIONS,
            *OWN,
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "precision" in self.fields:
            self.fields["precision"].required = True
            self.fields["precision"].initial = Claim.Precision.NONE
            self.fields["earliest"].help_text = "For a month, quarter or year: any day in it."
            self.fields["latest"].help_text = "For a window alone; else it follows."

    def clean(self):
        given = super().clean()
        if "precision" in given:
            self._clean_window(given)
        if given.get("property") == Claim.Property.EPISODES:
            self._need("value", "Say how many.")
        if given.get("property") == Claim.Property.PLATFORM and not given.get("value"):
            self._need("platform", "Say which platform, or write its name as a value.")
        return given

    def _clean_window(self, given):
        precision, earliest = given["precision"], given.get("earliest")
        if precision == Claim.Precision.NONE:
            given["earliest"] = given["latest"] = None
        elif precision == Claim.Precision.WINDOW:
            self._need("earliest", "A window begins somewhere.")
            self._need("latest", "A window ends somewhere.")
        elif earliest:
            given["earliest"], given["latest"] = window_of(earliest, precision)
        else:
            self._need("earliest", "Give the day, or any day in the month, quarter or year.")


class CastingForm(PropositionForm):
    class Meta:
        model = Casting
        fields = [*ABOUT, "person", "job", "character", "change", "part", *RELATIONS, *OWN]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "job" in self.fields:
            self.fields["job"].initial = "actor"
            self.fields["job"].help_text = "actor, voice, host, director, writer, creator…"
            for name in ("person", "job", "change"):
                self.fields[name].required = True


class DetailForm(PropositionForm):
    class Meta:
        model = Detail
        fields = [*ABOUT, "property", "statement", "value", *RELATIONS, *OWN]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "statement" in self.fields:
            self.fields["statement"].required = True


class JudgementForm(forms.ModelForm):
    class Meta:
        model = Judgement
        fields = [
            *("level", "as_of", "review_by", "reason", "notes", "walked_back"),
            *("refuted_by", "refuting_source", "refuting_url", "override"),
        ]

    def __init__(self, *args, edge=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.edge = edge
        if "level" in self.fields:
            choices = [(level.value, level.label) for level in Confidence.ranked()]
            self.fields["level"] = forms.ChoiceField(
                label="Level", choices=[("", "Not judged yet"), *choices]
            )
            self.fields["as_of"].initial = clock.today
            self.fields["review_by"].help_text = "Left empty, it follows from the level."

    def clean(self):
        given = super().clean()
        if given.get("level") and given.get("as_of") and not given.get("review_by"):
            given["review_by"] = Confidence(given["level"]).review_by(given["as_of"], self.edge)
        return given


class JudgementFormSet(forms.models.BaseInlineFormSet):
    """The judgement knows the last day of its claim's window, as it stands in the form above."""

    def get_form_kwargs(self, index):
        return super().get_form_kwargs(index) | {"edge": self.instance.latest}


class EvidenceFormSet(forms.models.BaseInlineFormSet):
    """The evidence of a claim's judgement, on the claim's own page."""

    def __init__(self, data=None, files=None, instance=None, **kwargs):
        self.claim = instance
        held = Judgement.objects.filter(claim=instance).first() if instance and instance.pk else None
        super().__init__(data, files, instance=held or Judgement(), **kwargs)

    def save(self, commit=True):
        held = Judgement.objects.filter(claim=self.claim).first()
        if held is None:
            self.new_objects, self.changed_objects, self.deleted_objects = [], [], []
            return []
        self.instance = held
        return super().save(commit)
