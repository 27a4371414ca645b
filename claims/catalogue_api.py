"""Shows, seasons, people and platforms as the API tells them: identity, and the claims that stand about them."""

from collections.abc import Iterable
from datetime import datetime

from claims import answer, api, presence
from claims.api_shapes import (
    ANSWER,
    PERSON,
    PERSON_WITH_CLAIMS,
    PLATFORM,
    PLATFORM_WITH_CLAIMS,
    SEASON,
    SEASON_WITH_CLAIMS,
    SHOW,
    SHOW_WITH_CLAIMS,
)
from claims.confidence import Confidence
from claims.models import Claim, Outcome
from claims.nearby import around
from claims.record import Record
from images import api as images_api
from newsroom.lib.api import absolute
from newsroom.lib.refusals import BadParameter
from shows.models import Person, Platform, Season, Show


def show(one: Show) -> dict:
    return SHOW.tell(_show(one))


def show_with_claims(one: Show, at: datetime, least: Confidence | None) -> dict:
    known = _known(Claim.objects.about(one), at)
    seasons = list(presence.seasons(at).filter(show=one).order_by("number"))
    told = _show(one) | {
        "answer": _answer(known.about(None)) if one.is_film or not seasons else None,
        "seasons": [season(row) for row in seasons],
        "claims": _standing(known, known.standing, least),
    }
    return SHOW_WITH_CLAIMS.tell(told)


def season(one: Season) -> dict:
    return SEASON.tell(_season(one))


def season_with_claims(one: Season, at: datetime, least: Confidence | None) -> dict:
    known = _known(Claim.objects.about(one.show), at)
    of_season = known.about(one)
    told = {"answer": _answer(of_season), "claims": _standing(known, of_season.standing, least)}
    return SEASON_WITH_CLAIMS.tell(_season(one) | told)


def person(one: Person) -> dict:
    return PERSON.tell(_person(one))


def person_with_claims(one: Person, at: datetime, least: Confidence | None) -> dict:
    known = _known(Claim.objects.filter(person=one), at)
    theirs = [claim for claim in known.standing if claim.person_id == one.pk]
    return PERSON_WITH_CLAIMS.tell(_person(one) | {"claims": _standing(known, theirs, least)})


def platform(one: Platform) -> dict:
    return PLATFORM.tell(_platform(one))


def platform_with_claims(one: Platform, at: datetime, least: Confidence | None) -> dict:
    known = _known(Claim.objects.filter(platform=one), at)
    theirs = [claim for claim in known.standing if claim.platform_id == one.pk]
    return PLATFORM_WITH_CLAIMS.tell(_platform(one) | {"claims": _standing(known, theirs, least)})


def key_of(one: Season) -> str:
    """A season's key in the API: “all-of-us-are-dead-season-2”."""
    return f"{one.show.slug}-season-{one.number}"


def read_key(key: str) -> tuple[str, int] | None:
    """The show's slug and the number in such a key; None where it is empty. Raises BadParameter."""
    slug, _, number = key.rpartition("-season-")
    if key and not (slug and number.isascii() and number.isdigit() and len(number) <= 4):
        raise BadParameter("“after” is no page of this list: go back to its beginning.")
    return (slug, int(number)) if key else None


def _known(claims, at: datetime) -> Record:
    return around(claims.live(at).values_list("pk", flat=True), at)


def _standing(known: Record, claims: Iterable[Claim], least: Confidence | None) -> list[dict]:
    """These claims, the newest first, at the least level that is asked for."""
    rows = [one for one in reversed(list(claims)) if least is None or one.held.confidence.at_least(least)]
    outcomes = {one.claim_id: one for one in Outcome.objects.filter(claim__in=rows)}
    return [api.whole(one, known, outcomes.get(one.pk)) for one in rows]


def _answer(known: Record) -> dict:
    found = answer.answer(known)
    level = found.weakest.held.level if found.weakest else None
    return ANSWER.tell({"text": found.text, "level": level, "claims": [one.key for one in found.claims]})


def _show(one: Show) -> dict:
    return {
        "slug": one.slug,
        "url": absolute(one.get_absolute_url()),
        "kind": one.kind,
        "title": one.title,
        "original_title": one.original_title or None,
        "aliases": one.aliases,
        "country": one.country or None,
        "genres": one.genres,
        "external_ids": one.external_ids,
        "image": images_api.told(one.image),
    }


def _season(one: Season) -> dict:
    return {
        "key": key_of(one),
        "url": absolute(one.get_absolute_url()),
        "show": one.show.slug,
        "number": one.number,
        "name": str(one),
        "title": one.title or None,
    }


def _person(one: Person) -> dict:
    return {
        "slug": one.slug,
        "url": absolute(one.get_absolute_url()),
        "name": one.name,
        "sort_name": one.sort_name or None,
        "native_name": one.native_name or None,
        "aliases": one.aliases,
        "external_ids": one.external_ids,
        "image": images_api.told(one.image),
    }


def _platform(one: Platform) -> dict:
    url = absolute(one.get_absolute_url())
    return {"slug": one.slug, "url": url, "name": one.name, "site": one.url or None}
