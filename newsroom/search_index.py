"""What is searched, as a whole: put right by `reindex`, looked at by `verify`, written at once by `populate`."""

from collections.abc import Iterable, Iterator

from django.db import connection, models, transaction

from articles import indexing as stories
from articles.filing import chunks
from articles.models import Article, Edition
from claims import indexing as claims
from claims.models import Assessment, Claim
from newsroom.lib.search import Documents, Names, installing
from newsroom.lib.search.documents import place_of

# The subject of each timeline that is searched, and who writes its documents.
WRITERS = ((Edition, Article, stories), (Assessment, Claim, claims))


def rebuild() -> int:
    """Put right every name, every claim's document, and what belongs to nothing; how many were wrong.

    The documents of stories are put right with their rows of the lists.
    """
    wrong = sum(_rename(index) for index in installing.searched(Names))
    for keys in chunks(Claim.objects.order_by("pk").values_list("pk", flat=True)):
        with transaction.atomic():
            list(Claim.objects.select_for_update().filter(pk__in=keys).values_list("pk"))
            wrong += claims.index(keys)
    for index in installing.searched(Documents):
        index.remove(lost := _lost(index))
        wrong += len(lost)
    return wrong


def write_all(articles: Iterable[int], about: Iterable[int]) -> None:
    """The documents of stories and claims that have none yet."""
    for keys in chunks(articles):
        Edition.searched_by.put(stories.documents(keys))
    for keys in chunks(about):
        Assessment.searched_by.put(claims.documents(keys))


def faults() -> Iterator[str]:
    """A sentence a fault."""
    yield from installing.faults()
    for index in installing.searched(Names):
        for row in _misnamed(index):
            yield f"the {row._meta.verbose_name} {row} is not found by the names it has: run `reindex`"
        if _unfilled(index):
            yield f"the search's {index.name} does not hold what its rows say: run `reindex`"
    for timeline, subjects, writer in WRITERS:
        for keys in chunks(subjects.objects.order_by("pk").values_list("pk", flat=True).iterator()):
            for place in _wrong_places(timeline, writer, keys):
                name = timeline._meta.verbose_name
                yield f"{name} {_key(place)} is not found by the words it has: run `reindex`"
        if lost := len(_lost(timeline.searched_by)):
            yield f"{lost} documents of the search belong to no {timeline._meta.verbose_name}: run `reindex`"


def _key(place: int) -> int:
    return place & ((1 << 30) - 1)


def _wrong_places(timeline, writer, keys: list[int]) -> list[int]:
    """What has ended since its document was written may stand there until its subject is touched again."""
    missing, surplus = writer.differences(keys)
    shown = timeline.objects.ever_shown().filter(**{f"{timeline.subject}__in": keys})
    told = shown.values_list(timeline.searched_by.first, "pk")
    return sorted({one.place for one in missing} | (set(surplus) - {place_of(*row) for row in told}))


def _lost(index: Documents) -> list[int]:
    rows = index.model._base_manager.values_list(index.first, "pk").iterator()
    return sorted(index.places() - {place_of(*row) for row in rows})


def _misnamed(index: Names) -> Iterator[models.Model]:
    field = index.model._meta.get_field(index.column)
    rows = index.model._base_manager.order_by("pk").iterator(chunk_size=500)
    return (row for row in rows if row.found_by != field.of(row))


def _rename(index: Names) -> int:
    wrong = list(_misnamed(index))
    for row in wrong:
        row.save(update_fields=[index.column])
    if unfilled := _unfilled(index):
        with transaction.atomic(), connection.cursor() as cursor:
            installing.refill_names(cursor, index)
    return len(wrong) + unfilled


def _unfilled(index: Names) -> int:
    """How many rows SQLite's copy of the column tells otherwise; PostgreSQL indexes the column itself."""
    if connection.vendor != "sqlite":
        return 0
    source, column = index.model._meta.db_table, index.column
    told = f'SELECT count(*) FROM "{source}" AS own LEFT JOIN "{index.name}" AS copy ON copy.rowid = own.id'
    lost = f'SELECT count(*) FROM "{index.name}" WHERE rowid NOT IN (SELECT id FROM "{source}")'
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT ({told} WHERE own."{column}" IS NOT copy.words) + ({lost})')
        return cursor.fetchone()[0]
