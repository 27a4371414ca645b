"""Documents: one for each timeline row that is live or to come, at a place that puts the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from django.db import connection, models

from newsroom.lib.search import postgresql, sqlite
from newsroom.lib.search.query import Query

TITLE, TEXT = "title", "text"  # the halves of what is found: in the title, or only further down
KEY_BITS = 30  # of a place; above them stand seconds, so that places are in the order of time
KEYS = (1 << KEY_BITS) - 1
MOST_SECONDS = (1 << (63 - KEY_BITS)) - 1
CHUNK = 500
FEW = 500  # documents that hold the words: up to here they are named one by one
NEWEST = 20_000  # among which PostgreSQL looks when words are too common to be searched for everywhere


def place_of(first: datetime, key: int) -> int:
    """Where the document of a row stands: by the second in which its subject went live first, then by its key."""
    seconds = int(first.timestamp() // 1)
    return max(-MOST_SECONDS, min(MOST_SECONDS, seconds)) << KEY_BITS | key


@dataclass(frozen=True)
class Document:
    """Words as `search.words.indexed` gives them. What stands in the title is not repeated in `words`."""

    place: int
    title: str
    words: str

    @property
    def digest(self) -> str:
        return _digest(self.title, self.words)


def _digest(title: str, words: str) -> str:
    return blake2b(f"{title}\n{words}".encode(), digest_size=16).hexdigest()


class Documents:
    """The texts of one timeline. `first` names the column with the hour that orders them."""

    def __init__(self, name: str, first: str):
        self.name, self.first = name, first

    def __set_name__(self, model, name):
        self.model = model

    # What is written.

    def settle(self, wanted: Iterable[Document], among: Iterable[int]) -> int:
        """Make these documents all that stands at the places `among`; how many had to change."""
        missing, surplus = self.differences(wanted, among)
        self.remove(surplus)
        self.put(missing)
        return len({document.place for document in missing} | set(surplus))

    def differences(
        self, wanted: Iterable[Document], among: Iterable[int]
    ) -> tuple[list[Document], list[int]]:
        """Documents that are to be written, and places that are to be cleared before that."""
        wanted = {document.place: document for document in wanted}
        standing = self.standing([*among, *wanted])
        missing = [one for place, one in wanted.items() if standing.get(place) != one.digest]
        return missing, [place for place, digest in standing.items() if digest != _wanted(wanted, place)]

    def put(self, documents: Iterable[Document]) -> None:
        """Write documents at places where nothing stands."""
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                rows = [(one.place, one.title, one.words) for one in documents]
                cursor.executemany(
                    f'INSERT INTO "{self.name}" (rowid, title, words) VALUES (%s, %s, %s)', rows
                )
            else:
                rows = [self._vectors(one) for one in documents]
                told = f'INSERT INTO "{self.name}" VALUES (%s, %s::tsvector, %s::tsvector, %s)'
                cursor.executemany(told, rows)

    def _vectors(self, one: Document) -> tuple:
        whole = postgresql.vector(f"{one.title} {one.words}")
        return one.place, postgresql.vector(one.title), whole, one.digest

    def remove(self, places: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(f'DELETE FROM "{self.name}" WHERE rowid = %s', [(place,) for place in places])

    def standing(self, places: Iterable[int]) -> dict[int, str]:
        """The digests of what stands at these places."""
        found, places = {}, list(dict.fromkeys(places))
        told = "title, words" if connection.vendor == "sqlite" else "digest"
        with connection.cursor() as cursor:
            for some in (places[at : at + CHUNK] for at in range(0, len(places), CHUNK)):
                marks = ", ".join(["%s"] * len(some))
                cursor.execute(f'SELECT rowid, {told} FROM "{self.name}" WHERE rowid IN ({marks})', some)
                found |= {row[0]: row[1] if len(row) == 2 else _digest(*row[1:]) for row in cursor.fetchall()}
        return found

    def places(self) -> set[int]:
        """Every place where something stands."""
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT rowid FROM "{self.name}"')
            return {place for (place,) in cursor.fetchall()}

    # What is found.

    def newest(
        self, rows: models.QuerySet, query: Query, *, most: int, half: str = "", below: int | None = None
    ) -> list:
        """The newest of these rows that hold what is asked for, each with its `place`: in the title, anywhere but
        whole in the title, or anywhere; below the place where the page before has ended."""
        rows = self._joined(rows)
        if below is not None:
            rows = rows.extra(where=[f'"{self.name}".rowid < %s'], params=[below])
        match, told = _engine().match(self.name, query, half)
        found = rows.extra(where=[match], params=told)
        if connection.vendor == "sqlite":
            return list(found[:most])
        try:
            with postgresql.patience():
                return list(found[:most])
        except postgresql.TooSlow:
            return self._among_the_newest(found, most, below)

    def _joined(self, rows: models.QuerySet) -> models.QuerySet:
        table, place = rows.model._meta.db_table, f'"{self.name}".rowid'
        return rows.order_by().extra(
            select={"place": place},
            tables=[self.name],
            where=[f'"{table}"."id" = ({place} & {KEYS})'],
            order_by=[f"-{self.name}.rowid"],
        )

    def _among_the_newest(self, found: models.QuerySet, most: int, below: int | None) -> list:
        """The second way: the words are common, so the newest documents are read one by one."""
        limit = "" if below is None else f"WHERE rowid < {int(below)}"
        with connection.cursor() as cursor:
            cursor.execute(
                f'SELECT rowid FROM "{self.name}" {limit} ORDER BY rowid DESC OFFSET {NEWEST} LIMIT 1'
            )
            if last := cursor.fetchone():
                found = found.extra(where=[f'"{self.name}".rowid > %s'], params=last)
        with postgresql.one_by_one():
            return list(found[:most])

    def few(self, query: Query) -> list[int] | None:
        """The keys of all rows that hold what is asked for, live or not; None where they are too many to name."""
        match, told = _engine().match(self.name, query)
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT rowid FROM "{self.name}" WHERE {match} LIMIT {FEW + 1}', told)
            keys = [place & KEYS for (place,) in cursor.fetchall()]
        return keys if len(keys) <= FEW else None

    def holding(self, rows: models.QuerySet, query: Query) -> models.QuerySet:
        """These rows, narrowed to those that hold everything that is asked for: each is looked up by its place."""
        return rows.filter(_Holds(self, query))


class _Holds(models.Func):
    """The row's document, looked up by its place, holds the words: for words so common that the rest is rarer."""

    output_field = models.BooleanField()

    def __init__(self, documents: Documents, query: Query):
        super().__init__(models.F(documents.first), models.F("pk"))
        self.documents, self.query = documents, query

    def as_sqlite(self, compiler, connection, **context):
        return self._sql(compiler, "CAST(strftime('%%s', {}) AS INTEGER)")

    def as_postgresql(self, compiler, connection, **context):
        return self._sql(compiler, "floor(extract(epoch FROM {}))::bigint")

    def _sql(self, compiler, seconds: str):
        (first, _), (key, _) = (compiler.compile(one) for one in self.get_source_expressions())
        place, name = f"(({seconds.format(first)} << {KEY_BITS}) | {key})", self.documents.name
        match, told = _engine().match(name, self.query)
        return f'EXISTS (SELECT 1 FROM "{name}" WHERE {match} AND "{name}".rowid = {place})', told


def _wanted(wanted: dict[int, Document], place: int) -> str:
    return wanted[place].digest if place in wanted else ""


def _engine():
    return sqlite if connection.vendor == "sqlite" else postgresql
