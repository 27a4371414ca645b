"""The proposals made of a text, as forms: each statement is accepted, changed or dropped by itself."""

from django import forms
from django.core.exceptions import ValidationError

from articles.drafting import Choice, Offer
from articles.drafting.finding import Names, alike, folded
from articles.drafting.proposing import levels, proposed
from articles.plaintext.times import find_times
from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib import dates
from newsroom.lib.text import sentence
from shows.models import Show

NEW = "new"
BESIDE = "beside"


class Same(forms.ChoiceField):
    """Whether a name is that of a row that the desk has. Empty where nothing is known that is like it."""

    def __init__(self, index: dict, name: str):
        known, near = index.get(folded(name)), alike(index, name)
        known = known if known is not None and known.pk else None
        self.rows = {str(row.pk): row for row in dict.fromkeys(filter(None, [known, *near]))}
        self.is_asked = bool(near) and known is None
        has = sentence([str(row) for row in self.rows.values()], "or")
        choices = [(key, f"Yes: {row}") for key, row in self.rows.items()]
        super().__init__(
            label=f"{name}: the desk has {has}. The same?",
            choices=[*([("", "Yes or no…")] if self.is_asked else []), *choices, (NEW, f"No: {name} is new")],
            required=False,
            initial="" if self.is_asked else next(iter(self.rows), NEW),
        )

    @classmethod
    def of(cls, index: dict, name: str):
        field = cls(index, name)
        return field if field.rows else None


class StatementForm(forms.Form):
    """One offer. What it is made of is changed under “Change”."""

    kept = forms.BooleanField(required=False)
    level = forms.ChoiceField()
    told = ()

    def __init__(self, data, offer: Offer, carries: Confidence, names: Names):
        initial = {"level": proposed(offer.worded, carries).value}
        super().__init__(data, prefix=offer.name, initial=initial)
        self.offer, self.names = offer, names
        self.fields["level"].choices = [(level.value, level.label) for level in levels(carries)]
        self.fields["level"].label = f"Level of: {offer.claim.said}"
        self.fields["kept"].label = offer.claim.said
        self.judged = _judged(offer.claim)
        if offer.rivals:
            self.fields["relation"] = forms.ChoiceField(
                label="The desk has", choices=_relations(offer.rivals)
            )
        if self.judged:
            del self.fields["level"]

    def changes(self) -> list[forms.BoundField]:
        return [self[name] for name in self.told if name in self.fields]

    @property
    def chosen_level(self) -> str:
        """The level that stands in the form now."""
        return self["level"].value() if "level" in self.fields else str(self.judged or "")

    @property
    def is_kept(self) -> bool:
        return bool(self["kept"].value())

    @property
    def is_asked(self) -> bool:
        return getattr(self.fields.get("same"), "is_asked", False)

    def clean(self):
        super().clean()
        said = self.cleaned_data
        if said.get("kept") and self.is_asked and not said.get("same") and "same" not in self.errors:
            self.add_error("same", "Say whether they are one: accepting it needs that.")
        rival = next((one for one in self.offer.rivals if one.key == said.get("relation")), None)
        if rival and rival.held and said.get("level"):
            if Confidence(said["level"]).lower_than(rival.held.confidence):
                told = f"It can’t take the place of what is held as {rival.held.confidence.label.lower()} from below."
                self.add_error("relation", told)
        self.rival = rival

    def choice(self) -> Choice:
        level = self.cleaned_data.get("level")
        changed = self.changed() if self.offer.is_new else {}
        return Choice(Confidence(level) if level else None, changed, self.rival)

    def changed(self) -> dict:
        return {}


class CreditForm(StatementForm):
    told = ("person", "character", "status")

    def __init__(self, data, offer, carries, names):
        super().__init__(data, offer, carries, names)
        credit = offer.read
        self.fields["person"] = forms.CharField(max_length=200, initial=credit.person)
        self.fields["character"] = forms.CharField(max_length=200, required=False, initial=credit.character)
        self.fields["status"] = forms.ChoiceField(
            label="Is", choices=Claim.Change, initial=credit.status or "unknown"
        )
        if same := Same.of(names.people, credit.person):
            self.fields["same"] = same

    def changed(self) -> dict:
        said = self.cleaned_data
        return {name: said[name] for name in ("person", "status")} | {"character": said["character"] or None}

    def who(self):
        """The person who is meant: a row, or None for somebody new. KeyError where nothing was asked."""
        value = self.cleaned_data["same"]
        return self.fields["same"].rows.get(value)


