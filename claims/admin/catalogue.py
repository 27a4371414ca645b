"""Platforms, shows, seasons and people on the desk, with what the claims say of them."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

from claims.admin.merge_verb import Merge
from claims.models import Casting, Milestone
from shows import admin as shows
from shows.models import Person, Platform, Season, Show


class ClaimsInline(admin.TabularInline):
    """What is claimed of a season: to be read here, and changed on each claim's own page."""

    fields = readonly_fields = ["said", "level", "release"]
    extra = max_num = 0
    can_delete = False

    def get_queryset(self, request):
        claims = super().get_queryset(request).filter(merged_into=None)
        return claims.with_held().select_related("judgement")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description="Claim")
    def said(self, claim):
        url = reverse(f"admin:claims_{claim.kind}_change", args=[claim.pk])
        return format_html('<a href="{}">{}</a>', url, claim.held.said if claim.held else claim.said)

    @admin.display(description="With readers")
    def level(self, claim):
        return claim.held.confidence.label if claim.held else "–"

    @admin.display(description="On the desk")
    def release(self, claim):
        return claim.judgement.get_level_display() if hasattr(claim, "judgement") else "–"


class MilestoneInline(ClaimsInline):
    model = Milestone


class CastingInline(ClaimsInline):
    model = Casting


@admin.register(Platform)
class PlatformAdmin(shows.PlatformAdmin):
    verbs = (Merge,)


@admin.register(Show)
class ShowAdmin(shows.ShowAdmin):
    verbs = (Merge,)


@admin.register(Season)
class SeasonAdmin(shows.SeasonAdmin):
    verbs = (Merge,)

    def get_inlines(self, request, obj):
        return [MilestoneInline, CastingInline] if obj else []


@admin.register(Person)
class PersonAdmin(shows.PersonAdmin):
    verbs = (Merge,)
