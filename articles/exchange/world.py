"""What a file's keys mean: its own records, and the rows that stand in the newsroom already."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Model

from articles.exchange.faults import Faults
from articles.exchange.kinds import Kind, chunks
from articles.exchange.table import Record, Reference

BATCH = 500  # rows in one INSERT


class World:
    """Records and rows by type and key, and the accounts by name."""

    def __init__(self, kinds: dict[str, Kind], faults: Faults):
        self.kinds, self.faults = kinds, faults
        self.records: dict[str, dict[str, Record]] = {name: {} for name in kinds}
        self.found: dict[str, dict[str, Any]] = {name: {} for name in kinds}
        self.accounts: dict[str, Any] = {}
        self.folder = Path()  # where the pictures lie that the lines name
        self.digests: set[str] = set()  # of the pictures whose files this import writes
        self.laid_out: dict[str, Any] = {}  # images by key, their files written, their rows not yet

    def of(self, name: str) -> list[Record]:
        return list(self.records[name].values())

    def all_records(self) -> list[Record]:
        return [record for records in self.records.values() for record in records.values()]

    def row(self, name: str, key: str) -> Any:
        """The row of a key, made or found; None for no key."""
        if not key:
            return None
        record = self.records[name].get(key)
        return record.row if record else self.found[name][key]

    def knows(self, name: str, key: str) -> bool:
        return key in self.records[name] or key in self.found[name]

    def resolve(self) -> None:
        """Look every reference up; one to a former address then names today's."""
        references = [(record, one) for record in self.all_records() for one in record.references]
        wanted: dict[str, set[str]] = {name: set() for name in self.kinds}
        for _, reference in references:
            for name in reference.types:
                if reference.key not in self.records[name]:
                    wanted[name].add(reference.key)
        for name, keys in wanted.items():
            self._look_up(self.kinds[name], keys)
        for record, reference in references:
            self._settle(record, reference)
        for _, reference in references:
            if isinstance(reference.holder, list) and "|" not in reference.type and not reference.is_ordered:
                reference.holder[:] = sorted(set(reference.holder))

    def _look_up(self, kind: Kind, keys: set[str]) -> None:
        found = kind.find(keys) | kind.led(keys)
        self.found[kind.name] |= found | {kind.key_of(row): row for row in found.values()}

    def _settle(self, record: Record, reference: Reference) -> None:
        name = next((name for name in reference.types if self.knows(name, reference.key)), None)
        if name is None:
            said = " or ".join(reference.types)
            self.faults.add(record.line, reference.path, f"there is no {said} “{reference.key[:80]}”")
        elif "|" in reference.type:
            reference.holder[reference.slot] = (name, reference.key)
        elif reference.key in self.found[name] and reference.key not in self.records[name]:
            reference.holder[reference.slot] = self.kinds[name].key_of(self.found[name][reference.key])

    def account(self, name: str) -> Any:
        return self.accounts[name] if name else None

    def write(self, records: list[Record], made: Callable[[Record], Model]) -> None:
        """Make a row of each record, many at once."""
        for record in records:
            record.row = made(record)
        if records:
            type(records[0].row)._base_manager.bulk_create([r.row for r in records], batch_size=BATCH)

    def link(self, records: list[Record], column: str, name: str) -> None:
        """Set a key between rows of one type, now that all of them stand."""
        linked = [record for record in records if record.data[column]]
        for record in linked:
            setattr(record.row, column, self.row(name, record.data[column]))
        if linked:
            type(linked[0].row)._base_manager.bulk_update([r.row for r in linked], [column], batch_size=BATCH)

    def join_all(self, model: type[Model], column: str, told: list[tuple[Any, list[str]]], name: str) -> None:
        """Write the links of a many-to-many field: `told` pairs a row with the keys that it names."""
        field = model._meta.get_field(column)
        through = field.remote_field.through
        near = through._meta.get_field(field.m2m_field_name()).attname
        far = through._meta.get_field(field.m2m_reverse_field_name()).attname
        links = [through(**{near: row.pk, far: self.row(name, key).pk}) for row, keys in told for key in keys]
        through._base_manager.bulk_create(links, batch_size=BATCH)

    def find_accounts(self, names: set[str]) -> None:
        """Accounts by name; unknown ones are made without a usable password and without rights."""
        User = get_user_model()
        for some in chunks(sorted(names)):
            self.accounts |= {user.username: user for user in User.objects.filter(username__in=some)}
        for name in sorted(names - self.accounts.keys()):
            self.accounts[name] = User.objects.create_user(name)