class DatedForm(StatementForm):
    told = ("when",)

    def __init__(self, data, offer, carries, names):
        super().__init__(data, offer, carries, names)
        self.was = offer.read.window or offer.read.date_text or ""
        self.fields["when"] = forms.CharField(max_length=100, required=False, initial=self.was)

    def clean_when(self):
        words = self.cleaned_data["when"]
        if words == self.was:
            return {}
        if not words:
            raise ValidationError("Say when, or drop it.")
        times = [time for time in find_times(words) if time.earliest and time.latest]
        if len(times) != 1:
            raise ValidationError("Say one day or window with its year: “6 November 2026”, “late 2026”.")
        first, last = dates.bounds(times[0].earliest)[0], dates.bounds(times[0].latest)[1]
        bounds = {"earliest": str(first), "latest": str(last), "precision": times[0].precision}
        return bounds | {"window": words, "date_text": words}

    def changed(self) -> dict:
        return self.cleaned_data["when"]


class SentenceForm(StatementForm):
    told = ("value",)

    def __init__(self, data, offer, carries, names):
        super().__init__(data, offer, carries, names)
        is_detail = offer.claim.kind == Claim.Kind.DETAIL
        widget = forms.Textarea(attrs={"rows": 2}) if is_detail else forms.TextInput
        label = "Statement" if is_detail else "How many"
        initial = offer.read.value if is_detail else offer.claim.value
        self.fields["value"] = forms.CharField(label=label, max_length=1000, widget=widget, initial=initial)

    def changed(self) -> dict:
        return {"value": self.cleaned_data["value"]}


class PlatformForm(StatementForm):
    told = ("platform",)

    def __init__(self, data, offer, carries, names):
        super().__init__(data, offer, carries, names)
        self.fields["platform"] = forms.CharField(max_length=100, initial=offer.claim.platform.name)

    def changed(self) -> dict:
        return {"platform": self.cleaned_data["platform"]}


class HeadForm(forms.Form):
    """The story itself. What is emptied is not taken."""

    title = forms.CharField(label="Headline", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    standfirst = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    section = forms.CharField(label="Kicker", required=False, max_length=80)
    byline = forms.CharField(required=False, max_length=100)
    date = forms.DateField(
        label="The day it speaks to", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    show = forms.CharField(required=False, max_length=200)
    kind = forms.ChoiceField(choices=Show.Kind, required=False)
    season = forms.IntegerField(required=False, min_value=1, max_value=999)

    def __init__(self, data, story, names: Names, byline: str):
        initial = {
            name: getattr(story, name) for name in ("title", "standfirst", "section", "show", "season")
        }
        day = story.date if story.date and len(story.date) == 10 else None
        initial |= {"byline": byline, "date": day, "kind": story.kind or "series"}
        super().__init__(data, prefix="head", initial=initial)
        if same := story.show and Same.of(names.shows, story.show):
            self.fields["same"] = same
            self.fields["same"].required = same.is_asked

    def said(self) -> dict:
        """What is said of the story, in the fields of `articles.plaintext.Story`."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "same"}
        day = said.pop("date")
        return {name: value or None for name, value in said.items()} | {"date": day and day.isoformat()}


def form_for(offer: Offer, data, carries: Confidence, names: Names, makes: bool) -> StatementForm:
    """The form of an offer; a claim that the desk has is accepted as it stands."""
    form = _kind_of(offer)(data, offer, carries, names)
    fixed = () if offer.is_new and makes else (*form.told, "same", "relation")
    for name in (*fixed, *(() if makes else ("level",))):
        form.fields.pop(name, None)
    return form


def _kind_of(offer: Offer) -> type[StatementForm]:
    claim = offer.claim
    if claim.is_casting:
        return CreditForm
    if offer.name == "platform":
        return PlatformForm
    if claim.is_milestone and not claim.earliest and not claim.value:
        return StatementForm
    return DatedForm if claim.earliest else SentenceForm


def _judged(claim: Claim) -> Confidence | None:
    """The level that the desk gave this claim already: it stands."""
    if claim._state.adding:
        return None
    if claim.held:
        return claim.held.confidence
    judgement = getattr(claim, "judgement", None)
    return judgement.confidence if judgement else None


def _relations(rivals: list[Claim]) -> list[tuple[str, str]]:
    places = [(one.key, f"Takes the place of “{_short(one)}”") for one in rivals]
    return [(BESIDE, "Stands beside it" if len(rivals) == 1 else "Stands beside them"), *places]


def _short(claim: Claim) -> str:
    level = _judged(claim)
    return f"{claim.said.rstrip('.')}{f' ({level.label.lower()})' if level else ''}"
