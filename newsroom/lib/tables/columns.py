"""What a table of the catalogue has in its columns, told from a row and typed into the row's form."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django import forms
from django.db import models

APART = " | "  # between the names in one cell


@dataclass(frozen=True)
class Column:
    """A plain field, under its own name."""

    name: str

    def told(self, row: models.Model) -> str:
        value = getattr(row, self.name)
        return "" if value is None else str(value)

    def type_into(self, data: dict, text: str) -> None:
        data[self.name] = text


class Names(Column):
    """Several names in one cell, with “ | ” between them."""

    def told(self, row):
        return APART.join(getattr(row, self.name))

    def type_into(self, data, text):
        data[self.name] = "\n".join(part.strip() for part in text.split("|"))


@dataclass(frozen=True)
class Ids(Column):
    """The id of one service; the other services' stay."""

    within: str = "external_ids"

    def told(self, row):
        return getattr(row, self.within).get(self.name, "")

    def type_into(self, data, text):
        known = dict(line.split(": ", 1) for line in data[self.within].splitlines() if ": " in line)
        known.pop(self.name, None)
        if text:
            known[self.name] = text
        data[self.within] = "\n".join(f"{name}: {value}" for name, value in known.items())


@dataclass(frozen=True)
class Table:
    """`key` names the columns by which a row is found again; `form` judges and saves it as the desk's page does."""

    rows: models.Manager
    form: type[forms.ModelForm]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    looks_up: dict[str, str] = field(
        default_factory=dict
    )  # of a column that is no field: the lookup of its name

    @property
    def headings(self) -> list[str]:
        return [column.name for column in self.columns]

    def told(self, row: models.Model) -> dict[str, str]:
        return {column.name: column.told(row) for column in self.columns}

    def current(self) -> models.QuerySet:
        return self.rows.filter(merged_into=None)

    def known(self, cells: Iterable[dict[str, str]]) -> dict[tuple, models.Model]:
        """The rows there are of those that these lines name, by their key as it stands in a file."""
        first = self.looks_up.get(self.key[0], self.key[0])
        named = {line.get(self.key[0], "") for line in cells} - {""}
        found = self.current().filter(**{f"{first}__in": named})
        return {tuple(self.told(row)[name] for name in self.key): row for row in found}
