"""Disclaimers on the desk: a managing editor's words, attached by rule or by hand."""

from django.contrib import admin

from articles.models import Disclaimer
from newsroom.lib.desk import DeskAdmin


@admin.register(Disclaimer)
class DisclaimerAdmin(DeskAdmin):
    list_display = ["told", "key", "below"]
    list_filter = ["below"]
    search_fields = ["key", "text"]

    @admin.display(description="Words", ordering="text")
    def told(self, disclaimer):
        return str(disclaimer)

    def get_readonly_fields(self, request, obj=None):
        """Its key is its name in the exchange."""
        return ["key"] if obj else []
