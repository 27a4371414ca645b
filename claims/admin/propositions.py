"""Claims on the desk: one list of all, and a form for each kind with judgement and evidence in it."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse

from claims.admin import attention, forms
from claims.admin.merge_verb import Merge
from claims.admin.panel import panel_of
from claims.admin.together import DueFilter, ReleaseAll, StillSo
from claims.admin.verbs import Relate, Release, Restate, Retract, WhatCameOfIt
from claims.confidence import Confidence
from claims.models import Casting, Claim, Detail, Judgement, JudgementEvidence, Milestone, Outcome
from newsroom.lib.desk import DeskAdmin, WithVerbsTogether
from newsroom.lib.refusals import Refused

OVERRIDE = "claims.override_gate"
FROZEN = (
    "The proposition has been assessed and never changes: make a new claim, and let it supersede this one."
)
SEARCHED = [
    *("show__title", "show__slug", "season__title", "person__name", "person__native_name", "character"),
    *("statement", "property", "as_said", "value", "part", "key"),
]


class JudgementInline(admin.StackedInline):
    model = Judgement
    fk_name = "claim"
    form, formset = forms.JudgementForm, forms.JudgementFormSet
    autocomplete_fields = ["refuted_by", "refuting_source"]
    formfield_overrides = DeskAdmin.formfield_overrides
    extra = max_num = 1
    can_delete = False
    verbose_name_plural = "Judgement"
    fieldsets = [
        (None, {"fields": ["level", "as_of", "review_by", "reason", "notes"]}),
        (
            "Where it is refuted, walked back or overridden",
            {"fields": ["refuted_by", "refuting_source", "refuting_url", "walked_back", "override"]},
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        return [] if request.user.has_perm(OVERRIDE) else ["override"]


class EvidenceInline(admin.StackedInline):
    model = JudgementEvidence
    formset = forms.EvidenceFormSet
    fields = [("source", "role"), "speaker", "quote"]
    autocomplete_fields = ["source"]
    extra = 1
    verbose_name, verbose_name_plural = "piece of evidence", "Evidence"

    def __init__(self, parent_model, admin_site):
        super().__init__(Judgement, admin_site)  # it hangs on the judgement, and is edited with the claim

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("source__outlet")


class ClaimListAdmin(DeskAdmin):
    """What every list of claims shows."""

    list_display = ["said", "with_readers", "on_the_desk"]
    search_fields = SEARCHED

    def get_queryset(self, request):
        return super().get_queryset(request).with_held().select_related("judgement")

    @admin.display(description="With readers")
    def with_readers(self, claim):
        if claim.retracted_at or claim.merged_into_id:
            return "Retracted" if claim.retracted_at else f"Merged into {claim.merged_into.key}"
        return claim.held.confidence.label if claim.held else "–"

    @admin.display(description="On the desk", ordering="judgement__level")
    def on_the_desk(self, claim):
        return claim.judgement.get_level_display() if hasattr(claim, "judgement") else "Not judged"


class KindAdmin(WithVerbsTogether, ClaimListAdmin):
    """A claim of one kind."""

    verbs = (Release, Relate, Restate, WhatCameOfIt, Retract, Merge)
    together = (StillSo, ReleaseAll, Retract)
    inlines = [JudgementInline, EvidenceInline]
    autocomplete_fields = ["show", "season", "supersedes", "beside"]
    change_form_template = "admin/claims/claim/change_form.html"
    list_filter = ["property", "judgement__level", DueFilter]

    def is_frozen(self, claim) -> bool:
        return claim is not None and claim.assessments.uncancelled().exists()

    def get_fieldsets(self, request, obj=None):
        kept = {name for name in self.form._meta.fields if name not in (*forms.RELATIONS, *forms.OWN)}
        proposition = [name for name in self.form._meta.fields if name in kept]
        told = {"description": FROZEN} if self.is_frozen(obj) else {}
        return [
            ("Proposition", {"fields": [*proposition, "spoiler"], **told}),
            ("Beside others", {"fields": [*forms.RELATIONS, "because"]}),
        ]

    def get_readonly_fields(self, request, obj=None):
        free = {"because", "beside"}
        return [name for name in self.form._meta.fields if name not in free] if self.is_frozen(obj) else []

    def has_delete_permission(self, request, obj=None):
        """What was assessed, or is cited, stays."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and not (obj and (obj.assessments.exists() or obj.editions.exists()))

    def versioned(self, row):
        yield Judgement.objects.filter(claim=row)
        yield JudgementEvidence.objects.filter(judgement__claim=row)
        yield Outcome.objects.filter(claim=row)

    def locks(self, row):
        return row.show, row

    def save_model(self, request, obj, form, change):
        if not change:
            obj.made_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        judgement, evidence = formsets
        judged = Judgement.objects.filter(claim=form.instance).exists() or judgement.has_changed()
        if evidence.has_changed() and not judged:
            raise Refused("Say at which level the claim is held: evidence rests under a judgement.")
        form.save_m2m()
        judgement.save()
        evidence.save()
        if judgement.has_changed() or evidence.has_changed():
            self._drop_override(request, form.instance)

    def _drop_override(self, request, claim):
        """An override was given to one level on one evidence: with another it has to be given anew."""
        if not request.user.has_perm(OVERRIDE):
            held = Judgement.objects.filter(claim=claim).exclude(override="")
            if held.update(override=""):
                messages.warning(
                    request, "The override was for the judgement as it was: it has been taken off."
                )

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context["panel"] = panel_of(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)


@admin.register(Milestone)
class MilestoneAdmin(KindAdmin):
    form = forms.MilestoneForm
    autocomplete_fields = [*KindAdmin.autocomplete_fields, "platform"]


@admin.register(Casting)
class CastingAdmin(KindAdmin):
    form = forms.CastingForm
    autocomplete_fields = [*KindAdmin.autocomplete_fields, "person"]
    list_filter = ["change", "judgement__level", DueFilter]


@admin.register(Detail)
class DetailAdmin(KindAdmin):
    form = forms.DetailForm


class LiveLevelFilter(admin.SimpleListFilter):
    title, parameter_name = "level with readers", "live"

    def lookups(self, request, model_admin):
        return Confidence.choices

    def queryset(self, request, queryset):
        return queryset.held_at(self.value()) if self.value() in Confidence.values else queryset


@admin.register(Claim)
class ClaimAdmin(ClaimListAdmin):
    """The list of all, and what every autocomplete of claims searches; each claim's page is its kind's."""

    list_display = ["said", "kind", "with_readers", "on_the_desk"]
    list_filter = ["kind", "property", LiveLevelFilter, "judgement__level"]

    def get_urls(self):
        return attention.urls(self) + super().get_urls()

    def has_add_permission(self, request):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        return self._at_its_kind(request, object_id, "change")

    def history_view(self, request, object_id, extra_context=None):
        return self._at_its_kind(request, object_id, "history")

    def delete_view(self, request, object_id, extra_context=None):
        return self._at_its_kind(request, object_id, "delete")

    def _at_its_kind(self, request, object_id, page):
        if not self.has_view_permission(request):
            raise PermissionDenied
        claim = self.get_object(request, object_id)
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return redirect(reverse(f"admin:claims_{claim.kind}_{page}", args=[claim.pk]))
