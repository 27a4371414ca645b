"""Shows, seasons, people, platforms, outlets, authors: what stories are about and by whom they are told."""

from dataclasses import dataclass, field
from random import Random

from django.contrib.auth.models import User

from articles.models import Author, Disclaimer
from claims.confidence import Confidence
from claims.models import Outlet
from newsroom.lib.search.words import names as found_by
from newsroom.lib.text import slug_of
from newsroom.populating import words
from newsroom.populating.rows import Table, Writer
from newsroom.populating.shares import Zipf, code
from shows.models import Person, Platform, Season, Show

ACCOUNT = "populate"  # whom the rows name as who did it; nobody can log in as it
SEASONS, STORIES_A_SEASON = 12, 5
PEOPLE_A_STORY = 0.9
SERIES, FILM = Show.Kind.SERIES.value, Show.Kind.FILM.value


@dataclass
class Title:
    """A show as the rest needs it."""

    pk: int
    name: str
    is_film: bool
    seasons: list[int] = field(default_factory=list)


@dataclass
class World:
    by: int
    shows: list[Title]
    people: list[int]
    seasons: Table
    busy_shows: Zipf
    busy_people: Zipf
    platforms: list[int]
    outlets: dict[str, list[int]]
    authors: list[int]


def make(writer: Writer, count: int, rng: Random, now) -> World:
    many_shows, many_people = max(min(count, 120), count // 5), max(min(count, 300), count // 4)
    by, _ = User.objects.get_or_create(username=ACCOUNT, defaults={"password": "!", "is_active": False})
    Disclaimer.objects.get_or_create(
        key="populated-unconfirmed",
        defaults={"text": "Not all of this has been confirmed.", "below": Confidence.CONFIRMED},
    )
    return World(
        by=by.pk,
        shows=_shows(writer, many_shows, rng),
        people=_people(writer, many_people, rng),
        seasons=writer.table(Season, "show_id", "number"),
        busy_shows=Zipf(many_shows, 0.01),
        busy_people=Zipf(many_people, 0.005 / PEOPLE_A_STORY),
        platforms=[_one(Platform, name) for name in words.PLATFORMS],
        outlets={
            kind: [_one(Outlet, name, kind=kind, url=f"https://{slug_of(name)}.example/") for name in names]
            for kind, names in words.OUTLETS.items()
        },
        authors=[_one(Author, name) for name in words.AUTHORS],
    )


def _one(model, name: str, **fields) -> int:
    """One of the few things that a second run finds again."""
    defaults = {"name": name, **fields}
    return model.objects.get_or_create(slug=f"{slug_of(name)}-{code(7)}", defaults=defaults)[0].pk


def _shows(writer: Writer, count: int, rng: Random) -> list[Title]:
    names = (
        "slug",
        "kind",
        "title",
        "original_title",
        "aliases",
        "country",
        "genres",
        "external_ids",
        "found_by",
    )
    table, found = writer.table(Show, *names), []
    for _ in range(count):
        is_film = rng.random() < 0.1
        title = f"The {rng.choice(words.ADJECTIVES)} {rng.choice(words.NOUNS)}"
        title += f" of {rng.choice(words.NOUNS)}" if rng.random() < 0.4 else ""
        slug = f"{slug_of(title)}-{code(table.last + 1)}"
        aliases, genres = [title.removeprefix("The ")], rng.sample(words.GENRES, 2)
        ids = {"tmdb": str(rng.randrange(10**6))}
        kind, country = FILM if is_film else SERIES, rng.choice(words.COUNTRIES)
        pk = table.add(slug, kind, title, "", aliases, country, genres, ids, found_by(title, *aliases))
        found.append(Title(pk, title, is_film))
    return found


def add_seasons(world: World, show: Title, stories: int) -> None:
    """As many as its stories ask for."""
    many = 0 if show.is_film else max(1, min(SEASONS, stories // STORIES_A_SEASON))
    show.seasons = [world.seasons.add(show.pk, number) for number in range(1, many + 1)]


def _people(writer: Writer, count: int, rng: Random) -> list[int]:
    names = ("slug", "name", "sort_name", "native_name", "aliases", "external_ids", "found_by")
    table, found = writer.table(Person, *names), []
    for _ in range(count):
        families, givens, is_family_first, joint = rng.choice(words.PEOPLE)
        (family, *at_home), (given, *home) = (
            rng.choice(some.split("|")).split(" ") for some in (families, givens)
        )
        name = f"{family} {given}" if is_family_first else f"{given} {family}"
        other = f"{given} {family}" if is_family_first else f"{family} {given}"
        native = joint.join((*at_home, *home) if is_family_first else (*home, *at_home))
        slug = f"{slug_of(name)}-{code(table.last + 1)}"
        told = found_by(name, f"{family}, {given}", native, other)
        found.append(table.add(slug, name, f"{family}, {given}", native, [other], {}, told))
    return found
