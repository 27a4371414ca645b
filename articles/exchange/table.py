"""The field table: what an object of the exchange may hold, and how it is read and written."""

import difflib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from articles.exchange.faults import Faults, Unfit
from newsroom.lib.text import line

ABSENT: Any = object()  # a default: the field stays out of the record, to be filled from elsewhere


@dataclass
class Reference:
    """A key that names another record or row. `holder[slot]` is where it stands in the record's data; `type`
    may leave a choice, as in `claim|source`."""

    type: str
    holder: Any
    slot: Any
    path: str
    is_ordered: bool = False

    @property
    def types(self) -> list[str]:
        return [name for name in self.type.split("|") if name]

    @property
    def key(self) -> str:
        return self.holder[self.slot]


@dataclass
class Record:
    """One line, checked and filled. `row` is what it became, or what stood in the newsroom before."""

    line: int
    type: str
    key: str
    data: dict[str, Any] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    accounts: set[str] = field(default_factory=set)
    row: Any = None
    is_whole: bool = True


@dataclass(frozen=True)
class Place:
    """Where a value stands: its record, its path within it, and where faults go."""

    record: Record
    faults: Faults
    path: str = ""

    def at(self, name: str | int) -> "Place":
        step = f"[{name}]" if isinstance(name, int) else f".{name}" if self.path else name
        return replace(self, path=f"{self.path}{step}")

    def refers(self, type: str, holder: Any, slot: Any, is_ordered: bool = False) -> None:
        self.record.references.append(Reference(type, holder, slot, self.path, is_ordered))


def plain(value: Any) -> Any:
    """A value as JSON has it: an empty text is null, an instant in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


@dataclass(frozen=True)
class Field:
    """One field. `refers` names the type that its key, or its keys, belong to."""

    read: Callable[[Any, Place], Any]
    default: Any = None
    absent: Any = None
    is_required: bool = False
    is_extra: bool = False
    refers: str = ""
    is_ordered: bool = False
    write: Callable[[Any], Any] = plain

    def fresh(self) -> Any:
        return self.default.copy() if isinstance(self.default, list | dict) else self.default

    @property
    def when_absent(self) -> Any:
        return self.fresh() if self.absent is None else self.absent


Table = dict[str, Field]


def required(found: Field) -> Field:
    return replace(found, is_required=True)


def extra(found: Field) -> Field:
    """Not among the contract's fields: written when set alone."""
    return replace(found, is_extra=True)


def read_object(raw: Any, table: Table, place: Place) -> dict[str, Any]:
    """Every field of the table, checked; what is wrong goes to the faults, each under its own name."""
    if not isinstance(raw, dict):
        raise Unfit(f"takes an object, not {said_type(raw)}")
    data: dict[str, Any] = {}
    for name in [name for name in raw if name not in table]:
        place.faults.add(
            place.record.line, place.at(line(name)[:60]).path, f"unknown field{_meant(name, table)}"
        )
    for name, found in table.items():
        here = place.at(name)
        with place.faults.catching(place.record.line, here.path):
            _read_field(raw, name, found, here, data)
    return data


def _read_field(raw: dict, name: str, found: Field, here: Place, data: dict) -> None:
    value = raw.get(name)
    if value is None and found.is_required:
        raise Unfit("missing")
    if value is None:
        fresh = found.fresh() if name in raw else found.when_absent
        if fresh is not ABSENT:
            data[name] = fresh
        return
    data[name] = found.read(value, here)
    if found.is_required and data[name] == "":
        raise Unfit("empty")
    if found.refers and isinstance(data[name], list):
        for slot in range(len(data[name])):
            here.at(slot).refers(found.refers, data[name], slot, found.is_ordered)
    elif found.refers and data[name]:
        here.refers(found.refers, data, name)


def written(data: dict[str, Any], table: Table, leave: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The object as it stands in a file, in the table's order; extra fields where they say something."""
    return {
        name: found.write(data[name])
        for name, found in table.items()
        if name in data and name not in leave and not (found.is_extra and data[name] == found.fresh())
    }


def said_type(raw: Any) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(raw), "null")


def _meant(name: str, table: Table) -> str:
    close = difflib.get_close_matches(name[:60], table, n=1)
    return f': did you mean "{close[0]}"?' if close else ""
