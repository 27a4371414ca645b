"""What is derived from a story's editions, written anew in the transaction of every verb that changes them.

`changing(article)` is the one place where a story's timeline changes; whoever changes many at once calls
`refile_all`. `reindex` writes everything again, `verify` compares.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby, islice

from django.db import transaction

from articles import indexing
from articles.models import Article, Edition, EditionByline, Filing
from articles.models.filing import Kind, kicker_number
from claims.models import Claim
from newsroom.lib.timeline import act
from shows.models import Show

CHUNK = 500
# article, kind, subject, published_at, slug, live_from, live_until
Row = tuple[int, int, int, datetime, str, datetime, datetime]
COLUMNS = ("article_id", "kind", "subject", "published_at", "slug", "live_from", "live_until")


@contextmanager
def changing(article: Article) -> Iterator[datetime]:
    """`act()` on a story: at its end, what is derived from its editions is written anew."""
    with act(article) as now:
        yield now
        refile(article)


def refile(article: Article) -> None:
    """Everything that is derived from one story's editions."""
    refile_all([article.pk])


def refile_all(articles: Iterable[int]) -> None:
    """Everything that is derived from the editions of these stories, by key."""
    for keys in chunks(articles):
        file(keys)


def file(articles: list[int]) -> int:
    """Put the rows of the lists in place, and what the stories are found by; how many changed. What is right
    already is left alone."""
    with transaction.atomic():
        _lock_shows(articles)
        missing, surplus = differences(articles)
        Filing.objects.filter(pk__in=surplus.values()).delete()
        Filing.objects.bulk_create(
            (Filing(**dict(zip(COLUMNS, row, strict=True))) for row in missing), batch_size=CHUNK
        )
    return len(missing) + len(surplus) + indexing.index(articles)


def differences(articles: list[int]) -> tuple[list[Row], dict[Row, int]]:
    """The rows that are missing, and those that should not be there, with their keys."""
    standing = {
        row: key
        for key, *told in Filing.objects.filter(article__in=articles).values_list("pk", *COLUMNS)
        for row in [tuple(told)]
    }
    wanted = set(rows(articles))
    return sorted(wanted - standing.keys()), {row: key for row, key in standing.items() if row not in wanted}


def rows(articles: list[int]) -> Iterator[Row]:
    """What should stand in the lists of these stories, read from all that is ever shown of them."""
    editions = list(
        Edition.objects.ever_shown()
        .filter(article__in=articles)
        .order_by("article", "live_from")
        .values_list("pk", "article", "published_at", "slug", "kicker_slug", "live_from", "live_until")
    )
    topics = _topics([edition[0] for edition in editions])
    for article, group in groupby(editions, key=lambda edition: edition[1]):
        spans: dict[tuple, list[list[datetime]]] = defaultdict(list)
        for pk, _, published_at, slug, kicker, begun, until in group:
            own = topics[pk] | ({(Kind.KICKER, kicker_number(kicker))} if kicker else set())
            for kind, subject in {(Kind.EVERYTHING, 0), *own}:
                _lengthen(spans[int(kind), subject, published_at, slug], begun, until)
        for topic, found in spans.items():
            yield from ((article, *topic, begun, until) for begun, until in found)


def _lengthen(spans: list[list[datetime]], begun: datetime, until: datetime) -> None:
    if spans and spans[-1][1] == begun:
        spans[-1][1] = until
    else:
        spans.append([begun, until])


def _topics(editions: list[int]) -> dict[int, set[tuple[int, int]]]:
    """Shows, seasons and their shows, people, platforms, authors and lead claims of each edition."""
    found: dict[int, set[tuple[int, int]]] = defaultdict(set)
    shows = list(_links("shows", editions, "show"))
    for edition, season, show in _links("seasons", editions, "season", "season__show"):
        found[edition].add((Kind.SEASON, season))
        shows.append((edition, show))
    named = _platforms({show for _, show in shows})
    for edition, show in shows:
        found[edition].add((Kind.SHOW, show))
        found[edition].update((Kind.PLATFORM, platform) for platform in named[show])
    for edition, person in _links("people", editions, "person"):
        found[edition].add((Kind.PERSON, person))
    for edition, claim in _links("lead_claims", editions, "claim"):
        found[edition].add((Kind.LEAD_CLAIM, claim))
    bylines = EditionByline.objects.filter(edition__in=editions).order_by()
    for edition, author in bylines.values_list("edition", "author"):
        found[edition].add((Kind.AUTHOR, author))
    return found


def _links(name: str, editions: list[int], *ends: str):
    return getattr(Edition, name).through.objects.filter(edition__in=editions).values_list("edition", *ends)


def _platforms(shows: set[int]) -> dict[int, set[int]]:
    """The platforms that claims of each show name, as far as they were ever to be held."""
    told = Claim.objects.filter(show__in=shows, platform__isnull=False, assessments__isnull=False)
    found = defaultdict(set)
    for show, platform in told.order_by().values_list("show", "platform").distinct():
        found[show].add(platform)
    return found


def _lock_shows(articles: list[int]) -> None:
    """A verb on a claim locks its show: no platform is first named while a story of that show is filed."""
    editions = Edition.objects.filter(article__in=articles)
    told = Show.objects.filter(editions__in=editions) | Show.objects.filter(seasons__editions__in=editions)
    keys = sorted(set(told.order_by().values_list("pk", flat=True)))
    list(Show.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))


def chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    keys = iter(keys)
    while some := list(islice(keys, CHUNK)):
        yield some
