"""The catalogue's forms. They are registered in claims.admin, which adds what claims say and how rows merge."""

import json

from django import forms
from django.contrib import admin
from django.db.models import Q

from newsroom.lib.desk import DeskAdmin, LinesField, PairsField
from newsroom.lib.text import slug_of
from shows import renaming
from shows.models import Person, Platform, Season, Show, valid_external_ids

SERVICES = ("tmdb", "imdb", "tvmaze", "wikidata")


class EntryForm(forms.ModelForm):
    """A form of what has an address made of its name."""

    named_by = "name"

    slug = forms.SlugField(
        label="Address", required=False, max_length=100,
        help_text="Made from the name where you leave it empty. The old address keeps working when you change it.",
    )  # fmt: skip

    def clean_slug(self):
        return self.cleaned_data["slug"] or self.instance.slug

    def clean(self):
        given = super().clean()
        slug = given.get("slug") or self._made(given.get(self.named_by) or "")
        if slug and "slug" not in self.errors:
            given["slug"] = slug
            if renaming.led_elsewhere(self.instance, slug):
                self.add_error(
                    "slug", "This address was another's before and still leads there: choose another."
                )
        return given

    def _made(self, name: str) -> str:
        slug = slug_of(name)
        if name and slug == "item":
            self.add_error(
                "slug", "No address can be made of this name, which has no Latin letters: write one."
            )
            return ""
        return slug


class PlatformForm(EntryForm):
    class Meta:
        model = Platform
        fields = ["name", "slug", "url"]


class NamedForm(EntryForm):
    aliases = LinesField(help_text="Other names and spellings it is found by, one a line.")
    external_ids = PairsField(names=SERVICES, label="Ids elsewhere", validators=[valid_external_ids])


class ShowForm(NamedForm):
    named_by = "title"
    genres = LinesField()

    class Meta:
        model = Show
        fields = [
            *(
                "title",
                "slug",
                "kind",
                "original_title",
                "aliases",
                "country",
                "genres",
                "external_ids",
                "image",
            ),
        ]

    def clean_country(self):
        country = self.cleaned_data["country"].upper()
        if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
            raise forms.ValidationError("Give two letters: KR, US, GB.")
        return country


class PersonForm(NamedForm):
    class Meta:
        model = Person
        fields = ["name", "slug", "sort_name", "native_name", "aliases", "external_ids", "image"]


class EntryAdmin(DeskAdmin):
    """An address that is changed leads on; merged duplicates are out of sight."""

    def get_queryset(self, request):
        return super().get_queryset(request).current()

    def save_model(self, request, obj, form, change):
        former = form.initial.get("slug") if change else ""
        super().save_model(request, obj, form, change)
        if former:
            renaming.remember(obj, former)


class WithAliases(EntryAdmin):
    """Found by each word of any name, in any order."""

    alias_fields: tuple[str, ...] = ("aliases",)

    def get_search_results(self, request, queryset, search_term):
        for word in search_term.replace("\0", "").split()[:10]:
            found = Q()
            for name in self.search_fields:
                found |= Q(**{f"{name}__icontains": word})
            # As JSON holds it: SQLite keeps what is not ASCII escaped.
            for spelling in {word, json.dumps(word)[1:-1], json.dumps(word.capitalize())[1:-1]}:
                found |= Q(aliases__icontains=spelling)
            queryset = queryset.filter(found)
        return queryset, False


class PlatformAdmin(EntryAdmin):
    form = PlatformForm
    list_display = ["name", "slug", "url"]
    search_fields = ["name", "slug"]


class SeasonLine(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and "number" in self.fields:
            self.fields["number"].disabled = True  # it is the season's address


class SeasonInline(admin.TabularInline):
    model = Season
    form = SeasonLine
    fields = ["number", "title"]
    extra = 0
    show_change_link = True
    can_delete = False

    def get_queryset(self, request):
        return super().get_queryset(request).filter(merged_into=None)


class CountryFilter(admin.AllValuesFieldListFilter):
    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice | {"display": choice["display"] or "None given"}


class ShowAdmin(WithAliases):
    form = ShowForm
    inlines = [SeasonInline]
    autocomplete_fields = ["image"]
    list_display = ["title", "kind", "original_title", "country"]
    list_filter = ["kind", ("country", CountryFilter)]
    search_fields = ["title", "original_title", "slug"]


class SeasonAdmin(DeskAdmin):
    fields = ["show", "number", "title"]
    autocomplete_fields = ["show"]
    list_display = ["__str__", "title"]
    search_fields = ["show__title", "show__original_title", "show__slug", "title", "=number"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(merged_into=None).with_show()

    def get_readonly_fields(self, request, obj=None):
        """They are its address, which pages and feeds have named."""
        return ["show", "number"] if obj else []

    def get_search_results(self, request, queryset, search_term):
        words = [word for word in search_term.split() if word.casefold() != "season"]
        return super().get_search_results(request, queryset, " ".join(words))


class PersonAdmin(WithAliases):
    form = PersonForm
    autocomplete_fields = ["image"]
    list_display = ["name", "native_name", "sort_name", "also"]
    search_fields = ["name", "native_name", "sort_name", "slug"]

    @admin.display(description="Also known as")
    def also(self, person):
        return ", ".join(person.aliases)
