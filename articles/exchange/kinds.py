"""What a type of line is: its table, its rows, and the way from one to the other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import F, Model, QuerySet
from django.db.models.functions import Collate

from articles.exchange.faults import Faults
from articles.exchange.table import Record, Table, written

if TYPE_CHECKING:
    from articles.exchange.world import World

CHUNK = 500  # keys in one query: SQLite takes only so many parameters


def chunks(items: Iterable) -> Iterator[list]:
    items = list(items)
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def by_bytes(column: str) -> Collate | F:
    """The order of a column as SQLite has it, whatever PostgreSQL's locale says of hyphens."""
    return Collate(column, "C") if connection.vendor == "postgresql" else F(column)


@dataclass(frozen=True)
class Kind:
    """One type of line.

    `tell` gives a row as a record's data, `full` loads what it needs; `make` writes new rows; `settle` checks
    and fills what concerns several fields of one record; `same` adjusts what a row tells before it is
    compared with a line; `shown` picks the fields worth writing.
    """

    name: str
    model: type[Model]
    table: Table
    tell: Callable[[Any], dict[str, Any]]
    make: Callable[[list[Record], "World"], None]
    slot: str = "slug"
    full: Callable[[QuerySet], QuerySet] = lambda rows: rows
    settle: Callable[[Record, Faults], None] = lambda record, faults: None
    same: Callable[[Record, dict], dict] = lambda record, told: told
    left_out: Callable[[dict], frozenset[str]] = lambda data: frozenset()

    def find(self, keys: Iterable[str], rows: QuerySet | None = None) -> dict[str, Any]:
        """Rows by their own key."""
        rows = self.model._base_manager.all() if rows is None else rows
        found: dict[str, Any] = {}
        for some in chunks(keys):
            found |= {getattr(row, self.slot): row for row in rows.filter(**{f"{self.slot}__in": some})}
        return found

    def led(self, keys: Iterable[str]) -> dict[str, Any]:
        """Rows to which a former key leads; none where keys never change."""
        return {}

    def key_of(self, row: Model) -> str:
        return getattr(row, self.slot)

    def rows(self) -> QuerySet:
        """All that is exported, in its order."""
        return self.full(self.model._base_manager.order_by(by_bytes(self.slot)))

    def line(self, row: Model) -> dict[str, Any]:
        """A row as an object of the file."""
        data = self.tell(row)
        return {"type": self.name, "key": self.key_of(row), **written(data, self.table, self.left_out(data))}
