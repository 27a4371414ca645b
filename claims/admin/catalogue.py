"""Platforms, shows, seasons and people on the desk, with what the claims say of them."""

from django.contrib import admin

from claims.admin import lines
from claims.admin.merge_verb import Merge
from newsroom.lib.desk.tables import WithTables
from shows import admin as shows
from shows import tables
from shows.models import Person, Platform, Season, Show


@admin.register(Platform)
class PlatformAdmin(WithTables, shows.PlatformAdmin):
    table = tables.PLATFORMS
    verbs = (Merge,)


@admin.register(Show)
class ShowAdmin(WithTables, shows.ShowAdmin):
    table = tables.SHOWS
    verbs = (Merge,)


@admin.register(Season)
class SeasonAdmin(WithTables, shows.SeasonAdmin):
    table = tables.SEASONS
    unversioned = ("beside",)  # of its claims: it is said on their own pages
    verbs = (Merge,)

    def prepared(self, data):
        return tables.find_show(data)

    def get_inlines(self, request, obj):
        return lines.INLINES if obj else []

    def versioned(self, row):
        return lines.unseen_of(row)

    def locks(self, row):
        return row.show, row

    def save_formset(self, request, form, formset, change):
        lines.save_lines(formset, by=request.user)


@admin.register(Person)
class PersonAdmin(WithTables, shows.PersonAdmin):
    table = tables.PEOPLE
    verbs = (Merge,)
