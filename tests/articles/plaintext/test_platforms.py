import pytest

from articles.plaintext.platforms import is_platform, platform_of


def platform(*sentences, head=(), lines=(), film=False):
    return platform_of(list(head), list(sentences), list(lines), is_film=film)


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Netflix has renewed the show."], "Netflix"),
        (["The drama moves to Netflix.", "Season 1 lived on Wavve."], "Netflix"),
        (["The BBC confirmed it.", "It airs on BBC One."], "BBC One"),
        (["It streams on Max."], "Max"),
        (["Max is a boy who loves sharks."], None),
        (["Nobody knows where."], None),
    ],
)
def test_the_platform_is_the_one_that_acts_for_the_title(sentences, expected):
    assert platform(*sentences) == expected


def test_a_line_that_states_it_wins():
    assert platform("Netflix has a rival show.", lines=["Network: SBS (Fridays)"]) == "SBS"


def test_a_film_has_a_platform_only_where_it_streams():
    assert platform("Netflix calls its own film a rival.", "Apple TV+ said so.", film=True) is None
    assert platform("The film arrives on Netflix in May.", film=True) == "Netflix"


def test_a_possessive_is_still_the_platform():
    assert is_platform("Netflix’s")
