"""Outlets and sources in the exchange."""

from django.db.models import QuerySet

from articles.exchange import days, values
from articles.exchange.faults import Faults
from articles.exchange.kinds import Kind
from articles.exchange.making import MADE, made_columns, same_but_made, tell_made
from articles.exchange.table import Record, extra, required
from articles.exchange.world import World
from claims.models import Outlet, Source
from newsroom.lib import clock


def tell_outlet(row: Outlet) -> dict:
    merged = row.merged_into.slug if row.merged_into else ""
    return {"name": row.name, "kind": row.kind, "url": row.url, "merged_into": merged}


def make_outlets(records: list[Record], world: World) -> None:
    names = ("name", "kind", "url")
    world.write(
        records, lambda record: Outlet(slug=record.key, **{name: record.data[name] for name in names})
    )
    world.link(records, "merged_into", "outlet")
    refuse_circles(records, "merged_into", world)


COLUMNS = ("kind", "url", "title", "text", "published_on", "retrieved_at", "archive_url", "embargo_until")


def tell_source(row: Source) -> dict:
    return {
        **{name: getattr(row, name) for name in COLUMNS},
        "outlet": row.outlet.slug if row.outlet else "",
        "repeats": row.repeats.key if row.repeats else "",
        "merged_into": row.merged_into.key if row.merged_into else "",
        "made": tell_made(row.added_at, row.added_by),
    }


def settle_source(record: Record, faults: Faults) -> None:
    """A source without an outlet is a document, and a document has no address of its own."""
    data = record.data
    if not data["outlet"] and data["url"]:
        faults.add(
            record.line, "outlet", "missing: say who published it; a document without an outlet has no url"
        )
    if not data["outlet"]:
        data["kind"] = Source.Kind.DOCUMENT.value


def make_sources(records: list[Record], world: World) -> None:
    def made(record: Record) -> Source:
        columns = {name: record.data[name] for name in COLUMNS}
        added = made_columns(record.data["made"], world)
        return Source(
            key=record.key,
            outlet=world.row("outlet", record.data["outlet"]),
            added_at=added.at or clock.now(),
            added_by=added.by,
            **columns,
        )

    world.write(records, made)
    for record in records:
        record.row.repeats = world.row("source", record.data["repeats"])
    refuse_circles(records, "repeats", world)
    world.faults.settle()
    world.link(records, "repeats", "source")
    world.link(records, "merged_into", "source")
    refuse_circles(records, "merged_into", world)


def refuse_circles(records: list[Record], column: str, world: World) -> None:
    """A chain of keys within one type must come to an end."""
    for record in records:
        seen, row = {record.row.pk}, getattr(record.row, column)
        while row is not None and row.pk not in seen:
            seen.add(row.pk)
            row = getattr(row, column)
        if row is not None and row.pk == record.row.pk:
            world.faults.add(record.line, column, "leads in a circle back to this line")


def full_sources(rows: QuerySet) -> QuerySet:
    return rows.select_related("outlet", "repeats", "merged_into", "added_by")


OUTLET = Kind(
    "outlet",
    Outlet,
    {
        "name": values.named(Outlet, "name"),
        "kind": required(values.choice(Outlet.Kind)),
        "url": values.url(500),
        "merged_into": extra(values.reference("outlet")),
    },
    tell_outlet,
    make_outlets,
    full=lambda rows: rows.select_related("merged_into"),
)
SOURCE = Kind(
    "source",
    Source,
    {
        "outlet": values.reference("outlet"),
        "kind": values.choice(Source.Kind),
        "url": values.url(1000),
        "title": values.named(Source, "title"),
        "text": extra(values.prose()),
        "published_on": days.partial(),
        "retrieved_at": days.instant(),
        "archive_url": values.url(1000),
        "repeats": values.reference("source"),
        "embargo_until": days.instant(),
        "merged_into": extra(values.reference("source")),
        "made": MADE,
    },
    tell_source,
    make_sources,
    slot="key",
    full=full_sources,
    settle=settle_source,
    same=same_but_made,
)
KINDS = (OUTLET, SOURCE)
