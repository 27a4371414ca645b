"""Known shows, people and platforms, found by any alias, spelling or name order."""

import unicodedata
from collections.abc import Iterable

from django.db import models

from newsroom.lib.text import new_key, slug_of
from shows.models import Person, Platform, Season, Show


def folded(name: str) -> str:
    """A name as it is compared: without case, accents, hyphens and order ("Min-jae Lee" = "Lee Min-jae")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() or c.isspace() else "" for c in plain.casefold()).split()
    return " ".join(sorted(words))


class Names:
    """The catalogue's names, read once for a whole import."""

    def __init__(self):
        self.people = _index(Person.objects.current(), "name", "native_name")
        self.shows = _index(Show.objects.current(), "title", "original_title")
        self.platforms = _index(Platform.objects.current(), "name")

    def person(self, name: str, native: str | None = None) -> Person:
        found = self.people.get(folded(name)) or (native and self.people.get(folded(native)))
        if not found:
            found = Person.objects.create(slug=free_slug(Person, name), name=name, native_name=native or "")
            self.people[folded(name)] = found
        return found

    def show(self, title: str, kind: str | None) -> Show:
        found = self.shows.get(folded(title))
        if not found:
            found = Show.objects.create(
                slug=free_slug(Show, title), title=title, kind=kind or Show.Kind.SERIES
            )
            self.shows[folded(title)] = found
        return found

    def platform(self, name: str) -> Platform:
        found = self.platforms.get(folded(name))
        if not found:
            found = Platform.objects.create(slug=free_slug(Platform, name), name=name)
            self.platforms[folded(name)] = found
        return found


def season(show: Show, number: int | None) -> Season | None:
    """The season of that number, new where the show has none; None for a film or where none is named."""
    return Season.objects.get_or_create(show=show, number=number)[0] if number and not show.is_film else None


def free_slug(model: type[models.Model], words: str) -> str:
    """An address made of these words that no row of the model has."""
    slug = slug_of(words)
    if slug == "item":
        return new_key()
    return slug if not model.objects.filter(slug=slug).exists() else f"{slug}-{new_key()[:4]}"


def _index(rows: Iterable, *columns: str) -> dict[str, models.Model]:
    index: dict[str, models.Model] = {}
    for row in rows:
        names = [getattr(row, column) for column in columns] + list(getattr(row, "aliases", []))
        for name in filter(None, names):
            index.setdefault(folded(name), row)
    return index
