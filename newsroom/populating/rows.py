"""Rows in bulk: tuples with ids of their own, by executemany on SQLite and by COPY on PostgreSQL."""

from collections.abc import Callable
from datetime import UTC

from django.db import connection, models

BATCH = 2000
WORDED = (models.DateField, models.JSONField)  # whose values the database is told otherwise than Python


class Table:
    """The rows to come of one model. Columns that are not named have the field's default."""

    def __init__(self, model, names: tuple[str, ...]):
        fields = {field.attname: field for field in model._meta.concrete_fields}
        rest = [field for name, field in fields.items() if name not in ("id", *names)]
        told = [fields[name] for name in ("id", *names)]
        self.model, self.rows = model, []
        self.columns = [field.column for field in (*told, *rest)]
        self.adapt = [
            (place, _adapter(field)) for place, field in enumerate(told) if isinstance(field, WORDED)
        ]
        self.defaults = tuple(
            field.get_db_prep_save(field.get_default(), connection=connection) for field in rest
        )
        self.last = model._base_manager.aggregate(last=models.Max("pk"))["last"] or 0

    def reserve(self) -> int:
        """The id of a row that is to come."""
        self.last += 1
        return self.last

    def add(self, *values) -> int:
        """Queue a row; its id."""
        return self.put(self.reserve(), *values)

    def put(self, pk: int, *values) -> int:
        """Queue the row of an id that was reserved."""
        row = [pk, *values]
        for place, adapt in self.adapt:
            if row[place] is not None:
                row[place] = adapt(row[place])
        self.rows.append((*row, *self.defaults))
        if len(self.rows) >= BATCH:
            self.flush()
        return pk

    def flush(self) -> None:
        rows, self.rows = self.rows, []
        if not rows:
            return
        table, columns = self.model._meta.db_table, ", ".join(f'"{column}"' for column in self.columns)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
                    for row in rows:
                        copy.write_row(row)
            else:
                marks = ", ".join(["%s"] * len(self.columns))
                cursor.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)


def _adapter(field) -> Callable:
    """Instants as Django stores them, without what it asks of each: there are tens for each story."""
    if connection.vendor == "sqlite" and isinstance(field, models.DateTimeField):
        return lambda value: str(value.astimezone(UTC).replace(tzinfo=None))
    if isinstance(field, models.DateField):
        return str if connection.vendor == "sqlite" else lambda value: value
    return lambda value: field.get_db_prep_save(value, connection=connection)


class Writer:
    """Tables by model; what is queued at the end is written at the end."""

    def __init__(self):
        self.tables: dict[type, Table] = {}

    def __enter__(self):
        return self

    def __exit__(self, kind, *rest):
        if kind is None:
            for table in self.tables.values():
                table.flush()

    def table(self, model, *names: str) -> Table:
        if model not in self.tables:
            self.tables[model] = Table(model, names)
        return self.tables[model]

    def links(self, model, name: str) -> Table:
        """The rows of a many-to-many field: from here, to there."""
        field = model._meta.get_field(name)
        ends = field.m2m_column_name(), field.m2m_reverse_name()
        return self.table(field.remote_field.through, *ends)

    def models(self) -> list[type]:
        return list(self.tables)
