"""A synthetic newsroom of any size, for benchmarks and growth: the same rows for the same seed, size and moment.

Rows are written in bulk, in one transaction without guards; what they must keep, `verify` looks at.
"""

from collections.abc import Callable
from random import Random
from time import monotonic

from django.core.management.color import no_style
from django.db import connection

from articles import filing
from articles.models import Article, Filing
from claims.models import Claim
from newsroom import search_index
from newsroom.lib import clock, guards
from newsroom.lib.refusals import Refused
from newsroom.populating import catalogue, lives
from newsroom.populating.rows import Writer
from newsroom.populating.shares import hours
from newsroom.populating.stories import Press
from shows.models import Person, Show

EVERY = 10_000  # stories between two lines of progress


def is_empty() -> bool:
    return not any(model.objects.exists() for model in (Show, Person, Article, Claim))


def populate(count: int, seed: int = 1, *, more: bool = False, say: Callable[[str], None] = print) -> float:
    """Write that many stories with all that they rest on. How many a second."""
    if not more and not is_empty():
        raise Refused("This newsroom is not empty: --more adds to what is there.")
    begun = monotonic()
    with guards.lifted(), clock.pinned() as now:
        _write(count, Random(seed), now, say)
    _statistics()
    return count / (monotonic() - begun)


def _write(count: int, rng: Random, now, say) -> None:
    known = Claim.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with Writer() as writer:
        world = catalogue.make(writer, count, rng, now)
        told = lives.live(writer, world, hours(count, now, rng), rng, now)
        say(f"{len(world.shows)} shows and what is claimed of them are written; now the stories.")
        press = Press(writer, world, rng, now)
        for done, story in enumerate(told, start=1):
            press.write(story)
            if not done % EVERY:
                say(f"{done} of {count} stories")
    with Writer() as lists:
        _file(lists, count, known, say)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [*writer.models(), *lists.models()]):
            cursor.execute(statement)


def _file(writer: Writer, count: int, known: int, say) -> None:
    """The rows of the lists and of the search, from the editions and claims that were just written."""
    say("Now the lists.")
    table = writer.table(Filing, *filing.COLUMNS)
    newest = Article.objects.order_by("-pk").values_list("pk", flat=True)[:count]
    for keys in filing.chunks(newest.iterator()):
        for row in filing.rows(keys):
            table.add(*row)
    say("Now what they are found by.")
    claims = Claim.objects.filter(pk__gt=known).order_by("pk").values_list("pk", flat=True)
    search_index.write_all(newest.iterator(), claims.iterator())


def _statistics() -> None:
    """The planner of either engine knows nothing of rows that came all at once."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
