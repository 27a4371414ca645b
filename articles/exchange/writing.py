"""Authors and disclaimers in the exchange."""

from articles.exchange import days, values
from articles.exchange.kinds import Kind
from articles.exchange.table import Record, extra, required
from articles.exchange.world import World
from articles.models import Author, Disclaimer
from articles.models.disclaimer import BEGINNING, valid_placeholders
from claims.confidence import Confidence


def tell_author(row: Author) -> dict:
    return {
        "name": row.name,
        "bio": row.bio,
        "account": row.account.username if row.account else "",
        "image": row.image.key if row.image else "",
    }


def make_authors(records: list[Record], world: World) -> None:
    taken = {row.account_id: row.slug for row in Author.objects.exclude(account=None)}
    for record in records:
        account = world.account(record.data["account"])
        if account and taken.setdefault(account.pk, record.key) != record.key:
            world.faults.add(record.line, "account", f"belongs to the author “{taken[account.pk]}” already")
    world.faults.settle()

    def made(record: Record) -> Author:
        data = record.data
        return Author(
            slug=record.key,
            name=data["name"],
            bio=data["bio"],
            account=world.account(data["account"]),
            image=world.row("image", data["image"]),
        )

    world.write(records, made)


def tell_disclaimer(row: Disclaimer) -> dict:
    applies_from = None if row.applies_from == BEGINNING else row.applies_from
    return {"text": row.text, "below": row.below, "applies_from": applies_from, "retired_at": row.retired_at}


def make_disclaimers(records: list[Record], world: World) -> None:
    def made(record: Record) -> Disclaimer:
        data = record.data | {"applies_from": record.data["applies_from"] or BEGINNING}
        return Disclaimer(key=record.key, **data)

    world.write(records, made)


AUTHOR = Kind(
    "author",
    Author,
    {
        "name": values.named(Author, "name"),
        "bio": values.prose(),
        "account": values.account(),
        "image": extra(values.reference("image")),
    },
    tell_author,
    make_authors,
    full=lambda rows: rows.select_related("account", "image"),
)
DISCLAIMER = Kind(
    "disclaimer",
    Disclaimer,
    {
        "text": required(values.prose(check=valid_placeholders)),
        "below": values.choice(Confidence),
        "applies_from": extra(days.instant()),
        "retired_at": extra(days.instant()),
    },
    tell_disclaimer,
    make_disclaimers,
    slot="key",
)
KINDS = (AUTHOR, DISCLAIMER)
