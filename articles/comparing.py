"""Two states of a story compared as readers meet them: words, not markup, block by block.

It knows no database: what a state tells is given as lines of text under labels.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from articles.aligning import Pairs, gaps, matches

# A word, with what joins its parts; a sign of a script without spaces; any other sign. Then its space.
TOKEN = re.compile(
    r"([^\W\u3040-\u30ff\u3400-\u9fff]+(?:[-’'.,:/][^\W\u3040-\u30ff\u3400-\u9fff]+)*|\S)(\s*)"
)
ALIKE = 0.4  # of their words two lines have in common: then one is the other, changed
MOST_PAIRS = 400  # lines changed in one place that are held against each other, one count times the other
SCRAP = 3  # letters left standing between two replacements only disturb the reading


class Line(NamedTuple):
    """A paragraph, heading or item (`p`, `h2`, `h3`, `li`, `blockquote`) and its words, spaces folded."""

    tag: str
    text: str


@dataclass(frozen=True)
class Told:
    """What a state of a story tells: lines by label, and the words that each claim marks, by its key."""

    parts: dict[str, list[Line]]
    marks: dict[str, list[str]] = field(default_factory=dict)


class Kind(StrEnum):
    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


class Piece(NamedTuple):
    kind: Kind
    text: str

    @property
    def is_deleted(self) -> bool:
        return self.kind == Kind.DELETED

    @property
    def is_inserted(self) -> bool:
        return self.kind == Kind.INSERTED


@dataclass(frozen=True)
class Block:
    """A line with what became of its words; `was` is its former tag where that is another."""

    tag: str
    pieces: tuple[Piece, ...]
    was: str = ""

    @property
    def is_changed(self) -> bool:
        return bool(self.was) or any(piece.kind != Kind.KEPT for piece in self.pieces)

    @property
    def old(self) -> list[Piece]:
        return [piece for piece in self.pieces if not piece.is_inserted]

    @property
    def new(self) -> list[Piece]:
        return [piece for piece in self.pieces if not piece.is_deleted]


@dataclass(frozen=True)
class Part:
    label: str
    blocks: tuple[Block, ...]

    @property
    def is_changed(self) -> bool:
        return any(block.is_changed for block in self.blocks)

    @property
    def rows(self) -> list[tuple[Block | None, Block | None]]:
        """Side by side: a line beside what it became, what went beside what came in its place."""
        rows, went, came = [], [], []
        for block in (*self.blocks, None):
            if block and not block.new:
                went.append(block)
            elif block and not block.old:
                came.append(block)
            else:
                rows += [*zip_longest(went, came), *([(block, block)] if block else [])]
                went, came = [], []
        return rows


@dataclass(frozen=True)
class Mark:
    """A claim that marks other words than before; none where it marked, or marks, nothing."""

    key: str
    before: tuple[str, ...]
    after: tuple[str, ...]


def compare(before: Told, after: Told) -> list[Part]:
    """Every part of either, in the order of the later one."""
    labels = dict.fromkeys([*after.parts, *before.parts])
    return [
        Part(label, tuple(blocks(before.parts.get(label, []), after.parts.get(label, []))))
        for label in labels
    ]


def moved_marks(before: Told, after: Told) -> list[Mark]:
    """The claims whose marks stand on other words, came or went, in the order of the text."""
    keys = dict.fromkeys([*after.marks, *before.marks])
    found = [Mark(key, tuple(before.marks.get(key, ())), tuple(after.marks.get(key, ()))) for key in keys]
    return [mark for mark in found if mark.before != mark.after]


def blocks(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Block]:
    """The lines of two texts against each other; a changed line is told word by word."""
    same = matches(before, after)
    for (a, b), (here, there) in zip([*same, (-1, -1)], gaps(same, len(before), len(after)), strict=True):
        yield from _changed(before[here], after[there])
        if a >= 0:
            yield Block(after[b].tag, tuple(_whole(Kind.KEPT, after[b].text)))


def _changed(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Block]:
    pairs = _alike(before, after)
    places = zip([*pairs, (-1, -1)], gaps(pairs, len(before), len(after)), strict=True)
    for (a, b), (here, there) in places:
        for line in before[here]:
            yield Block(line.tag, tuple(_whole(Kind.DELETED, line.text)))
        for line in after[there]:
            yield Block(line.tag, tuple(_whole(Kind.INSERTED, line.text)))
        if a >= 0:
            one, other = before[a], after[b]
            yield Block(
                other.tag, tuple(pieces(one.text, other.text)), one.tag if one.tag != other.tag else ""
            )


def _alike(before: Sequence[Line], after: Sequence[Line]) -> Pairs:
    """Which line became which: the pairs that have most in common; where there are many, those in one place."""
    mine, theirs = ([_counted(line) for line in side] for side in (before, after))
    if len(mine) * len(theirs) > MOST_PAIRS:
        places = range(min(len(mine), len(theirs)))
        return [(place, place) for place in places if likeness(mine[place], theirs[place]) >= ALIKE]
    best = [[(0.0, None)] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for a in reversed(range(len(mine))):
        for b in reversed(range(len(theirs))):
            alike = likeness(mine[a], theirs[b])
            together = (best[a + 1][b + 1][0] + alike, (a, b)) if alike >= ALIKE else (-1.0, None)
            best[a][b] = max(
                together, (best[a + 1][b][0], "a"), (best[a][b + 1][0], "b"), key=lambda one: one[0]
            )
    return list(_walked(best))


def _counted(line: Line) -> Counter:
    return Counter(word for word, _ in TOKEN.findall(line.text))


def _walked(best: list) -> Iterator[tuple[int, int]]:
    a = b = 0
    while (step := best[a][b][1]) is not None:
        if isinstance(step, tuple):
            yield step
        a, b = a + (step != "b"), b + (step != "a")


def likeness(one: Counter, other: Counter) -> float:
    """How much of their words two lines share, from 0 to 1; as long as the shorter one takes."""
    few, many = sorted((one, other), key=len)
    shared = sum(min(count, many[word]) for word, count in few.items())
    return 2 * shared / ((few.total() + many.total()) or 1)


def pieces(before: str, after: str) -> Iterator[Piece]:
    """What became of the words of a line. Kept and inserted make the new text, kept and deleted the old words."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    same = _readable(matches([word for word, _ in old], [word for word, _ in new]), old, new)
    told: list[list] = []
    for (a, b), (here, there) in zip([*same, (-1, -1)], gaps(same, len(old), len(new)), strict=True):
        _add(told, Kind.DELETED, "".join(word + space for word, space in old[here]))
        _add(told, Kind.INSERTED, "".join(word + space for word, space in new[there]))
        if a >= 0:
            _add(told, Kind.KEPT, new[b][0] + new[b][1])
            if old[a][1] and not new[b][1]:
                _add(told, Kind.DELETED, old[a][1])
    return (Piece(kind, text) for kind, text in told)


