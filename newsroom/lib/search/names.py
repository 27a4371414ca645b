"""Names: an index that follows a column of the rows themselves, whoever writes there."""

from django.db import connection, models

from newsroom.lib.search import postgresql, sqlite
from newsroom.lib.search.query import Query
from newsroom.lib.search.words import names


class NamesField(models.TextField):
    """The words of all the names that a row has in other columns; made anew however the row is saved."""

    def __init__(self, *columns: str, **options):
        self.columns = columns
        super().__init__(**{"editable": False, "default": ""} | options)

    def deconstruct(self):
        name, path, args, options = super().deconstruct()
        return name, path, [*args, *self.columns], options

    def of(self, row: models.Model) -> str:
        given = (getattr(row, name) for name in self.columns)
        return names(
            *(one for value in given for one in (value if isinstance(value, list) else [value or ""]))
        )

    def pre_save(self, model_instance, add):
        setattr(model_instance, self.attname, self.of(model_instance))
        return getattr(model_instance, self.attname)


class Names:
    """Rows that are found by the words of their column `found_by`."""

    column = "found_by"

    def __init__(self, name: str):
        self.name = name

    def __set_name__(self, model, name):
        self.model = model

    def matching(self, rows: models.QuerySet, query: Query) -> models.QuerySet:
        """Those that have every word in one of their names."""
        table = rows.model._meta.db_table
        if connection.vendor == "postgresql":
            match = f"{postgresql.names_vector(table, self.column)} @@ %s::tsquery"
            return rows.extra(where=[match], params=[postgresql.written(query)])
        joined = f'"{table}"."id" = "{self.name}".rowid'
        match, told = sqlite.match(self.name, query)
        return rows.extra(tables=[self.name], where=[joined, match], params=told)
