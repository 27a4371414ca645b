"""Stories and authors for machines."""

from datetime import datetime

from django.urls import reverse

from articles.models import Author, Edition
from claims import jsonld, jsonld_claims
from claims.cards import Card
from claims.record import Record
from claims.sources import sources_of
from newsroom.lib.api import absolute
from newsroom.lib.jsonld import LANGUAGE, ORGANISATION, Node, crumbs, graph, instant, node, publisher, ref

NEWS = ("News", "/news/")
WIDE_ENOUGH = 1200  # pixels, of a picture that a search engine shows large


def story(
    edition: Edition, known: Record, notes: list[Edition], updated_at: datetime | None, card: Card
) -> Node:
    """The graph of a story whose topics and citations are loaded. `notes` are its public notes."""
    url = edition.get_absolute_url()
    seasons, people = list(edition.seasons.all()), list(edition.people.all())
    topics = [*seasons, *edition.shows.all()]
    article = node(
        "NewsArticle",
        f"{url}#article",
        url=absolute(url),
        mainEntityOfPage=absolute(url),
        headline=edition.headline,
        description=edition.description or edition.standfirst,
        datePublished=instant(edition.published_at),
        dateModified=instant(updated_at or edition.published_at),
        author=[author_node(author) for author in edition.authors],
        publisher=ref(ORGANISATION),
        image=pictures(edition, card),
        articleSection=edition.kicker,
        inLanguage=LANGUAGE,
        isAccessibleForFree=True,
        about=[ref(jsonld.id_of(topic)) for topic in topics],
        mentions=[ref(jsonld.id_of(person)) for person in people],
        citation=[source.url for source in sources_of(edition.cited) if source.url],
        correction=[correction(note) for note in notes if note.note_kind == Edition.NoteKind.CORRECTION],
    )
    named = [jsonld.identity(row) for row in [*topics, *people]]
    return graph(article, publisher(), *named, *unsure(edition, known), crumbs(NEWS, (edition.headline, url)))


def pictures(edition: Edition, card: Card) -> list[str]:
    """16:9, 4:3 and 1:1, each at least 1200 pixels wide: its own picture where that is so, else its card."""
    own = jsonld.picture(edition.image) if edition.image and edition.image.width >= WIDE_ENOUGH else []
    return [*(own or [card.url("16x9")]), card.url("4x3"), card.url("1x1")]


def author_node(author: Author) -> Node:
    return node("Person", name=author.name, url=absolute(author.get_absolute_url()))


def correction(note: Edition) -> Node:
    return node("CorrectionComment", text=note.note, datePublished=instant(note.live_from))


def unsure(edition: Edition, known: Record) -> list[Node]:
    """The claims that it cites and that are held below confirmed."""
    held = [claim for claim in edition.cited if claim.held]
    less = [claim for claim in held if not claim.held.confidence.rule.is_machine_readable]
    return [jsonld_claims.claim_node(claim, known.today) for claim in less]


def profile(author: Author) -> Node:
    """The graph of an author's page."""
    url = author.get_absolute_url()
    own = node(
        "Person",
        f"{url}#author",
        description=author.bio,
        image=jsonld.picture(author.image),
        worksFor=ref(ORGANISATION),
    )
    page = node("ProfilePage", url=absolute(url), mainEntity=author_node(author) | own, inLanguage=LANGUAGE)
    return graph(page, publisher(), crumbs((author.name, url)))


def place(name: str, path: str) -> Node:
    """The graph of a page under the news: where it stands."""
    return graph(publisher(), crumbs(NEWS, *([(name, path)] if path != reverse("article_list") else [])))