def _add(told: list[list], kind: Kind, text: str) -> None:
    if text and told and told[-1][0] == kind:
        told[-1][1] += text
    elif text:
        told.append([kind, text])


def _readable(same: Pairs, old: list, new: list) -> Pairs:
    """Without scraps, an “a” or a comma that stayed between two replacements."""
    kept, runs = [], _runs(same)
    bounds = [[(-1, -1)], *runs, [(len(old), len(new))]]
    for before, run, after in zip(bounds, runs, bounds[2:], strict=False):
        letters = sum(len(new[b][0]) for _, b in run)
        if letters > SCRAP or not _between_replacements(run, before, after):
            kept += run
    return kept


def _runs(same: Pairs) -> list[Pairs]:
    runs: list[Pairs] = []
    for a, b in same:
        if runs and runs[-1][-1] == (a - 1, b - 1):
            runs[-1].append((a, b))
        else:
            runs.append([(a, b)])
    return runs


def _between_replacements(run: Pairs, before: Pairs, after: Pairs) -> bool:
    sides = ((before[-1], run[0]), (run[-1], after[0]))
    return all(next_a - a > 1 and next_b - b > 1 for (a, b), (next_a, next_b) in sides)


def _whole(kind: Kind, text: str) -> Iterator[Piece]:
    if text:
        yield Piece(kind, text)
