"""The outbox on the desk, and who is told of everything: a managing editor's."""

from django.contrib import admin, messages
from django.utils.html import format_html_join

from newsroom.lib.desk import DeskAdmin
from newsroom.lib.timeline import said
from newsroom.outbox.models import Dispatch, WebHook
from newsroom.outbox.verbs import NewSecret, TryAgain

LATEST = 10  # deliveries on a webhook's page
TO = {"confirmation": "a reader, to confirm", "alert": "a reader who follows", "hub": "the hub"}


@admin.register(Dispatch)
class DispatchAdmin(DeskAdmin):
    """Nothing is written here by hand: what was given up can be tried again."""

    verbs = (TryAgain,)
    actions = ["try_again"]
    list_display = ["due", "to", "what", "state", "tries", "said"]
    list_filter = ["state", "carrier"]
    list_select_related = ["change"]
    ordering = ["-due_at", "-pk"]
    sortable_by = ()
    fields = readonly_fields = ["to", "what", "due", "state", "tries", "next", "said", "key"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change=change, **kwargs | {"fields": []})

    @admin.display(description="To")
    def to(self, dispatch):
        """A reader's address is nobody's business, not even here."""
        if told := TO.get(dispatch.carrier):
            return told
        hook = WebHook.objects.filter(key=dispatch.target).first()
        return f"webhook “{hook}”" if hook else "a webhook that is gone"

    @admin.display(description="What")
    def what(self, dispatch):
        if dispatch.change is None:
            return "the link that they asked for"
        row = dispatch.change.row()
        subject = getattr(row, "headline", "") or getattr(row, "claim", "") or "a row that is gone"
        return f"{subject}: {dispatch.change.get_event_display().lower()}"

    @admin.display(description="Due")
    def due(self, dispatch):
        return said(dispatch.due_at)

    @admin.display(description="Next attempt")
    def next(self, dispatch):
        return said(dispatch.next_at) if dispatch.state == Dispatch.State.WAITING else "–"

    @admin.action(description="Try again", permissions=["change"])
    def try_again(self, request, queryset):
        chosen = list(queryset.given_up())
        many = Dispatch.objects.filter(pk__in=[one.pk for one in chosen]).try_again()
        for one in chosen:
            self.log_change(request, one, "Try again.")
        told = f"{many} of them will be tried again." if many else "None of them was given up."
        messages.success(request, told)


@admin.register(WebHook)
class WebHookAdmin(DeskAdmin):
    verbs = (NewSecret,)
    list_display = ["name", "url", "tells_of_stories", "tells_of_claims", "is_active", "latest"]
    list_filter = ["is_active"]
    search_fields = ["name", "url"]
    readonly_fields = ["deliveries"]
    fieldsets = [
        (None, {"fields": ["name", "url"]}),
        ("What it is told", {"fields": ["tells_of_stories", "tells_of_claims", "is_active"]}),
        ("Latest deliveries", {"fields": ["deliveries"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        return self.fieldsets if obj else self.fieldsets[:2]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if not change:
            messages.warning(request, f"Its secret, shown this once: {obj.secret}")

    @admin.display(description="Latest delivery")
    def latest(self, hook):
        last = _deliveries(hook).first()
        return f"{last.get_state_display()}, {last.said or said(last.next_at)}" if last else "none yet"

    @admin.display(description="The last ten")
    def deliveries(self, hook):
        rows = [
            (said(one.due_at), one.get_state_display(), one.said or f"next attempt {said(one.next_at)}")
            for one in _deliveries(hook).order_by("-due_at", "-pk")[:LATEST]
        ]
        return format_html_join("", "<p>{}: {} ({})</p>", rows) or "None yet."


def _deliveries(hook: WebHook):
    return Dispatch.objects.filter(carrier="webhook", target=hook.key)
