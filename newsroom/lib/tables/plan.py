"""What a file would change: judged line by line by the desk's own forms, and written all of it or not at all."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.db import models

from newsroom.lib.tables.columns import Table

NEW, CHANGED, SAME, FAULTY = "new", "changed", "same", "faulty"


@dataclass(frozen=True)
class Line:
    """A line of the file: the row it means, what stands and what would stand, or what is wrong with it."""

    number: int
    what: str
    said: str
    changes: tuple[tuple[str, str, str], ...] = ()
    faults: tuple[str, ...] = ()
    form: forms.ModelForm | None = None
    row: models.Model | None = None


@dataclass(frozen=True)
class Plan:
    lines: list[Line]
    strange: list[str]  # columns that the table does not have; they are left out

    def of(self, what: str) -> list[Line]:
        return [line for line in self.lines if line.what == what]

    @property
    def new(self) -> list[Line]:
        return self.of(NEW)

    @property
    def changed(self) -> list[Line]:
        return self.of(CHANGED)

    @property
    def same(self) -> list[Line]:
        return self.of(SAME)

    @property
    def faulty(self) -> list[Line]:
        return self.of(FAULTY)

    @property
    def to_write(self) -> list[Line]:
        return [] if self.faulty else [*self.new, *self.changed]

    @property
    def seen(self) -> str:
        """A token of all that was shown: with other rows in the catalogue it is another."""
        told = [[line.number, line.what, line.said, line.changes] for line in self.lines]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]


def plan_of(
    table: Table, cells: list[dict[str, str]], prepared: Callable[[dict], None] | None = None
) -> Plan:
    """Nothing is written. `prepared` puts into a form's data what a cell names by another row's key."""
    known, met = table.known(cells), {}
    lines = [
        _line(table, known, met, number, row, prepared)
        for number, row in enumerate(cells, start=2)
        if any(row.values())
    ]
    strange = sorted({name for row in cells for name in row} - set(table.headings))
    return Plan(lines, strange)


def _line(table: Table, known: dict, met: dict, number: int, cells: dict[str, str], prepared) -> Line:
    key = tuple(cells.get(name, "") for name in table.key)
    row, said = known.get(key), " ".join(filter(None, key)) or next(filter(None, cells.values()), "")
    if all(key) and met.setdefault(key, number) != number:
        return Line(number, FAULTY, said, faults=(f"Line {met[key]} is about the same: keep one of them.",))
    data = _as_it_stands(table, row)
    for column in table.columns:
        if column.name in cells:
            column.type_into(data, cells[column.name])
    before = table.told(row) if row else {}
    faults = list(prepared(data) or ()) if prepared else []
    form = table.form(data, instance=row)
    if faults or not form.is_valid():
        return Line(number, FAULTY, said, faults=(*faults, *_faults(form, {} if not faults else data)))
    after = table.told(form.instance)
    changes = tuple(
        (name, before.get(name, ""), after[name])
        for name in table.headings
        if before.get(name, "") != after[name]
    )
    made = " ".join(after[name] for name in table.key)
    if row is None and met.setdefault(tuple(after[name] for name in table.key), number) != number:
        return Line(number, FAULTY, made, faults=("Another line above makes the same: keep one of them.",))
    what = (CHANGED if changes else SAME) if row else NEW
    return Line(number, what, made, changes, form=form, row=row)


def _as_it_stands(table: Table, row: models.Model | None) -> dict:
    """The form's own data, as a browser would send it back."""
    form = table.form(instance=row)
    return {name: _typed(form[name]) for name in form.fields}


def _typed(bound):
    value = bound.field.prepare_value(bound.value())
    return "" if value is None else value


def _faults(form: forms.ModelForm, told: dict):
    """Each with the column that it is about. `told`: something else is wrong that these would follow from."""
    if told:
        return
    for name, errors in form.errors.items():
        for error in errors:
            yield error if name == "__all__" else f"{name}: {error}"
