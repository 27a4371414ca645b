import pytest

from articles.plaintext.seasons import season_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Season 2", [2]),
        ("season two", [2]),
        ("the third season", [3]),
        ("S3", [3]),
        ("Class 2", [2]),
        ("Series 4", [4]),
        ("its 10th season", [10]),
        ("SEASON 5", [5]),
        ("Season 2026", []),
        ("oyster season opens", []),
        ("Mr. 3", []),
    ],
)
def test_seasons_are_numbered_in_words_and_figures(text, numbers):
    assert [number for number, _, _ in season_numbers(text)] == numbers
