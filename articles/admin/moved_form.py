"""What the screen “Something moved” asks: what it was, what it is now, how sure, on whose word, and who is told."""

from django import forms
from django.core.exceptions import ValidationError

from articles.admin.claim_form import LABELS, MILESTONES, ClaimForm
from articles.admin.evidence_form import EvidenceForm
from claims import record
from claims.models import Claim, JudgementEvidence
from claims.wording import topic_said, value_said
from newsroom.lib import clock
from newsroom.lib.moments import MomentField
from newsroom.lib.timeline import said
from shows.models import Platform, Season

NEW = "new:"
CHANGES = {label.casefold(): value for value, label in Claim.Change.choices} | {
    value: value for value in Claim.Change.values
}
WORDS = forms.Textarea(attrs={"rows": 3, "class": "wide"})


class MovedForm(EvidenceForm):
    what = forms.ChoiceField(label="What moved")
    now = forms.CharField(
        label="What it is now",
        required=False,
        max_length=1000,
        widget=forms.TextInput(attrs={"class": "wide", "list": "changes"}),
        help_text="As the source says it: “6 November 2026”, “8”, “not returning”. Empty where only the level moved.",
    )
    relation = forms.ChoiceField(
        label="And what was held before",
        choices=[
            ("supersedes", "It takes the place of it"),
            ("beside", "Both stand beside each other, as a conflict"),
        ],
        initial="supersedes",
    )
    walked_back = forms.CharField(
        label="If we go back below what we held: why", required=False, widget=WORDS, help_text="Public."
    )
    headline = forms.CharField(
        label="Headline", required=False, max_length=300, widget=forms.TextInput(attrs={"class": "wide"})
    )
    text = forms.CharField(
        label="Text", required=False, widget=forms.Textarea(attrs={"rows": 6, "class": "wide"})
    )
    at = MomentField(label="At", required=False)

    def __init__(self, *args, subject, **kwargs):
        super().__init__(*args, **kwargs)
        self.subject, self.claim_form = subject, None
        self.standing = {claim.key: claim for claim in _standing(subject)}
        self.fields["what"].choices = [
            ("What stands", [(key, _line(claim)) for key, claim in self.standing.items()]),
            ("Something new", [(f"{NEW}{name}", LABELS[name]) for name, _ in MILESTONES]),
        ]
        self.fields["at"].help_text = f"Empty: at once. It is {said(clock.now())} now."
        self.fields["reason"].required = True
        self.fields["reason"].label = "Because"
        self.fields["what"].widget.attrs["autofocus"] = not self.is_bound
        self.fields["outlet"].widget.attrs["list"] = "outlets"
        for name in ("reason", "title", "url", "quote"):
            self.fields[name].widget.attrs["class"] = "wide"

    def clean(self):
        super().clean()
        given = self.cleaned_data
        if "what" not in given:
            return
        self.before = self.standing.get(given["what"])
        value = given.get("now", "").strip()
        if self.before is None or value:
            self._state(self.before, value)
        if bool(given.get("headline")) != bool(given.get("text")):
            self.add_error("text", "A short story has a headline and a text: give both, or neither.")
        if given.get("at") and given["at"] <= clock.now():
            self.add_error("at", f"{said(given['at'])} has passed: choose a later hour, or leave it empty.")

    def _state(self, before: Claim | None, value: str) -> None:
        """The new proposition, by the same form that makes a claim while writing."""
        try:
            asked = self._asked(before, value)
        except ValidationError as error:
            self.add_error("now", error)
            return
        kind = "season" if isinstance(self.subject, Season) else "show"
        self.claim_form = ClaimForm({"subject": f"{kind}:{self.subject.pk}"} | asked)
        self._take_errors()

    def _asked(self, before: Claim | None, value: str) -> dict:
        if before is None:
            return {"kind": "milestone", **_milestone(self.cleaned_data["what"].removeprefix(NEW), value)}
        relation = f"{self.cleaned_data['relation']} {before.key}"
        same = {"kind": before.kind, "part": before.part, "relation": relation}
        if before.is_milestone:
            return same | _milestone(before.property, value)
        if before.is_casting:
            return same | {
                "person": before.person.slug,
                "job": before.job,
                "character": before.character,
                "change": _change(value),
            }
        return same | {"detail": before.property, "statement": value}

    def _take_errors(self) -> None:
        for told in self.claim_form.errors.values():
            self.add_error("now", told)

    def make(self, by) -> Claim:
        """The claim, judged: the one that stands at its new level, or a new one. Errors where it can't be."""
        walked_back = self.cleaned_data["walked_back"]
        if self.claim_form is None:
            claim = Claim.objects.with_subject().get(pk=self.before.pk)
            self.judge(claim, by, kept=list(_evidence(claim)), walked_back=walked_back)
            return claim
        claim = self.claim_form.make(by)
        if self.claim_form.errors:
            self._take_errors()
        self.judge(claim, by, walked_back=walked_back)
        return claim


def _evidence(claim: Claim):
    return JudgementEvidence.objects.filter(judgement__claim=claim).select_related("source")


def _standing(subject) -> list[Claim]:
    """What answers about it today, releases first."""
    known = record.read(Claim.objects.about(subject), clock.now())
    own = known.standing if isinstance(subject, Season) else known.about(None).standing
    order = ["release", *(name for name in Claim.Property.values if name != "release"), ""]
    return sorted(own, key=lambda claim: (order.index(claim.property), claim.said))


def _line(claim: Claim) -> str:
    level = claim.held.confidence.label.lower()
    value = value_said(claim) or (claim.get_change_display() if claim.is_casting else "")
    topic = topic_said(claim)
    return f"{topic[:1].upper()}{topic[1:]}: {value or claim.held.said.rstrip('.')} ({level})"


def _milestone(name: str, value: str) -> dict:
    if name == "platform":
        found = Platform.objects.current().filter(name__iexact=value).first()
        if found is None:
            raise ValidationError("No platform of this name is in the catalogue: add it there first.")
        return {"milestone": name, "platform": found.pk}
    return {"milestone": name, "value" if name == "episodes" else "when": value}


def _change(value: str) -> str:
    if value.casefold() not in CHANGES:
        labels = ", ".join(label.lower() for _, label in Claim.Change.choices)
        raise ValidationError(f"Of a part, say one of: {labels}.")
    return CHANGES[value.casefold()]
