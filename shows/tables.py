"""The catalogue as tables: which columns a show, a season, a person and a platform have in a file."""

from django import forms

from newsroom.lib.tables import Column, Ids, Names, Table
from shows.admin import SERVICES, PersonForm, PlatformForm, ShowForm
from shows.models import Person, Platform, Season, Show


class SeasonForm(forms.ModelForm):
    class Meta:
        model = Season
        fields = ["show", "number", "title"]


class ShowColumn(Column):
    """A season's show, by its address."""

    def told(self, row):
        return row.show.slug


IDS = tuple(Ids(name) for name in SERVICES)
PLATFORMS = Table(
    Platform.objects.all(), PlatformForm, ("slug",), (Column("slug"), Column("name"), Column("url"))
)
SHOWS = Table(
    Show.objects.all(),
    ShowForm,
    ("slug",),
    (
        *(Column("slug"), Column("title"), Column("kind"), Column("original_title"), Names("aliases")),
        *(Column("country"), Names("genres"), *IDS),
    ),
)
SEASONS = Table(
    Season.objects.with_show(),
    SeasonForm,
    ("show", "number"),
    (ShowColumn("show"), Column("number"), Column("title")),
    {"show": "show__slug"},
)
PEOPLE = Table(
    Person.objects.all(),
    PersonForm,
    ("slug",),
    (
        *(Column("slug"), Column("name"), Column("sort_name"), Column("native_name")),
        *(Names("aliases"), *IDS),
    ),
)


def find_show(data: dict):
    """A season's show from its address in the file, as the form wants it; yields what is wrong with it."""
    slug = str(data["show"])
    show = Show.objects.current().filter(slug=slug).first() if slug else None
    data["show"] = show.pk if show else ""
    if not slug:
        yield "show: Say which show, by the last part of its address."
    elif show is None:
        yield f"show: There is no show “{slug}” in the catalogue: import it first, or mend the address."
