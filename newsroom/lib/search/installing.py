"""Making the tables that are searched, after every migration, and looking whether they stand."""

from collections.abc import Iterator

from django.apps import apps
from django.db import connections, transaction

from newsroom.lib.search import postgresql, sqlite
from newsroom.lib.search.documents import Documents
from newsroom.lib.search.names import Names


def searched(kind: type) -> Iterator:
    """The indexes of one kind, from the models' own word."""
    for model in apps.get_models():
        index = vars(model).get("searched_by")
        if isinstance(index, kind):
            yield index


def install(using: str = "default") -> None:
    """Put in place what is missing. What was flushed with its rows, or missed some of them, begins anew."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    make_documents, make_names = _MAKE[connection.vendor]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for index in searched(Documents):
            make_documents(cursor, index, tables)
            if index.model._meta.db_table in tables and not index.model._base_manager.using(using).exists():
                cursor.execute(f'DELETE FROM "{index.name}"')
        for index in searched(Names):
            if index.model._meta.db_table in tables:
                make_names(cursor, index)


def _documents_on_sqlite(cursor, index: Documents, tables: set[str]) -> None:
    if index.name not in tables:
        cursor.execute(sqlite.table(index.name))


def _documents_on_postgresql(cursor, index: Documents, tables: set[str]) -> None:
    for statement in postgresql.table(index.name):
        cursor.execute(statement)


def _names_on_sqlite(cursor, index: Names) -> None:
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE name LIKE %s", [f"{index.name}%"])
    standing, source = dict(cursor.fetchall()), index.model._meta.db_table
    wanted = sqlite.following(index.name, source, index.column)
    if index.name not in standing:
        cursor.execute(sqlite.table(index.name))
    if {name: standing.get(name) for name in wanted} == wanted:
        return
    for name, trigger in wanted.items():
        cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
        cursor.execute(trigger)
    refill_names(cursor, index)


def _names_on_postgresql(cursor, index: Names) -> None:
    source = index.model._meta.db_table
    vector = postgresql.names_vector(source, index.column)
    cursor.execute(f'CREATE INDEX IF NOT EXISTS "{index.name}" ON "{source}" USING gin ({vector})')


def refill_names(cursor, index: Names) -> None:
    """SQLite: read the column of every row again."""
    source = index.model._meta.db_table
    cursor.execute(f'DELETE FROM "{index.name}"')
    told = (
        f'INSERT INTO "{index.name}" (rowid, title, words) SELECT id, \'\', "{index.column}" FROM "{source}"'
    )
    cursor.execute(told)


_MAKE = {
    "sqlite": (_documents_on_sqlite, _names_on_sqlite),
    "postgresql": (_documents_on_postgresql, _names_on_postgresql),
}


def faults(using: str = "default") -> list[str]:
    """A sentence for each table, trigger or index that is missing or changed."""
    connection = connections[using]
    standing = _standing(connection)
    return [
        f"the search's {name} is {'changed' if name in standing else 'missing'}: run `migrate`, then `reindex`"
        for name, told in _expected(connection.vendor)
        if name not in standing or (told and standing[name] != told)
    ]


def _standing(connection) -> dict[str, str]:
    told = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE name LIKE 'search_%'",
        "postgresql": "SELECT relname, '' FROM pg_class WHERE relname LIKE 'search_%'",
    }
    with connection.cursor() as cursor:
        cursor.execute(told[connection.vendor])
        return dict(cursor.fetchall())


def _expected(vendor: str) -> Iterator[tuple[str, str]]:
    for index in searched(Documents):
        yield index.name, sqlite.table(index.name) if vendor == "sqlite" else ""
    for index in searched(Names):
        yield index.name, sqlite.table(index.name) if vendor == "sqlite" else ""
        if vendor == "sqlite":
            yield from sqlite.following(index.name, index.model._meta.db_table, index.column).items()


def install_after_migrate(sender, using="default", **kwargs):
    """`post_migrate`, once a run: by the last app with models, when every table stands."""
    with_models = [app for app in apps.get_app_configs() if app.models_module]
    if sender == with_models[-1]:
        install(using)
