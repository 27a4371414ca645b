"""Disclaimers on the desk: a managing editor's words, attached by rule or by hand."""

from django.contrib import admin, messages

from articles import disclaiming
from articles.models import Disclaimer
from newsroom.lib.desk import DeskAdmin


@admin.register(Disclaimer)
class DisclaimerAdmin(DeskAdmin):
    list_display = ["told", "key", "below", "is_offered"]
    list_filter = ["below"]
    search_fields = ["key", "text"]

    @admin.display(description="Words", ordering="text")
    def told(self, disclaimer):
        return str(disclaimer)

    @admin.display(description="In use", boolean=True)
    def is_offered(self, disclaimer):
        return disclaimer.retired_at is None

    def get_search_results(self, request, queryset, search_term):
        found, doubled = super().get_search_results(request, queryset, search_term)
        is_choice = request.resolver_match.url_name == "autocomplete"
        return (found.offered() if is_choice else found), doubled

    def save_model(self, request, obj, form, change):
        """Words that readers may have seen stay as they are; what is typed over them is a new disclaimer."""
        standing = Disclaimer.objects.get(pk=obj.pk) if change else None
        if standing is None or not standing.is_in_use or not form.changed_data:
            super().save_model(request, obj, form, change)
            return
        successor = disclaiming.reword(standing, text=obj.text, below=obj.below)
        told = (
            f"Stories that are out keep the words they had; drafts have the new ones, as “{successor.key}”."
        )
        messages.info(request, told)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.retired_at)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.is_in_use)

    def get_readonly_fields(self, request, obj=None):
        """Its key is its name in the exchange."""
        return ["key"] if obj else []
