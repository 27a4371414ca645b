"""Platforms, shows, seasons and people in the exchange.

A merged duplicate is no line of its own: its address is a former slug of what it was merged into.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.exchange import values
from articles.exchange.faults import Faults
from articles.exchange.kinds import Kind, by_bytes, chunks
from articles.exchange.table import Record, extra, required
from articles.exchange.world import World
from shows.models import FormerSlug, Person, Platform, Season, Show, valid_external_ids


class Entries(Kind):
    """What has a page by its name, and former addresses that lead there."""

    def rows(self) -> QuerySet:
        return super().rows().filter(merged_into=None)

    def led(self, keys: Iterable[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for some in chunks(keys):
            merged = self.model.objects.filter(slug__in=some).exclude(merged_into=None)
            found |= {row.slug: survivor(row) for row in merged.select_related("merged_into")}
            former = FormerSlug.objects.filter(slug__in=some).exclude(**{self.name: None})
            found |= {one.slug: survivor(getattr(one, self.name)) for one in former.select_related(self.name)}
        return found


def survivor(row):
    """What a row was merged into in the end."""
    while row.merged_into_id:
        row = row.merged_into
    return row


def with_former_slugs(rows: QuerySet) -> QuerySet:
    duplicates = rows.model._base_manager.filter(merged_into=OuterRef("pk"))
    return rows.annotate(has_duplicates=Exists(duplicates)).prefetch_related("former_slugs")


def former_slugs(row) -> list[str]:
    """Every address that leads to it, those of merged duplicates among them."""
    slugs = {former.slug for former in row.former_slugs.all()}
    if row.has_duplicates:
        for duplicate in with_former_slugs(type(row).objects.filter(merged_into=row)):
            slugs |= {duplicate.slug, *former_slugs(duplicate)}
    return sorted(slugs)


def make_former_slugs(records: list[Record], name: str, world: World) -> None:
    model = world.kinds[name].model
    wanted = [(slug, record) for record in records for slug in record.data["former_slugs"]]
    slugs = [slug for slug, _ in wanted]
    taken = {*model.objects.filter(slug__in=slugs).values_list("slug", flat=True)}
    taken |= {
        *FormerSlug.objects.filter(slug__in=slugs).exclude(**{name: None}).values_list("slug", flat=True)
    }
    for slug, record in wanted:
        if slug in taken:
            world.faults.add(record.line, "former_slugs", f"“{slug}” is the address of another {name}")
        taken.add(slug)
    world.faults.settle()
    FormerSlug.objects.bulk_create(FormerSlug(slug=slug, **{name: record.row}) for slug, record in wanted)


def tell_platform(row: Platform) -> dict:
    return {"name": row.name, "url": row.url, "former_slugs": former_slugs(row)}


def make_platforms(records: list[Record], world: World) -> None:
    names = dict(Platform.objects.values_list("name", "slug"))
    for record in records:
        if (other := names.setdefault(record.data["name"], record.key)) != record.key:
            world.faults.add(record.line, "name", f"the platform “{other}” has this name already")
    world.faults.settle()
    world.write(records, lambda record: Platform(slug=record.key, **_columns(record)))
    make_former_slugs(records, "platform", world)


def tell_show(row: Show) -> dict:
    names = ("kind", "title", "original_title", "aliases", "country", "genres", "external_ids")
    return {
        **{name: getattr(row, name) for name in names},
        "image": row.image.key if row.image else "",
        "former_slugs": former_slugs(row),
    }


def make_shows(records: list[Record], world: World) -> None:
    def made(record: Record) -> Show:
        return Show(slug=record.key, **_columns(record) | {"image": world.row("image", record.data["image"])})

    world.write(records, made)
    make_former_slugs(records, "show", world)


def tell_person(row: Person) -> dict:
    names = ("name", "sort_name", "native_name", "aliases", "external_ids")
    return {
        **{name: getattr(row, name) for name in names},
        "image": row.image.key if row.image else "",
        "former_slugs": former_slugs(row),
    }


def make_people(records: list[Record], world: World) -> None:
    def made(record: Record) -> Person:
        return Person(
            slug=record.key, **_columns(record) | {"image": world.row("image", record.data["image"])}
        )

    world.write(records, made)
    make_former_slugs(records, "person", world)


def _columns(record: Record) -> dict:
    return {name: value for name, value in record.data.items() if name != "former_slugs"}


class Seasons(Kind):
    """A season's key is its show's and its number."""

    def find(self, keys: Iterable[str], rows: QuerySet | None = None) -> dict[str, Any]:
        rows = Season.objects.with_show() if rows is None else rows
        found = {}
        for some in chunks(key.rpartition("/") for key in keys):
            named = Q(pk=None)
            for show, _, number in some:
                if number.isascii() and number.isdigit() and len(number) < 6:
                    named |= Q(show__slug=show, number=int(number))
            found |= {row.key: row for row in rows.filter(named)}
        return found

    def led(self, keys: Iterable[str]) -> dict[str, Any]:
        """A season under a former address of its show."""
        shows = SHOW.led({key.rpartition("/")[0] for key in keys})
        today = {key: f"{shows[show].slug}/{number}" for key in keys
                 for show, _, number in (key.rpartition("/"),) if show in shows}  # fmt: skip
        found = self.find(today.values())
        return {key: found[name] for key, name in today.items() if name in found}

    def key_of(self, row: Season) -> str:
        return row.key

    def rows(self) -> QuerySet:
        return self.full(Season.objects.filter(show__merged_into=None)).order_by(
            by_bytes("show__slug"), "number"
        )


def tell_season(row: Season) -> dict:
    merged = row.merged_into.key if row.merged_into else ""
    return {"show": row.show.slug, "number": row.number, "title": row.title, "merged_into": merged}


def settle_season(record: Record, faults: Faults) -> None:
    expected = f"{record.data['show']}/{record.data['number']}"
    if record.key != expected:
        faults.add(record.line, "key", f"a season's key is its show and number, “{expected}”")


def make_seasons(records: list[Record], world: World) -> None:
    def made(record: Record) -> Season:
        show = world.row("show", record.data["show"])
        return Season(show=show, number=record.data["number"], title=record.data["title"])

    world.write(records, made)
    world.link(records, "merged_into", "season")


PLATFORM = Entries(
    "platform",
    Platform,
    {
        "name": values.named(Platform, "name"),
        "url": values.url(200),
        "former_slugs": extra(values.slugs()),
    },
    tell_platform,
    make_platforms,
    full=with_former_slugs,
)
SHOW = Entries(
    "show",
    Show,
    {
        "kind": values.choice(Show.Kind, Show.Kind.SERIES.value),
        "title": values.named(Show, "title"),
        "original_title": values.words(Show, "original_title"),
        "aliases": values.names(),
        "country": values.words(Show, "country"),
        "genres": values.names(),
        "external_ids": values.external_ids(valid_external_ids),
        "image": values.reference("image"),
        "former_slugs": values.slugs(),
    },
    tell_show,
    make_shows,
    full=lambda rows: with_former_slugs(rows.select_related("image")),
)
SEASON = Seasons(
    "season",
    Season,
    {
        "show": required(values.reference("show")),
        "number": required(values.whole(32767)),
        "title": values.words(Season, "title"),
        "merged_into": extra(values.reference("season")),
    },
    tell_season,
    make_seasons,
    full=lambda rows: rows.select_related("show", "merged_into__show"),
    settle=settle_season,
)
PERSON = Entries(
    "person",
    Person,
    {
        "name": values.named(Person, "name"),
        "sort_name": values.words(Person, "sort_name"),
        "native_name": values.words(Person, "native_name"),
        "aliases": values.names(),
        "external_ids": values.external_ids(valid_external_ids),
        "image": values.reference("image"),
        "former_slugs": values.slugs(),
    },
    tell_person,
    make_people,
    full=lambda rows: with_former_slugs(rows.select_related("image")),
)
KINDS = (PLATFORM, SHOW, SEASON, PERSON)
