"""A source that is named while writing, and the level of a claim that rests on it to begin with."""

from django import forms
from django.core.exceptions import ValidationError

from articles.admin.claim_form import free_slug
from claims.assessing import judge
from claims.confidence import Confidence
from claims.gate import Case, shortfall
from claims.models import Evidence, Outlet, Source
from newsroom.lib import clock
from newsroom.lib.text import slug_of

NEEDED = "A new source needs this."


class SourceForm(forms.Form):
    """One published piece: one that the desk has, or a new one of an outlet."""

    source = forms.ModelChoiceField(
        Source.objects.filter(merged_into=None), required=False, empty_label="A new one"
    )
    outlet = forms.CharField(required=False, max_length=100, help_text="Who published it: Netflix, Deadline…")
    outlet_kind = forms.ChoiceField(
        label="Kind of outlet", choices=[("", "–"), *Outlet.Kind.choices], required=False,
        help_text="For an outlet that is new to the desk.",
    )  # fmt: skip
    title = forms.CharField(required=False, max_length=300)
    url = forms.CharField(label="Address", required=False, max_length=1000, widget=forms.URLInput)
    published_on = forms.CharField(
        label="Published on", required=False, max_length=10, help_text="2026-02-18, 2026-02 or 2026."
    )

    def clean(self):
        said = {**super().clean()}  # a copy: an error takes its field away
        if self.errors:
            return
        self.source = said["source"] or self._known(said["url"]) or self._new(said)

    def _known(self, url):
        """The source that the desk has at this address."""
        return Source.objects.filter(url=url, merged_into=None).first() if url else None

    def _new(self, said):
        if not any(said[name] for name in ("outlet", "title", "url")):
            return None
        for name in ("outlet", "title"):
            if not said[name]:
                self.add_error(name, NEEDED)
        outlet = self._outlet(said["outlet"].strip(), said["outlet_kind"]) if said["outlet"] else None
        if self.errors:
            return None
        words = {name: said[name] for name in ("title", "url", "published_on")}
        source = Source(outlet=outlet, retrieved_at=clock.now(), **words)
        try:
            source.full_clean(exclude=["outlet"])
        except ValidationError as error:
            for name, told in error.message_dict.items():
                self.add_error(name if name in self.fields else None, told)
        return source

    def _outlet(self, name, kind):
        found = Outlet.objects.filter(name__iexact=name, merged_into=None).first()
        if found or kind:
            return found or Outlet(name=name, kind=kind, slug=free_slug(Outlet, slug_of(name)))
        self.add_error("outlet_kind", f"“{name}” is new to the desk: say what kind of outlet it is.")
        return None

    def save_source(self, by):
        if self.source.pk:
            return
        if not self.source.outlet.pk:
            self.source.outlet.save()
        self.source.outlet = self.source.outlet  # the key is known now
        self.source.added_by = by
        self.source.save()


class EvidenceForm(SourceForm):
    level = forms.ChoiceField(
        choices=[(level.value, level.label) for level in Confidence.ranked()], initial=Confidence.RUMOURED
    )
    as_of = forms.DateField(
        label="As of", required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text="The day that the evidence speaks to; empty for today.",
    )  # fmt: skip
    reason = forms.CharField(
        label="Why this level", required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text="Public."
    )

    speaker = forms.CharField(
        label="Who says it, by name",
        required=False,
        max_length=200,
        help_text="Where somebody who knows is named.",
    )
    quote = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self):
        super().clean()
        if self.errors:
            return
        said = self.cleaned_data
        self.level = Confidence(said["level"])
        role = Evidence.Role.SUPPORTS if self.level.stands else Evidence.Role.DENIES
        self.evidence = {"role": role, "speaker": said["speaker"], "quote": said["quote"]}
        if said["as_of"] and said["as_of"] > clock.today():
            self.add_error("as_of", "The evidence can't speak to a day that is still to come.")

    def judge(self, claim, by, kept=(), **fields):
        """Write the source where it is new, and judge the claim on it and on the evidence that is kept; an
        error where the level is too high."""
        evidence = [one.copied() for one in kept]
        if self.source:
            self.save_source(by)
            evidence.append(self.evidence | {"source": self.source})
        said = self.cleaned_data
        as_of = said["as_of"] or clock.today()
        judgement = judge(claim, self.level, as_of=as_of, reason=said["reason"], evidence=evidence, **fields)
        if missing := shortfall(self.level, Case.of(judgement, judgement.evidence.all())):
            self.add_error("level", missing)
