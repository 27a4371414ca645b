"""What two sequences have in common: in order on both sides, and found in linear time whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from articles.aligning import MOST_CELLS, gaps, matches

sequences = some.lists(some.sampled_from("abcdefgh "), max_size=60)


@given(sequences, sequences)
def test_pairs_are_equal_items_and_ascend_on_both_sides(before, after):
    pairs = matches(before, after)
    assert [before[a] for a, _ in pairs] == [after[b] for _, b in pairs]
    for side in zip(*pairs, strict=True):
        assert list(side) == sorted(set(side))


@given(sequences, sequences)
def test_pairs_and_gaps_are_the_whole(before, after):
    pairs = matches(before, after)
    whole = ([], [])
    for pair, gap in zip([*pairs, None], gaps(pairs, len(before), len(after)), strict=True):
        for side, out in enumerate(whole):
            out += (before, after)[side][gap[side]]
            out += [(before, after)[side][pair[side]]] if pair else []
    assert whole == (before, after)


@given(sequences)
def test_a_sequence_is_wholly_like_itself(one):
    assert matches(one, one) == [(place, place) for place in range(len(one))]


def test_what_is_small_is_looked_through_item_by_item():
    assert matches("xaxb", "yayb") == [(1, 1), (3, 3)]
    assert len(matches("abab", "baba")) == 3


class Item(str):
    """Counts how often items are compared or hashed."""

    work = 0
    __slots__ = ()

    def __eq__(self, other):
        Item.work += 1
        return str.__eq__(self, other)

    def __hash__(self):
        Item.work += 1
        return str.__hash__(self)


def work(before, after):
    Item.work = 0
    matches([Item(one) for one in before], [Item(one) for one in after])
    return Item.work


SHAPES = {
    "nothing in common": lambda n: (["a"] * n, ["b"] * n),
    "two words over and over": lambda n: (["a", "b"] * (n // 2), ["b", "a"] * (n // 2)),
    "every word new but one in nine": lambda n: (
        [f"w{i}" if i % 9 else f"k{i}" for i in range(n)],
        [f"v{i}" if i % 9 else f"k{i}" for i in range(n)],
    ),
    "turned round": lambda n: ([f"w{i}" for i in range(n)], [f"w{n - i}" for i in range(n)]),
    "few words, each change apart": lambda n: (
        [f"w{i % 50}" for i in range(n)],
        [f"w{i % 50}" if i % 7 else "x" for i in range(n)],
    ),
    "one against many": lambda n: (["a"], ["b"] * n),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_with_the_length_and_no_faster(shape):
    small, large = (work(*SHAPES[shape](n)) for n in (2_000, 8_000))
    assert large <= 4.5 * small + MOST_CELLS
    assert large <= 140 * 8_000
