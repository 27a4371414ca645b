"""Who or what is meant by words: live shows, seasons, people and platforms, by any name they go by."""

from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from claims import presence
from claims.indexing import topic_token
from newsroom.lib.search import Phrase, Query, Unit, beginning
from shows.models import Person, Platform, Season, Show

LIVE = {Person: presence.people, Show: presence.shows, Platform: presence.platforms}
MOST_WORDS = 6  # of a query, that may be parts of names
MEANT = 30  # rows that words may mean before they mean nobody in particular
# Of names like those that were typed: how like at least, among how many, and how many are suggested.
ALIKE, CANDIDATES, SUGGESTED = 0.72, 200, 5

# Words that stand side by side in a query, by their places.
Run = tuple[int, ...]


@dataclass
class Named:
    """What was found, each with the runs of words that name it, the longest first."""

    words: list[tuple[str, ...]]
    found: dict[Model, list[Run]] = field(default_factory=dict)
    numbered: list[Season] = field(default_factory=list)

    def take(self, rows, runs: list[Run]) -> None:
        for row in rows:
            if own := [run for run in runs if self.names(row, run)]:
                self.found[row] = own

    def query(self, run: Run) -> Query:
        """These words, all of them; the last of the whole query may still be going on."""
        words = [word for place in run for word in self.words[place]]
        return beginning(words, is_unfinished=run[-1] == len(self.words) - 1)

    def names(self, row: Model, run: Run) -> bool:
        own = row.found_by.split()
        return all(any(phrase.begins(word) for word in own) for phrase in self.query(run).phrases)

    def says(self, row: Model, run: Run) -> bool:
        """Each of the words is a whole one of its names."""
        return set(row.found_by.split()).issuperset(word for place in run for word in self.words[place])

    def of(self, model: type[Model]) -> list:
        """Those that most of the words name, whole words before beginnings."""
        longest = max((len(runs[0]) for runs in self.found.values()), default=0)
        rows = [row for row, runs in self.found.items() if type(row) is model and len(runs[0]) == longest]
        rows.sort(key=lambda row: (not self.says(row, self.found[row][0]), str(row).casefold(), row.pk))
        return rows

    def tokens(self, place: int) -> list[str]:
        """What stands in documents for all that this word is part of a name of."""
        meant = [
            row
            for row, runs in self.found.items()
            if any(place in run and self.many(type(row), run) <= MEANT for run in runs)
        ]
        return [topic_token(type(row), row.pk) for row in meant]

    def many(self, model: type[Model], run: Run) -> int:
        return sum(type(row) is model and run in runs for row, runs in self.found.items())


def understood(query: Query, at: datetime) -> tuple[Query, Named]:
    """The query, each of its words now found as part of a name too; and what was named."""
    named = look_up(query, at)
    places = iter(range(len(named.words)))
    units = [unit.or_any(named.tokens(next(places, -1))) if unit.words else unit for unit in query.units]
    return Query(tuple(units)), named


def look_up(query: Query, at: datetime) -> Named:
    """One question for each kind of row, however many words there are."""
    named = Named([unit.words for unit in query.units if unit.words][:MOST_WORDS])
    runs = _runs(len(named.words))
    for model, live in LIVE.items():
        named.take(live(at).filter(_is_meant(live(at), named, runs)).select_related(*_pictures(model)), runs)
    seasons = _is_meant(presence.seasons(at), named, runs)
    if query.season:
        seasons |= Q(number=query.season, show__in=named.of(Show)[:MEANT])
    for season in presence.seasons(at).filter(seasons).select_related("show__image"):
        if season.number == query.season and season.show in named.found:
            named.numbered.append(season)
        named.take([season], runs)
    return named


def _pictures(model: type[Model]) -> list[str]:
    return [] if model is Platform else ["image"]


def _runs(many: int) -> list[Run]:
    spans = [(begin, end) for begin in range(many) for end in range(begin + 1, many + 1)]
    return [tuple(range(*span)) for span in sorted(spans, key=lambda span: (span[0] - span[1], span))]


def _is_meant(rows: QuerySet, named: Named, runs: list[Run]) -> Q:
    """Among the first that each run of words names, so that common ones cost no more than rare ones."""
    told, values = [], []
    for run in runs:
        some = rows.model.searched_by.matching(rows.order_by().values("pk"), named.query(run))[: MEANT + 1]
        sql, params = some.query.sql_with_params()
        told.append(f"SELECT * FROM ({sql}) AS run{len(told)}")
        values += params
    return Q(pk__in=RawSQL(" UNION ALL ".join(told), values)) if told else Q(pk=None)


def alike(query: Query, at: datetime) -> list[Model]:
    """Live names that look like what was typed, the likest first: what the reader may have meant."""
    words = [word for unit in query.units for word in unit.words if len(word) > 1][:MOST_WORDS]
    if not words:
        return []
    begun = Query((Unit(tuple(Phrase((word[: max(2, len(word) // 2)],), True) for word in words)),))
    likeness = {}
    for model, live in LIVE.items():
        for row in model.searched_by.matching(live(at).order_by("pk"), begun)[:CANDIDATES]:
            likeness[row] = _likeness(words, row.found_by.split())
    likest = sorted(likeness, key=lambda row: (-likeness[row], str(row).casefold(), row.pk))
    return [row for row in likest if likeness[row] >= ALIKE][:SUGGESTED]


def _likeness(words: list[str], own: list[str]) -> float:
    """From 0 to 1: how like its likest word each of these is, the best of them counted."""
    return max(SequenceMatcher(None, word, one).ratio() for word in words for one in own)
