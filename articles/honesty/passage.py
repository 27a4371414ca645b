"""A text cut into sentences and clauses, each with its place in the whole."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from articles.plaintext.sentences import LONGEST, sentences_of

from .idioms import HAS_VERB, masked, quoted

STRAIGHT = str.maketrans("’‘ʼ`“”„", "''''\"\"\"")
_CUT = re.compile(
    r"(?P<strong>[;:]\s+|\s[—–|-]\s|—|…\s*|\.{3}\s*|[!?.]\s+|[()]|,?\s(?=(?:but|while|whereas|although|though|however|yet"
    r"|nor)\s))|,\s+|\s(?=(?:and|or|which|who|whose|after|as|before|since|because|so|with)\s)",
    re.I,
)
_RELATIVE = re.compile(r"(?:which|who|whose)\b", re.I)


@dataclass(frozen=True)
class Clause:
    """A part of a sentence with a verb of its own; `strong` numbers the parts between "but", ";" and the like."""

    start: int
    end: int
    strong: int


@dataclass(frozen=True)
class Sentence:
    """A sentence as it stands (`text`, quotes straightened) and as it is searched (`open`, idioms blanked)."""

    start: int
    text: str
    place: str
    quotes: tuple[tuple[int, int], ...] = ()

    @cached_property
    def open(self) -> str:
        return masked(self.text, self.is_titled)

    @property
    def is_question(self) -> bool:
        return self.text.rstrip(" \"')”’»]").endswith(("?", "?!", "!?", "？"))

    @cached_property
    def is_titled(self) -> bool:
        """Written in the capitals of a headline, so that a capital tells nothing."""
        words = [word for word in re.findall(r"[^\W\d_]+", self.text) if len(word) > 3]
        return len(words) > 1 and sum(word[0].isupper() for word in words) > 0.65 * len(words)

    @cached_property
    def clauses(self) -> list[Clause]:
        return list(_joined(self.open, list(_pieces(self.open))))

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.clauses]

    def clause_at(self, place: int) -> Clause:
        return self.clauses[max(0, bisect_right(self._starts, place) - 1)]

    @cached_property
    def _parts(self) -> dict[int, tuple[int, int]]:
        """Start and end of what stands between one "but", ";" or dash and the next, by its number."""
        parts: dict[int, tuple[int, int]] = {}
        for one in self.clauses:
            parts[one.strong] = (parts.get(one.strong, (one.start, 0))[0], one.end)
        return parts

    def part_at(self, place: int) -> tuple[int, int]:
        return self._parts[self.clause_at(place).strong]

    def words(self, clause: Clause) -> str:
        return self.text[clause.start : clause.end]


def sentences(text: str, place: str) -> Iterator[Sentence]:
    """The sentences of a text, in order; a line's end is a sentence's."""
    at = 0
    for line in re.split(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", text):
        straight = line.translate(STRAIGHT)
        quotes = quoted(straight)
        for begin, end in _spans(line):
            inside = tuple(
                (left - begin, right - begin) for left, right in quotes if left < end and right > begin
            )
            yield Sentence(at + begin, straight[begin:end], place, inside)
        at += len(line) + 1


def _spans(line: str) -> Iterator[tuple[int, int]]:
    at = 0
    for found in sentences_of(line):
        start = line.find(found, at)
        yield start, start + len(found)
        at = start + len(found)
        if len(found) == LONGEST:  # the reader of plain texts stops here; a check must not
            stop = _next(line, at)
            yield from ((begin, min(begin + LONGEST, stop)) for begin in range(at, stop, LONGEST))
            at = stop


def _next(line: str, at: int) -> int:
    """Where an overlong sentence ends: at its stop, or with the line."""
    end = re.compile(r"[.!?…][\"'”’)\]»]*\s+").search(line, at)
    return end.end() if end else len(line)


def _pieces(text: str) -> Iterator[Clause]:
    at = strong = 0
    for cut in _CUT.finditer(text):
        if cut.end() > at:
            yield Clause(at, cut.end(), strong)
        at = cut.end()
        strong += bool(cut["strong"])
    if at < len(text) or not at:
        yield Clause(at, len(text), strong)


def _joined(text: str, pieces: list[Clause]) -> Iterator[Clause]:
    """A piece without a verb is the next one's subject, or, after a verb, the rest of what stands before it."""
    kept: list[Clause] = []
    for piece in pieces:
        words = text[piece.start : piece.end]
        last = kept[-1] if kept else None
        if last and last.strong == piece.strong and not _RELATIVE.match(words):
            if not HAS_VERB.search(words) or not HAS_VERB.search(text[last.start : last.end]):
                kept[-1] = Clause(last.start, piece.end, piece.strong)
                continue
        kept.append(piece)
    yield from kept
