"""A story as the API tells it: the words as published, with the claims as they are held at a moment."""

from django.db.models import Prefetch

from articles import insets
from articles.api_shapes import CITED_CLAIM, NOTE, SEASON_TOPIC, STORY, TOPIC, WHOLE_STORY
from articles.disclaiming import disclaimers
from articles.level import weakest
from articles.models import Edition, EditionByline
from articles.substance import facts_checked, updated_at
from claims import api as claims_api
from claims.figures import figures
from claims.models import Claim
from claims.record import Record
from images import api as images_api
from newsroom.lib import api
from newsroom.lib.html import clean_body, plain
from shows.models import Season


def with_whole(editions, at):
    """With what is told of a story in a list; its claims come by `citations.load`."""
    bylines = Prefetch("bylines", EditionByline.objects.select_related("author"))
    topics = ("shows", Prefetch("seasons", Season.objects.with_show()), "people")
    return editions.with_substance(at).select_related("image").prefetch_related(bylines, *topics)


def short(edition: Edition, known: Record) -> dict:
    """A story in a list. `known` is the record of the claims that it cites."""
    leads = [claim for claim in edition.cited if claim.is_lead and claim.held]
    level = weakest(leads)
    told = {
        "slug": edition.slug,
        "url": api.absolute(edition.get_absolute_url()),
        "headline": edition.headline,
        "standfirst": edition.standfirst or None,
        "kicker": edition.kicker or None,
        "description": edition.description or None,
        "published_at": api.instant(edition.published_at),
        "updated_at": api.instant(updated_at(edition, known)),
        "edition": edition.number,
        "authors": [_named(author, author.name) for author in edition.authors],
        "shows": [_named(show, show.title) for show in edition.shows.all()],
        "seasons": [_season(season) for season in edition.seasons.all()],
        "people": [_named(person, person.name) for person in edition.people.all()],
        "level": level.held.level if level else None,
        "lead_claims": [claim.key for claim in leads],
        "image": images_api.told(edition.image),
    }
    return STORY.tell(told)


def whole(edition: Edition, known: Record, notes: list[Edition]) -> dict:
    """A story by itself: its words, its claims, its notes, and how sure all that is."""
    body = clean_body(edition.body)
    held = [claim for claim in edition.cited if claim.held]
    told = short(edition, known) | {
        "body_html": insets.plain_body(edition, known.at),
        "text": plain(body),
        "claims": [_claim(claim, known) for claim in held],
        "retracted": [claim.key for claim in edition.cited if claim.retracted_at],
        "facts_checked": api.day(facts_checked(held)),
        "notes": [_note(one) for one in notes],
        "disclaimers": disclaimers(edition, edition.cited, known.at),
        "figures": figures(edition.cited),
    }
    return WHOLE_STORY.tell(told)


def _claim(claim: Claim, known: Record) -> dict:
    """A claim that it cites, and what answers in its place where it is out of date."""
    now = claims_api.brief(claim.heir, known.today) if claim.heir else None
    return CITED_CLAIM.tell(claims_api.short(claim, known.today) | {"now": now})


def _named(row, name: str) -> dict:
    return TOPIC.tell({"slug": row.slug, "name": name, "url": api.absolute(row.get_absolute_url())})


def _season(season) -> dict:
    url = api.absolute(season.get_absolute_url())
    told = {"show": season.show.slug, "number": season.number, "name": str(season), "url": url}
    return SEASON_TOPIC.tell(told)


def _note(edition: Edition) -> dict:
    told = {
        "kind": edition.note_kind or "note",
        "text": edition.note,
        "at": api.instant(edition.live_from),
        "edition": edition.number,
    }
    return NOTE.tell(told)
