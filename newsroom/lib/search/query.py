"""What a reader asks for: words that must all be found, each in one of several ways."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from newsroom.lib.search.words import WORD, fold, is_unbroken, words_of

MOST_UNITS = 12
_SEASON, _SEASON_AT_ONCE = (
    re.compile(r"(?:season|series|시즌)"),
    re.compile(r"(?:season|series|s|시즌)0*([1-9]\d{0,3})"),
)
_NUMBER = re.compile(r"0*([1-9]\d{0,3})")
SHORTEST_BEGINNING = 3


@dataclass(frozen=True)
class Phrase:
    """Words that stand one behind the other; with `is_beginning` the last may go on."""

    words: tuple[str, ...]
    is_beginning: bool = False

    def begins(self, word: str) -> bool:
        """The last of its words is this one, or its beginning where that will do."""
        return word.startswith(self.words[-1]) if self.is_beginning else word == self.words[-1]


@dataclass(frozen=True)
class Unit:
    """One thing that was asked for, found by any of its phrases. `words` are those of a name; a season has none."""

    phrases: tuple[Phrase, ...]
    words: tuple[str, ...] = ()
    season: int = 0

    def or_any(self, tokens: Iterable[str]) -> "Unit":
        return replace(self, phrases=(*self.phrases, *(Phrase((token,)) for token in tokens)))


@dataclass(frozen=True)
class Query:
    units: tuple[Unit, ...]

    def __bool__(self) -> bool:
        return bool(self.units)

    @property
    def phrases(self) -> list[Phrase]:
        return [phrase for unit in self.units for phrase in unit.phrases]

    @property
    def season(self) -> int:
        """The number of the season that it asks for; 0 where it names none."""
        return next((unit.season for unit in self.units if unit.season), 0)


def read(text: str) -> Query:
    """Whatever somebody typed. Signs are no words; nothing is an operator."""
    chunks = [chunk for chunk in fold(text).split() if WORD.search(chunk)][:MOST_UNITS]
    units, place = [], 0
    while place < len(chunks):
        number = _season(chunks[place], chunks[place + 1] if place + 1 < len(chunks) else "")
        units.append(_of_season(number) if number else _of_words(chunks[place]))
        place += 2 if number and _SEASON.fullmatch(_bare(chunks[place])) else 1
    return Query(tuple(units))


def beginning(words: Iterable[str], *, is_unfinished: bool) -> Query:
    """All of these words, the last of them perhaps still being typed: for names."""
    *first, last = words
    may_go_on = is_unfinished and len(last) >= SHORTEST_BEGINNING and not last.isdecimal()
    told = [Phrase((word,), is_unbroken(word)) for word in first]
    told.append(Phrase((last,), may_go_on or is_unbroken(last)))
    return Query(tuple(Unit((phrase,)) for phrase in told))


def _bare(chunk: str) -> str:
    return "".join(WORD.findall(chunk))


def _season(chunk: str, following: str) -> int:
    """“season 2”, “S2”, “s02”, “시즌2”: its number; else 0."""
    at_once = _SEASON_AT_ONCE.fullmatch(_bare(chunk))
    after = _SEASON.fullmatch(_bare(chunk)) and _NUMBER.fullmatch(_bare(following))
    return int((at_once or after).group(1)) if at_once or after else 0


def season_token(number: int) -> str:
    """What a story or a claim about any season of this number is filed under."""
    return f"#n{number}"


def _of_season(number: int) -> Unit:
    said = [
        ("season", str(number)),
        ("series", str(number)),
        (f"s{number}",),
        (f"s{number:02}",),
        (f"시즌{number}",),
    ]
    return Unit((*map(Phrase, said), Phrase((season_token(number),))), season=number)


def _of_words(chunk: str) -> Unit:
    words = tuple(words_of(chunk))
    said = [words, ("".join(words),)] if len(words) > 1 else [words]
    if len(words) > 1 and words[-1] == "s":  # “Netflix’s” finds Netflix
        said.append(words[:-1])
    phrases = (Phrase(one, is_unbroken(one[-1])) for one in dict.fromkeys(said))
    return Unit(tuple(phrases), words)
