"""Django's SQLite backend, with the newsroom's clock as a function of the database."""

from datetime import UTC

from django.db.backends.sqlite3 import base, operations

from newsroom.lib import clock


def newsroom_now() -> str:
    """The clock's instant, as Django stores instants on SQLite; the guards compare with it."""
    return str(clock.now().astimezone(UTC).replace(tzinfo=None))


class DatabaseOperations(operations.DatabaseOperations):
    def sql_flush(self, style, tables, **options):
        """A flush deletes rows, which the guards refuse: they step aside, and `post_migrate` puts them back."""
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'guard_%'")
            names = [name for (name,) in cursor.fetchall()]
        dropped = [f"DROP TRIGGER {self.quote_name(name)};" for name in names]
        return dropped + super().sql_flush(style, tables, **options) if tables else []


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations

    def get_new_connection(self, conn_params):
        connection = super().get_new_connection(conn_params)
        connection.create_function("newsroom_now", 0, newsroom_now)
        return connection
