"""The log of the desk: who did what to what and when, with what stood before and after. Nobody writes in it."""

import json

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html

from newsroom.lib.desk import DeskAdmin
from newsroom.lib.timeline import said

MOST = 10_000  # entries that a list pages through: what lies further back is found by its day


class BoundedPaginator(Paginator):
    @cached_property
    def count(self):
        return self.object_list.order_by()[:MOST].count()


class KindFilter(admin.SimpleListFilter):
    title, parameter_name = "kind of row", "kind"

    def lookups(self, request, model_admin):
        models = [model for model in model_admin.admin_site._registry if model is not LogEntry]
        kinds = ContentType.objects.get_for_models(*models, for_concrete_models=False)
        return sorted(
            ((kind.pk, model._meta.verbose_name.capitalize()) for model, kind in kinds.items()),
            key=lambda pair: pair[1],
        )

    def queryset(self, request, queryset):
        known = {str(key) for key, _ in self.lookup_choices}
        return queryset.filter(content_type=self.value()) if self.value() in known else queryset


class LogAdmin(DeskAdmin):
    list_display_links = None
    list_filter = [("user", admin.RelatedOnlyFieldListFilter), KindFilter, "action_flag"]
    list_select_related = ["user", "content_type"]
    date_hierarchy = "action_time"
    search_fields = ["object_repr", "change_message", "user__username"]
    ordering = ["-pk"]  # entries are only ever added: their numbers are their order, and have an index
    sortable_by = ()
    actions = None
    paginator = BoundedPaginator

    def get_urls(self):
        return []  # the list is all there is; the desk puts it at `log/`

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, {"title": "The log", **(extra_context or {})})

    def get_list_display(self, request):
        """What a row links to depends on who asks: a callable of their own."""
        registry = self.admin_site._registry.items()
        seen = {model for model, one in registry if one.has_view_permission(request)} - {LogEntry}

        @admin.display(description="What")
        def what(entry):
            return named(entry, seen)

        return ["at", "who", what, "did"]

    @admin.display(description="When")
    def at(self, entry):
        return said(entry.action_time)

    @admin.display(description="Who")
    def who(self, entry):
        return entry.user.get_full_name() or entry.user.get_username()

    @admin.display(description="Did")
    def did(self, entry):
        return render_to_string(
            "admin/_log_entry.html", {"said": _sentence(entry), "changes": changes(entry)}
        )


def named(entry, seen: set) -> str:
    """The row that it was done to; with a link for who may see its kind, unless this very act deleted it."""
    if entry.content_type is None:
        return entry.object_repr
    model = entry.content_type.model_class()
    kind = (model._meta.verbose_name if model else entry.content_type.model).capitalize()
    if model not in seen or entry.is_deletion() or not entry.object_id:
        return f"{kind}: {entry.object_repr}"
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[entry.object_id])
    return format_html('{}: <a href="{}">{}</a>', kind, url, entry.object_repr)


def _sentence(entry) -> str:
    return "Deleted." if entry.is_deletion() else entry.get_change_message()


def changes(entry) -> list[dict]:
    """Of each changed field its name, what stood and what stands; of a row within the row, with its name."""
    if not entry.change_message.startswith("["):
        return []
    try:
        parts = json.loads(entry.change_message)
    except json.JSONDecodeError:
        return []
    told = [part["changed"] for part in parts if "changed" in part]
    return [value | {"row": part.get("object", "")} for part in told for value in part.get("values", ())]
