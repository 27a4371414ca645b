"""What the database itself refuses, on SQLite and PostgreSQL alike.

A model lists its guards in `guarded_by`. They are installed after every migration (SQLite drops triggers
when it remakes a table, and an added column must be guarded too) and compared by `verify`. A guard is a
trigger that refuses a write when its condition holds; conditions are SQL that both engines read, over OLD
and NEW. `newsroom_now()` is the moment of the verb that writes, or else the clock.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.apps import apps
from django.db import connections, transaction

NOW_ON_POSTGRESQL = """
CREATE OR REPLACE FUNCTION newsroom_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
SELECT coalesce(nullif(current_setting('newsroom.now', true), '')::timestamptz, clock_timestamp()) $$
"""


@dataclass(frozen=True)
class Refusal:
    """One trigger: on this event of this table, refuse with these words when the condition holds."""

    name: str
    table: str
    event: str
    when: str
    message: str

    def sqlite(self) -> str:
        message = self.message.replace("'", "''")
        return (
            f'CREATE TRIGGER "{self.name}" BEFORE {self.event} ON "{self.table}" FOR EACH ROW '
            f"WHEN ({self.when}) BEGIN SELECT RAISE(ABORT, '{message}'); END"
        )

    def postgresql_body(self) -> str:
        message = self.message.replace("'", "''")
        row = "OLD" if self.event == "DELETE" else "NEW"
        return (
            f"BEGIN IF ({self.when}) THEN RAISE EXCEPTION '{message}' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {row}; END"
        )

    def postgresql(self) -> str:
        return (
            f'CREATE OR REPLACE FUNCTION "{self.name}"() RETURNS trigger LANGUAGE plpgsql AS '
            f"$guard${self.postgresql_body()}$guard$; "
            f'CREATE OR REPLACE TRIGGER "{self.name}" BEFORE {self.event} ON "{self.table}" '
            f'FOR EACH ROW EXECUTE FUNCTION "{self.name}"()'
        )


@dataclass(frozen=True)
class Exclusion:
    """PostgreSQL alone: a constraint that holds under concurrency where a trigger could be raced."""

    name: str
    table: str
    elements: str

    def postgresql(self) -> str:
        return f'ALTER TABLE "{self.table}" ADD CONSTRAINT "{self.name}" EXCLUDE USING gist ({self.elements})'


def guards(vendor: str) -> Iterator[Refusal | Exclusion]:
    """All that this engine should hold, from the models' own lists."""
    for model in apps.get_models():
        for guard in vars(model).get("guarded_by", ()):
            yield from guard.on(model, vendor)


def faults(using: str = "default") -> list[str]:
    """A sentence for each guard that is missing, changed or switched off."""
    connection = connections[using]
    standing = _standing(connection)
    return [
        f"guard {guard.name} on {guard.table} is {'changed' if guard.name in standing else 'missing'}: "
        "run `manage.py migrate` to put it back"
        for guard in guards(connection.vendor)
        if standing.get(guard.name) != _expected(guard, connection.vendor)
    ]


def install(using: str = "default") -> None:
    """Put every guard in place; what stands already as it should is left alone."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
            cursor.execute(NOW_ON_POSTGRESQL)
        standing = _standing(connection)
        for guard in guards(connection.vendor):
            if guard.table in tables and standing.get(guard.name) != _expected(guard, connection.vendor):
                if guard.name in standing:
                    cursor.execute(_dropped(guard, connection.vendor))
                cursor.execute(_created(guard, connection.vendor))


@contextmanager
def lifted(using: str = "default") -> Iterator[None]:
    """One transaction without guards, for the few commands that take rows out (`remove_demo`, `restore`)."""
    connection = connections[using]
    with transaction.atomic(using=using), connection.cursor() as cursor:
        with _nothing_waiting(cursor, connection.vendor):
            standing = _standing(connection)
            for guard in guards(connection.vendor):
                if guard.name in standing:
                    cursor.execute(_dropped(guard, connection.vendor))
        yield
        with _nothing_waiting(cursor, connection.vendor):
            install(using)


@contextmanager
def _nothing_waiting(cursor, vendor: str) -> Iterator[None]:
    """On PostgreSQL no trigger can be dropped or made while checks of foreign keys wait for the commit."""
    if vendor == "postgresql":
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    yield
    if vendor == "postgresql":
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def install_after_migrate(sender, using="default", **kwargs):
    """`post_migrate`, once a run: by the last app with models, when every table stands."""
    with_models = [app for app in apps.get_app_configs() if app.models_module]
    if sender == with_models[-1]:
        install(using)


def _expected(guard, vendor: str) -> str:
    if isinstance(guard, Exclusion):
        return "constraint"
    return guard.sqlite() if vendor == "sqlite" else guard.postgresql_body()


def _created(guard, vendor: str) -> str:
    return guard.sqlite() if vendor == "sqlite" else guard.postgresql()


def _dropped(guard, vendor: str) -> str:
    if isinstance(guard, Exclusion):
        return f'ALTER TABLE "{guard.table}" DROP CONSTRAINT "{guard.name}"'
    on = "" if vendor == "sqlite" else f' ON "{guard.table}"'
    return f'DROP TRIGGER "{guard.name}"{on}'


def _standing(connection) -> dict[str, str]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            return dict(cursor.fetchall())
        cursor.execute(
            "SELECT tgname, CASE WHEN tgenabled = 'O' THEN prosrc ELSE 'off' END FROM pg_trigger"
            " JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal"
            " UNION ALL SELECT conname, 'constraint' FROM pg_constraint WHERE contype = 'x'"
        )
        return dict(cursor.fetchall())
