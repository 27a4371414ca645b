"""PostgreSQL: vectors with their positions, written by us and not by its parser, and GIN."""

from contextlib import contextmanager

from django.db import OperationalError, connection, transaction

from newsroom.lib.search.query import Phrase, Query

PATIENCE = "400ms"  # for one search; what takes longer is asked in the second way
_MOST_PLACES = 16_000  # where a vector's positions end


def table(name: str) -> list[str]:
    columns = (
        "rowid bigint PRIMARY KEY, title tsvector NOT NULL, words tsvector NOT NULL, digest text NOT NULL"
    )
    indexes = [
        f'CREATE INDEX IF NOT EXISTS "{name}_{column}" ON "{name}" USING gin ({column})'
        for column in ("title", "words")
    ]
    return [f'CREATE TABLE IF NOT EXISTS "{name}" ({columns})', *indexes]


def vector(words: str) -> str:
    """Words as the text of a tsvector. They hold letters, digits and “#” alone, so nothing needs escaping."""
    return " ".join(f"'{word}':{place}" for place, word in enumerate(words.split()[:_MOST_PLACES], start=1))


def written(query: Query) -> str:
    return " & ".join(f"({' | '.join(map(_phrase, unit.phrases))})" for unit in query.units)


def _phrase(phrase: Phrase) -> str:
    *first, last = phrase.words
    words = [*(f"'{word}'" for word in first), f"'{last}'{':*' if phrase.is_beginning else ''}"]
    return f"({' <-> '.join(words)})"


def match(name: str, query: Query, half: str = "") -> tuple[str, list[str]]:
    """A condition over the table of this name, and its parameters: for its title, for all but its title, for all."""
    title, words = (f'"{name}".{column} @@ %s::tsquery' for column in ("title", "words"))
    halves = {"title": [title], "text": [words, f"NOT {title}"], "": [words]}
    return " AND ".join(halves[half]), [written(query)] * len(halves[half])


def names_vector(source: str, column: str) -> str:
    return f'array_to_tsvector(string_to_array("{source}"."{column}", \' \'))'


@contextmanager
def patience():
    """Within it a query that takes too long is given up: raises `TooSlow`, and the transaction goes on."""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('statement_timeout', %s, true)", [PATIENCE])
            yield
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL statement_timeout TO DEFAULT")
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") == "57014":
            raise TooSlow from error
        raise


@contextmanager
def one_by_one():
    """Within it rows are read in the order of their places, and not gathered by their words first."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_bitmapscan TO off")
        yield
        cursor.execute("SET LOCAL enable_bitmapscan TO DEFAULT")


class TooSlow(Exception):
    """The words are too common, or too many, to be searched for in the first way."""
