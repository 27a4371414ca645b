"""Outlets and sources on the desk."""

from django import forms
from django.contrib import admin

from claims.admin.merge_verb import Merge
from claims.models import Outlet, Source
from newsroom.lib.desk import DeskAdmin
from newsroom.lib.desk.tables import WithTables
from newsroom.lib.tables import Column, Table
from newsroom.lib.text import slug_of


class OutletForm(forms.ModelForm):
    slug = forms.SlugField(
        required=False, max_length=100, help_text="Made from the name where you leave it empty."
    )

    class Meta:
        model = Outlet
        fields = ["name", "kind", "url", "slug"]

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.instance.slug or slug_of(self.cleaned_data.get("name") or "")


OUTLETS = Table(
    Outlet.objects.all(),
    OutletForm,
    ("slug",),
    (Column("slug"), Column("name"), Column("kind"), Column("url")),
)


@admin.register(Outlet)
class OutletAdmin(WithTables, DeskAdmin):
    form, table = OutletForm, OUTLETS
    verbs = (Merge,)
    list_display = ["name", "kind", "url"]
    list_filter = ["kind"]
    search_fields = ["name", "slug", "url"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(merged_into=None)


@admin.register(Source)
class SourceAdmin(DeskAdmin):
    verbs = (Merge,)
    autocomplete_fields = ["outlet", "repeats"]
    fieldsets = [
        (None, {"fields": ["outlet", "kind", "title", "url", "published_on"]}),
        ("Where it comes from", {"fields": ["repeats", "retrieved_at", "archive_url", "embargo_until"]}),
        (
            "A text that was received",
            {
                "fields": ["text"],
                "description": "For a document: a text that was received or pasted. Never published.",
            },
        ),
    ]
    list_display = ["title", "outlet", "kind_said", "published_on", "repeats_said"]
    list_filter = ["kind", "outlet__kind"]
    search_fields = ["title", "outlet__name", "url", "key"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(merged_into=None).with_origin()

    def get_form(self, request, obj=None, change=False, **kwargs):
        labels = {"published_on": "Published on", "url": "Address", "archive_url": "Archived at"}
        helps = {
            "published_on": "2026-02-18, 2026-02 or 2026.",
            "repeats": "The source that this one passes on. Independence is counted by who said it first.",
        }
        return super().get_form(request, obj, change=change, labels=labels, help_texts=helps, **kwargs)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.added_by = request.user
        super().save_model(request, obj, form, change)

    @admin.display(description="Kind", ordering="kind")
    def kind_said(self, source):
        return source.get_kind_display()

    @admin.display(description="Repeats")
    def repeats_said(self, source):
        return source.repeats or "–"
