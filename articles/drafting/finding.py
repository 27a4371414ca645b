"""Known shows, people and platforms, found by any alias, spelling or name order; what is new waits to be kept."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from django.db import models

from newsroom.lib.text import new_key, slug_of
from shows.models import Person, Platform, Season, Show

# Of two spellings, how like they are before the desk asks whether they are one name. At 0.82 “Park Jihoo” is asked
# about beside “Park Ji-hu”, and “Lee Min-jun” is not beside “Lee Min-jae”.
ALIKE = 0.82
_NO_LETTER = re.compile(r"[^\w\s]|_")


def folded(name: str) -> str:
    """A name as it is compared: without case, accents, hyphens and order ("Min-jae Lee" = "Lee Min-jae")."""
    if not name.isascii():  # most are, and a catalogue has many
        name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(sorted(_NO_LETTER.sub("", name.casefold()).split()))


class Names:
    """The catalogue's names, read once for a whole import.

    A name that nobody has gives a row that is not saved: `keep` saves it, once something rests on it.
    """

    def __init__(self):
        self.people = _index(Person.objects.current(), "name", "native_name")
        self.shows = _index(Show.objects.current(), "title", "original_title")
        self.platforms = _index(Platform.objects.current(), "name")
        self.seasons: dict[tuple[int, int], Season] = {}

    def person(self, name: str, native: str | None = None) -> Person:
        known = self.people.get(folded(name)) or (native and self.people.get(folded(native)))
        return known or _new(self.people, name, Person(name=name, native_name=native or ""))

    def show(self, title: str, kind: str | None) -> Show:
        known = self.shows.get(folded(title))
        return known or _new(self.shows, title, Show(title=title, kind=kind or Show.Kind.SERIES))

    def platform(self, name: str) -> Platform:
        return self.platforms.get(folded(name)) or _new(self.platforms, name, Platform(name=name))

    def season(self, show: Show, number: int | None) -> Season | None:
        """The season of that number; None for a film or where none is named."""
        if not number or show.is_film:
            return None
        place = (id(show), number)
        if place not in self.seasons:
            known = show.pk and Season.objects.filter(show=show, number=number).first()
            self.seasons[place] = known or Season(show=show, number=number)
            self.seasons[place].show = show
        return self.seasons[place]

    def decide(self, index: dict, name: str, row: models.Model | None) -> None:
        """This name is that row; None: somebody or something new, whoever else is called so."""
        if row is None:
            index.pop(folded(name), None)
        else:
            index[folded(name)] = row

    def keep(self, row: models.Model | None) -> models.Model | None:
        """The row itself, saved under an address of its own where it is new."""
        if row is None or not row._state.adding:
            return row
        if isinstance(row, Season):
            row.show = self.keep(row.show)
        else:
            row.slug = free_slug(type(row), str(row))
        row.save()
        return row


def alike(index: dict[str, models.Model], name: str, most: int = 2) -> list[models.Model]:
    """Rows whose names are spelled nearly like this one, the likest first."""
    wanted, near = folded(name), {}
    words = set(wanted.split())
    for other, row in index.items():
        # Two misspelled words are two names: one is shared, or the beginning. That spares nearly all comparing.
        is_near = other[:3] == wanted[:3] or not words.isdisjoint(other.split())
        if is_near and row.pk and other != wanted:
            likeness = SequenceMatcher(None, wanted, other).ratio()
            if likeness >= ALIKE:
                near[row] = max(near.get(row, 0), likeness)
    return sorted(near, key=lambda row: (-near[row], str(row)))[:most]


def free_slug(model: type[models.Model], words: str) -> str:
    """An address made of these words that no row of the model has."""
    slug = slug_of(words)
    if slug == "item":
        return new_key()
    return slug if not model.objects.filter(slug=slug).exists() else f"{slug}-{new_key()[:4]}"


def _new(index: dict[str, models.Model], name: str, row: models.Model) -> models.Model:
    index[folded(name)] = row
    return row


def _index(rows: Iterable, *columns: str) -> dict[str, models.Model]:
    index: dict[str, models.Model] = {}
    for row in rows:
        names = [getattr(row, column) for column in columns] + list(getattr(row, "aliases", []))
        for name in filter(None, names):
            index.setdefault(folded(name), row)
    return index
