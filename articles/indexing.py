"""What stories are found by: the words of each edition that is live or to come, and what it is about."""

from collections import defaultdict
from collections.abc import Iterator

from articles.models import Edition
from claims.indexing import topic_token
from newsroom.lib.search import Document, season_token
from newsroom.lib.search.documents import place_of
from newsroom.lib.search.words import indexed, text_of
from shows.models import Person, Season, Show

STORIES = Edition.searched_by


def index(articles: list[int]) -> int:
    """Let the documents of these stories say what their editions do; how many had to change."""
    return STORIES.settle(documents(articles), among=places(articles))


def differences(articles: list[int]) -> tuple[list[Document], list[int]]:
    """Documents that are missing, or say something else, and places where nothing may stand."""
    return STORIES.differences(documents(articles), among=places(articles))


def places(articles: list[int]) -> list[int]:
    """Where documents of these stories may stand."""
    rows = Edition.objects.filter(article__in=articles).values_list("published_at", "pk")
    return [place_of(*row) for row in rows]


def documents(articles: list[int]) -> Iterator[Document]:
    editions = list(
        Edition.objects.ever_shown()
        .lasting()
        .filter(article__in=articles)
        .values_list("pk", "published_at", "headline", "standfirst", "body")
    )
    tokens = _topics([edition[0] for edition in editions])
    for pk, published_at, headline, standfirst, body in editions:
        words = indexed(f"{standfirst}\n{text_of(body)}", tokens[pk])
        yield Document(place_of(published_at, pk), indexed(headline), words)


def _topics(editions: list[int]) -> dict[int, list[str]]:
    """By what it is about, as names are today: a story needs no new document when somebody is renamed."""
    found = defaultdict(set)
    for edition, show in _links("shows", editions, "show"):
        found[edition].add(topic_token(Show, show))
    for edition, person in _links("people", editions, "person"):
        found[edition].add(topic_token(Person, person))
    for edition, season, show, number in _links(
        "seasons", editions, "season", "season__show", "season__number"
    ):
        found[edition] |= {topic_token(Season, season), topic_token(Show, show), season_token(number)}
    return defaultdict(list, {edition: sorted(tokens) for edition, tokens in found.items()})


def _links(name: str, editions: list[int], *ends: str):
    return getattr(Edition, name).through.objects.filter(edition__in=editions).values_list("edition", *ends)
