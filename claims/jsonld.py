"""Shows, seasons, people and platforms for machines, read off the records that their pages are made of.

What is sure (official, confirmed) becomes properties: a start date, a cast. What is less sure is never one: it is a
`Claim` of its own (`claims.jsonld_claims`).
"""

from collections.abc import Iterable
from urllib.parse import quote

from claims import cast
from claims.confidence import Confidence
from claims.models import Claim
from claims.record import Record
from images.models import Image
from newsroom.lib.api import absolute
from newsroom.lib.jsonld import Node, node, ref
from shows.models import Person, Platform, Season, Show

SERVICES = {
    "tmdb": ("https://www.themoviedb.org/tv/", "https://www.themoviedb.org/movie/"),
    "imdb": ("https://www.imdb.com/title/", "https://www.imdb.com/title/"),
    "tvmaze": ("https://www.tvmaze.com/shows/", "https://www.tvmaze.com/shows/"),
    "wikidata": ("https://www.wikidata.org/wiki/", "https://www.wikidata.org/wiki/"),
}
PEOPLE_AT = {
    "tmdb": "https://www.themoviedb.org/person/",
    "imdb": "https://www.imdb.com/name/",
    "tvmaze": "https://www.tvmaze.com/people/",
    "wikidata": "https://www.wikidata.org/wiki/",
}
# What a job is called where a schema has a name for it; any other is a contributor's.
JOBS = {
    "actor": "actor",
    "voice": "actor",
    "director": "director",
    "creator": "creator",
    "writer": "author",
    "co-writer": "author",
    "author": "author",
    "producer": "producer",
    "composer": "musicBy",
}
# How much of a day each precision says: a date of that precision is written so far, and a window not at all.
WRITTEN = {Claim.Precision.DAY: "%Y-%m-%d", Claim.Precision.MONTH: "%Y-%m", Claim.Precision.YEAR: "%Y"}


def id_of(subject: Show | Season | Person | Platform) -> str:
    """Path and fragment by which other nodes point at it."""
    return f"{subject.get_absolute_url()}#{type(subject).__name__.lower()}"


def identity(subject: Show | Season | Person | Platform) -> Node:
    """Its name and address alone: for pages that only mention it."""
    kinds = {Season: "TVSeason", Person: "Person", Platform: "Organization"}
    kind = kinds.get(type(subject)) or ("Movie" if subject.is_film else "TVSeries")
    url = absolute(subject.get_absolute_url())
    return node(kind, id_of(subject), name=str(subject), url=url)


def show_nodes(show: Show, whole: Record, seasons: Iterable[Season], picture: list[str]) -> list[Node]:
    """A series with its seasons, or a film; of a series, the cast is everybody's in any season."""
    of_show, seasons = whole.about(None), list(seasons)
    own = identity(show) | node(
        "",
        alternateName=[name for name in (show.original_title, *show.aliases) if name],
        countryOfOrigin=node("Country", name=show.country) if show.country else None,
        genre=show.genres,
        image=picture,
        sameAs=same_as(show),
        containsSeason=[ref(id_of(season)) for season in seasons],
        **{"datePublished" if show.is_film else "startDate": begins(of_show)},
        **_episodes(of_show, show.is_film),
        **credits(whole),
    )
    own["@type"] = "Movie" if show.is_film else "TVSeries"
    return [own, *(season_node(season, whole.about(season)) for season in seasons)]


def season_node(season: Season, of_season: Record, picture: list[str] | None = None) -> Node:
    told = node(
        "TVSeason",
        id_of(season),
        seasonNumber=season.number,
        alternateName=season.title,
        image=picture,
        partOfSeries=ref(id_of(season.show)),
        startDate=begins(of_season),
        **_episodes(of_season),
        **credits(of_season, without=("musicBy",)),
    )
    return identity(season) | told


def season_nodes(season: Season, whole: Record, picture: list[str]) -> list[Node]:
    """A season, and the series that it is part of."""
    series = identity(season.show) | {"containsSeason": [ref(id_of(season))]}
    return [season_node(season, whole.about(season), picture), series]


def person_node(person: Person, picture: list[str]) -> Node:
    return identity(person) | node(
        "Person",
        alternateName=[name for name in (person.native_name, *person.aliases) if name],
        image=picture,
        sameAs=[PEOPLE_AT[name] + quote(key) for name, key in sorted(person.external_ids.items())],
    )


def platform_node(platform: Platform) -> Node:
    return identity(platform) | node("Organization", sameAs=[platform.url] if platform.url else None)


def same_as(show: Show) -> list[str]:
    return [SERVICES[name][show.is_film] + quote(key) for name, key in sorted(show.external_ids.items())]


def sure(record: Record, *properties: str) -> list[Claim]:
    """Standing claims of these properties that are sure enough for machines."""
    return [claim for claim in record.saying(*properties) if claim.held.confidence.rule.is_machine_readable]


def begins(record: Record) -> str | None:
    """When it comes out, as far as a sure claim says: the whole before a part, the earliest of several."""
    dated = [claim for claim in sure(record, "release") if claim.precision in WRITTEN]
    first = min(dated, key=lambda claim: (bool(claim.part), claim.earliest, claim.key), default=None)
    return first.earliest.strftime(WRITTEN[first.precision]) if first else None


def credits(record: Record, without: tuple[str, ...] = ()) -> dict[str, list[Node]]:
    """Who is in it and who made it, as far as sure claims say, by property; `without` those that a type lacks."""
    found: dict[str, list[Node]] = {}
    for claim in cast.castings(record, Confidence.CONFIRMED):
        if claim.change != Claim.Change.DEPARTING:
            name = JOBS.get(claim.job.casefold(), "contributor")
            name = "contributor" if name in without else name
            told = _role(claim, name)
            found.setdefault(name, []).extend([] if told in found.get(name, []) else [told])
    for claim in sure(record, "platform"):
        if claim.platform:
            found.setdefault("provider", []).append(identity(claim.platform))
    return found


def _role(claim: Claim, name: str) -> Node:
    """A part as a role, with the character unless that would spoil the story."""
    person = identity(claim.person)
    if name == "actor":
        is_told = claim.spoiler != Claim.Spoiler.MAJOR
        return node("PerformanceRole", actor=person, characterName=claim.character if is_told else None)
    return node("Role", contributor=person, roleName=claim.job) if name == "contributor" else person


def _episodes(record: Record, is_film: bool = False) -> Node:
    counted = [claim.value for claim in sure(record, "episodes") if claim.value.isdecimal()]
    return {"numberOfEpisodes": int(counted[0])} if counted and not is_film else {}


def picture(image: Image | None) -> list[str]:
    """The largest rendition of a picture that may be shown."""
    if image is None or not image.may_be_shown:
        return []
    return [absolute(image.renditions["jpeg"][-1].url)]
