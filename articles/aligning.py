"""What two sequences have in common, in their order: linear in their length, whatever they hold.

What they begin and end with alike comes first; then what occurs once in both holds the rest in place, gap by
gap; a gap without such an anchor is looked through item by item where it is small, and counts as replaced
where it is not. A whole story word by word is what the usual algorithms, quadratic at worst, take seconds for.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

Pairs = list[tuple[int, int]]

MOST_CELLS = 4096  # of two lengths multiplied: what is compared item by item
MOST_DEPTH = 6  # gaps within gaps


def matches(before: Sequence, after: Sequence) -> Pairs:
    """The places (in `before`, in `after`) of equal items, both ascending. Items are hashable."""
    found = list(_within(before, after, (0, len(before)), (0, len(after)), MOST_DEPTH))
    return sorted(found)


def gaps(pairs: Pairs, before: int, after: int) -> Iterator[tuple[slice, slice]]:
    """What lies before, between and behind the pairs, in two sequences of these lengths: one gap more than pairs."""
    for (a, b), (next_a, next_b) in pairwise([(-1, -1), *pairs, (before, after)]):
        yield slice(a + 1, next_a), slice(b + 1, next_b)


def _within(before: Sequence, after: Sequence, one: tuple, other: tuple, depth: int) -> Iterator[tuple]:
    (low, high), (from_, to) = one, other
    while low < high and from_ < to and before[low] == after[from_]:
        yield low, from_
        low, from_ = low + 1, from_ + 1
    while low < high and from_ < to and before[high - 1] == after[to - 1]:
        high, to = high - 1, to - 1
        yield high, to
    if low == high or from_ == to:
        return
    anchors = _anchors(before, after, (low, high), (from_, to)) if depth else []
    if anchors:
        yield from anchors
        for (a, b), (next_a, next_b) in pairwise([(low - 1, from_ - 1), *anchors, (high, to)]):
            yield from _within(before, after, (a + 1, next_a), (b + 1, next_b), depth - 1)
    elif (high - low) * (to - from_) <= MOST_CELLS:
        yield from _longest(before, after, (low, high), (from_, to))


def _anchors(before: Sequence, after: Sequence, one: tuple, other: tuple) -> Pairs:
    """What occurs once on either side: the longest ascending line of it."""
    here, there = Counter(before[slice(*one)]), Counter(after[slice(*other)])
    places = {after[b]: b for b in range(*other) if there[after[b]] == 1}
    met = [(a, places[before[a]]) for a in range(*one) if here[before[a]] == 1 and before[a] in places]
    return _ascending(met)


def _ascending(met: Pairs) -> Pairs:
    """The longest line of pairs that ascends on both sides (patience sorting)."""
    ends: list[int] = []
    last: list[int] = []
    back: list[int] = []
    for place, (_, b) in enumerate(met):
        pile = bisect_left(ends, b)
        ends[pile : pile + 1] = [b]
        last[pile : pile + 1] = [place]
        back.append(last[pile - 1] if pile else -1)
    line, place = [], last[-1] if last else -1
    while place >= 0:
        line.append(met[place])
        place = back[place]
    return line[::-1]


def _longest(before: Sequence, after: Sequence, one: tuple, other: tuple) -> Iterator[tuple]:
    """The longest common subsequence, for what is small."""
    (low, high), (from_, to) = one, other
    width = to - from_
    rows = [[0] * (width + 1)]
    for a in reversed(range(low, high)):
        below, row = rows[-1], [0] * (width + 1)
        for b in reversed(range(width)):
            same = before[a] == after[from_ + b]
            row[b] = below[b + 1] + 1 if same else max(below[b], row[b + 1])
        rows.append(row)
    rows.reverse()
    a = b = 0
    while a < high - low and b < width:
        if before[low + a] == after[from_ + b]:
            yield low + a, from_ + b
            a, b = a + 1, b + 1
        elif rows[a + 1][b] >= rows[a][b + 1]:
            a += 1
        else:
            b += 1
