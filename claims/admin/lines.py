"""Claims as lines of their season's page: what readers have seen is read there, what they have not is edited."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.html import format_html

from claims.admin import forms as own
from claims.assessing import judge
from claims.confidence import Confidence
from claims.models import (
    Assessment,
    Casting,
    Claim,
    Evidence,
    Judgement,
    JudgementEvidence,
    Milestone,
    Source,
)
from newsroom.lib.desk import DeskAdmin

LEVELS = [("", "Not judged yet"), *((level.value, level.label) for level in Confidence.ranked())]


def assessed() -> Exists:
    """Its proposition is frozen."""
    return Exists(Assessment.objects.uncancelled().filter(claim=OuterRef("pk")))


class AssessedInline(admin.TabularInline):
    """To be read here; a new level is given on the claim's own page."""

    fields = readonly_fields = ["said", "level", "release"]
    classes = ["assessed"]
    extra = max_num = 0
    can_delete = False

    def get_queryset(self, request):
        claims = super().get_queryset(request).filter(assessed(), merged_into=None)
        return claims.with_held().select_related("judgement")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="Claim")
    def said(self, claim):
        if not claim.pk:  # a line that was sent, and is not a claim
            return "–"
        url = reverse(f"admin:claims_{claim.kind}_change", args=[claim.pk])
        return format_html('<a href="{}">{}</a>', url, claim.held.said if claim.held else claim.said)

    @admin.display(description="With readers")
    def level(self, claim):
        return claim.held.confidence.label if claim.pk and claim.held else "–"

    @admin.display(description="On the desk")
    def release(self, claim):
        return claim.judgement.get_level_display() if hasattr(claim, "judgement") else "–"


class LineForm(forms.ModelForm):
    """A proposition about the page's season, with a level and, to begin with, one source."""

    level = forms.ChoiceField(choices=LEVELS, required=False)
    source = forms.ModelChoiceField(Source.objects.filter(merged_into=None), required=False)
    told = ("person", "platform")  # what it names stays once it is made: another is another claim

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = JudgementEvidence._meta.get_field("source")
        self.fields["source"].widget = AutocompleteSelect(field, admin.site)
        self.fields["source"].widget.choices = self.fields["source"].choices
        if self.instance.pk:
            self._as_it_stands()

    def _as_it_stands(self):
        """With the names at hand: an autocomplete would ask for each by itself."""
        judged = getattr(self.instance, "judgement", None)
        self.fields["level"].initial = judged.level if judged else ""
        self.fields["source"].disabled = True
        pieces = judged.evidence.all() if judged else ()
        self._say("source", ", ".join(str(one.source) for one in pieces) or "–")
        for name in self.told:
            if name in self.fields:
                self.fields[name].disabled = True
                self._say(name, str(getattr(self.instance, name) or "–"))

    def _say(self, name: str, words: str):
        value = getattr(self.instance, f"{name}_id", "") or ""
        self.fields[name].widget = forms.Select(choices=[(value, words)])

    def clean(self):
        given = super().clean()
        if given.get("source") and not given.get("level"):
            self.add_error("level", "Say at which level the claim is held: a source rests under a judgement.")
        return given

    def _post_clean(self):
        self.instance.show_id = self.instance.season.show_id
        super()._post_clean()

    def judge(self) -> None:
        """At the level that was chosen, on the source that was named; what it rested on before stays."""
        if not self.cleaned_data.get("level") or not {"level", "source"} & set(self.changed_data):
            return
        level = Confidence(self.cleaned_data["level"])
        role = Evidence.Role.SUPPORTS if level.stands else Evidence.Role.DENIES
        source = self.cleaned_data.get("source")
        judged = getattr(self.instance, "judgement", None)
        kept = [one.copied() for one in judged.evidence.select_related("source")] if judged else []
        new = [{"source": source, "role": role}] if source and not judged else []
        judge(self.instance, level, evidence=[*kept, *new])


class MilestoneLine(LineForm, own.MilestoneForm):
    class Meta:
        model = Milestone
        fields = [
            *("property", "part", "precision", "earliest", "latest", "as_said", "value", "platform"),
        ]


class CastingLine(LineForm, own.CastingForm):
    class Meta:
        model = Casting
        fields = ["person", "job", "character", "change"]


class UnseenInline(admin.StackedInline):
    """What readers have not seen: judged, but never live, or not judged yet; and new ones."""

    fk_name = "season"
    extra = 0
    can_delete = False
    formfield_overrides = DeskAdmin.formfield_overrides

    def get_queryset(self, request):
        claims = super().get_queryset(request).exclude(assessed()).filter(merged_into=None, retracted_at=None)
        rows = claims.with_subject().select_related("judgement")
        return rows.prefetch_related("judgement__evidence__source__outlet")


class MilestonesSeen(AssessedInline):
    model = Milestone
    verbose_name_plural = "Milestones that readers have seen"


class CastingsSeen(AssessedInline):
    model = Casting
    verbose_name_plural = "Cast that readers have seen"


class MilestonesUnseen(UnseenInline):
    model, form = Milestone, MilestoneLine
    autocomplete_fields = ["platform"]
    verbose_name, verbose_name_plural = "milestone", "Milestones that readers have not seen"
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("property", "part"),
                    ("precision", "earliest", "latest"),
                    ("as_said", "value", "platform"),
                    ("level", "source"),
                ]
            },
        )
    ]


class CastingsUnseen(UnseenInline):
    model, form = Casting, CastingLine
    autocomplete_fields = ["person"]
    verbose_name, verbose_name_plural = "casting", "Cast that readers have not seen"
    fieldsets = [
        (None, {"fields": [("person", "job"), ("character", "change"), ("level", "source")]}),
    ]


INLINES = [MilestonesSeen, MilestonesUnseen, CastingsSeen, CastingsUnseen]


def unseen_of(season):
    """The rows that a season's page edits."""
    claims = Claim.objects.filter(season=season).exclude(assessed())
    yield claims
    yield Judgement.objects.filter(claim__in=claims)
    yield JudgementEvidence.objects.filter(judgement__claim__in=claims)


def save_lines(formset, by) -> None:
    formset.save(commit=False)
    changed = {row.pk for row, _ in formset.changed_objects}
    kept = [form for form in formset.initial_forms if form.instance.pk in changed]
    new = [form for form in formset.extra_forms if form.has_changed()]
    for form in new:
        form.instance.made_by = by
    for form in [*kept, *new]:
        form.instance.save()
        form.judge()
