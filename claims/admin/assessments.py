"""Assessments on the desk: read as they were published; moved, called off or redacted by verbs."""

from django.contrib import admin

from claims import assessing
from claims.admin import verb_forms
from claims.admin.panel import state_of
from claims.models import Assessment, AssessmentEvidence
from newsroom.lib import timeline
from newsroom.lib.desk import DeskAdmin, Verb, before_after
from newsroom.lib.timeline import said


class AssessmentVerb(Verb):
    permission = "claims.assess_claim"

    def hindrance(self, request, row):
        return "" if row.is_pending() else "Only what is scheduled can be moved or called off."

    def refusal(self):
        return f"“{self.label}” is an editor’s to do: ask one to see to it."


class Move(AssessmentVerb):
    name, label = "move", "Move to another hour"
    form_class = verb_forms.HourForm

    def tells(self, request, row):
        yield f"It is to go live on {said(row.live_from)}."

    def act(self, request, row, at):
        self.moved = assessing.move(row, at, by=request.user)
        return f"It goes live on {said(self.moved.live_from)}."

    def after(self, row):
        return self.admin.address(self.moved, "change")


class Cancel(AssessmentVerb):
    name, label = "cancel", "Call off"

    def tells(self, request, row):
        yield f"It will not go live on {said(row.live_from)}. What is held now, if anything, holds on."
        yield "Where a story that is to come cites the claim, it goes live with that story."

    def act(self, request, row):
        assessing.cancel(row, by=request.user)
        return "It was called off."


class Redact(AssessmentVerb):
    name, label, permission = "redact", "Redact", "claims.redact_claim"
    form_class = verb_forms.ReasonForm
    is_grave = True

    def hindrance(self, request, row):
        return f"It was redacted on {said(row.redacted_at)} already." if row.redacted_at else ""

    def refusal(self):
        return "Redacting is a managing editor’s to do: ask one."

    def tells(self, request, row):
        yield "Its words (reason, wording, override) are emptied for good, for law or mercy; readers are told why."
        yield "Its place in the history stays. This can’t be undone."

    def act(self, request, row, because):
        timeline.redact(row, by=request.user, because=because)
        before_after.forget_values(row.claim)
        return "Its words are gone."


class EvidenceInline(admin.TabularInline):
    model = AssessmentEvidence
    fields = ["source", "role", "speaker", "quote"]
    extra = 0
    verbose_name_plural = "Evidence, as published"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("source__outlet")

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("claims.view_assessment")

    def has_add_permission(self, request, obj=None):
        return False

    has_change_permission = has_delete_permission = has_add_permission


@admin.register(Assessment)
class AssessmentAdmin(DeskAdmin):
    verbs = (Move, Cancel, Redact)
    inlines = [EvidenceInline]
    fields = [
        *("claim", "state", "level", "as_of", "review_by", "live_from", "live_until", "by", "made_at"),
        *("reason", "statement", "walked_back", "override", "refuted_by", "refuting_source", "refuting_url"),
        *("taken_back_at", "redacted_at", "redacted_because"),
    ]
    list_display = ["said", "level", "state", "as_of", "live_from", "by"]
    list_filter = ["level", ("override", admin.EmptyFieldListFilter)]
    search_fields = ["claim__show__title", "claim__person__name", "claim__key"]
    ordering = ["-live_from", "-pk"]

    def get_queryset(self, request):
        keys = ("claim__show", "claim__season__show", "claim__person", "claim__platform", "by")
        return super().get_queryset(request).select_related(*keys)

    @admin.display(description="State")
    def state(self, row):
        return state_of(row)

    def locks(self, row):
        return row.claim.show, row.claim, row

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
