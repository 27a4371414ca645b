"""What the head of a page made of claims holds for machines: its card and its graph."""

from django.urls import reverse

from claims import cards, jsonld_claims
from claims.answer import answer
from claims.jsonld import identity, person_node, picture, platform_node, season_nodes, show_nodes
from claims.models import Claim
from claims.record import Record
from newsroom.lib.jsonld import crumbs, graph, publisher
from newsroom.lib.params import Moment

SHOWS, PEOPLE = ("Shows", "/shows/"), ("People", "/people/")


def of_show(show, whole: Record, seasons, then: Moment) -> dict:
    card, seasons = card_of_show(show, whole, seasons, then), list(seasons)
    return _head(
        card, *show_nodes(show, whole, seasons, [*picture(show.image), card.url()]), _way(show), record=whole
    )


def card_of_show(show, whole: Record, seasons, then: Moment):
    """`seasons` newest first; a film has none."""
    newest = next(iter(seasons), None)
    return cards.of_show(show, answer(whole.about(newest)), then, whole.today, newest)


def of_season(season, whole: Record, then: Moment) -> dict:
    of_season = whole.about(season)
    card = cards.of_season(season, answer(of_season), then, whole.today)
    pictures = [*picture(season.show.image), card.url()]
    return _head(card, *season_nodes(season, whole, pictures), _way(season), record=of_season)


def of_cast(show, whole: Record) -> dict:
    steps = [*_steps(show), ("Cast", reverse("cast_detail", args=[show.slug]))]
    return _head(None, identity(show), crumbs(*steps), record=whole)


def of_person(person, held: Record, then: Moment) -> dict:
    card = cards.of_person(person, then)
    own = person_node(person, [*picture(person.image), card.url()])
    return _head(card, own, crumbs(PEOPLE, _step(person)), record=held)


def of_platform(platform, held: Record) -> dict:
    return _head(None, platform_node(platform), crumbs(_step(platform)), record=held)


def of_claim(claim: Claim, whole: Record, then: Moment) -> dict:
    """A claim's own page tells it at any level, and nothing else that is not sure."""
    topic = f"A claim about {claim.subject}"
    way = crumbs(*_steps(claim.subject), (topic, claim.get_absolute_url()))
    own = [jsonld_claims.claim_node(claim, whole.today), jsonld_claims.review(claim)]
    about = [identity(claim.subject), identity(claim.person) if claim.person else None]
    return _head(cards.of_claim(claim, then, whole.today), *own, *about, way)


def of_levels() -> dict:
    return _head(None, jsonld_claims.terms(), crumbs(("How sure?", reverse("confidence_levels"))))


def of_list(name: str, path: str) -> dict:
    """A page that lists: where it stands."""
    return _head(None, crumbs((name, path)))


def _head(card, *nodes, record: Record | None = None) -> dict:
    unsure = jsonld_claims.unsure(record) if record else []
    return {"graph": graph(*nodes, *unsure, publisher())} | ({"card": card} if card else {})


def _way(subject):
    return crumbs(*_steps(subject))


def _steps(subject) -> list[tuple[str, str]]:
    show = getattr(subject, "show", subject)
    return [SHOWS, _step(show)] + ([] if subject == show else [(subject.label, subject.get_absolute_url())])


def _step(row) -> tuple[str, str]:
    return str(row), row.get_absolute_url()
