"""The desk: Django's admin under the newsroom's own name, its rooms in the order of a working day."""

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path

from newsroom.door.site import GuardedSite

# Rooms from left to right, and what stands in each; what is not named here comes after.
ROOMS = {
    "articles": ["Article", "Author", "Disclaimer"],
    "claims": ["Claim", "Milestone", "Casting", "Detail", "Source", "Outlet", "Assessment"],
    "shows": ["Show", "Season", "Person", "Platform"],
    "images": ["Image"],
    "outbox": ["Dispatch", "WebHook"],
    "auth": ["User"],
    "admin": ["LogEntry"],
}

NAMES = {"auth": "Accounts", "admin": "What was done"}


class DeskSite(GuardedSite):
    site_header = f"{settings.SITE_NAME} desk"
    site_title = site_header
    index_title = "The desk"

    def __init__(self, name="admin"):
        super().__init__(name)
        self.disable_action("delete_selected")  # what goes, goes one by one, with its consequences on view

    def get_app_list(self, request, app_label=None):
        rooms = super().get_app_list(request, app_label)
        for room in rooms:
            room["name"] = NAMES.get(room["app_label"], room["name"])
            room["models"].sort(
                key=lambda model: _place(ROOMS.get(room["app_label"], []), model["object_name"])
            )
        return sorted(rooms, key=lambda room: _place(list(ROOMS), room["app_label"]))

    def get_urls(self):
        see = self.admin_view(self.view_on_site)
        log = self.admin_view(self.audit_log)
        return [
            path("log/", log, name="admin_logentry_changelist"),
            path("r/<int:content_type_id>/<int:object_id>/", see, name="view_on_site"),
            *super().get_urls(),
        ]

    def audit_log(self, request):
        return self.get_model_admin(LogEntry).changelist_view(request)

    def view_on_site(self, request, content_type_id, object_id):
        """To the public page of a row, for who may see that row here: a draft's address is not for everybody."""
        kind = ContentType.objects.filter(pk=content_type_id).first()
        model_admin = self._registry.get(kind.model_class()) if kind else None
        row = model_admin.get_object(request, str(object_id)) if model_admin else None
        if (
            row is None
            or not model_admin.has_view_permission(request, row)
            or not hasattr(row, "get_absolute_url")
        ):
            raise Http404
        return redirect(row.get_absolute_url())


def _place(order: list[str], name: str) -> int:
    return order.index(name) if name in order else len(order)
