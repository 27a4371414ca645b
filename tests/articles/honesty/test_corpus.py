"""How often the check is right, on sentences as newsrooms write them."""

import sys

import pytest

from tests.articles.honesty.corpus import lines, score

FLOORS = {
    "corpus": (0.97, 0.97),
    "held_out": (0.95, 0.97),
    "held_out_2": (0.9, 0.97),
    "held_out_3": (0.97, 0.97),
    "held_out_4": (0.95, 0.95),
    "held_out_5": (0.95, 0.95),
}


@pytest.mark.parametrize("name", FLOORS)
def test_the_check_is_as_good_as_it_was(name):
    measured = score(name)
    sys.stdout.write("\n".join([*measured.missed, *measured.extra]))
    precision, recall = FLOORS[name]
    assert measured.precision >= precision
    assert measured.recall >= recall


def test_the_corpus_has_both_directions_and_many_traps():
    kinds = [[kind for _, kind, _ in line["flags"]] for line in lines("corpus")]
    assert len(kinds) >= 120
    assert kinds.count([]) >= 40
    assert sum("over" in found for found in kinds) >= 40
    assert sum("under" in found for found in kinds) >= 20
    assert sum(claim is None for line in lines("corpus") for _, _, claim in line["flags"]) >= 8
