import pytest

from articles.plaintext.windows import find_windows


def spans(text, published="2025-01-02"):
    return [(time.text, time.earliest, time.latest, time.precision) for time in find_windows(text, published)]


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("late 2026", "2026-09-01", "2026-12-31", "window"),
        ("mid-to-late 2026", "2026-06-01", "2026-12-31", "window"),
        ("mid 2026", "2026-05-01", "2026-08-31", "window"),
        ("early 2027", "2027-01-01", "2027-04-30", "window"),
        ("first half of 2026", "2026-01-01", "2026-06-30", "window"),
        ("the end of 2026", "2026-10-01", "2026-12-31", "window"),
        ("Q3 2026", "2026-07-01", "2026-09-30", "quarter"),
        ("third quarter of 2026", "2026-07-01", "2026-09-30", "quarter"),
        ("summer 2025", "2025-06-01", "2025-08-31", "window"),
        ("winter 2026", "2026-12-01", "2027-02-28", "window"),
        ("July 2025", "2025-07-01", "2025-07-31", "month"),
        ("2026", "2026-01-01", "2026-12-31", "year"),
        ("late August 2025", "2025-08-21", "2025-08-31", "window"),
        ("late 2023 or early 2024", "2023-09-01", "2024-04-30", "window"),
        ("June to December 2026", "2026-06-01", "2026-12-31", "window"),
        ("early next year", "2026-01-01", "2026-04-30", "window"),
        ("the following year", "2026-01-01", "2026-12-31", "year"),
        ("year’s end", "2025-10-01", "2025-12-31", "window"),
        ("next month", "2025-02-01", "2025-02-28", "month"),
        ("this summer", "2025-06-01", "2025-08-31", "window"),
    ],
)
def test_windows_span_what_the_convention_says(text, earliest, latest, precision):
    assert spans(text) == [(text, earliest, latest, precision)]


def test_a_season_without_a_year_must_be_introduced():
    assert spans("They fall in love and spring a trap.") == []
    assert spans("a launch around summer or fall") == [
        ("summer or fall", "2025-06-01", "2025-11-30", "window")
    ]


def test_two_years_joined_by_and_are_two_times():
    assert [text for text, *_ in spans("released in 2021 and 2024")] == ["2021", "2024"]


def test_between_and_is_one_window():
    assert spans("between March and May 2026") == [
        ("March and May 2026", "2026-03-01", "2026-05-31", "window")
    ]


def test_verbs_and_sums_are_no_windows():
    assert spans("Filming will start in March 2026 for $2026.") == [
        ("March 2026", "2026-03-01", "2026-03-31", "month")
    ]


def test_without_a_day_of_publication_relative_windows_have_no_bounds():
    assert spans("sometime next year", None) == [("sometime next year", None, None, "none")]


def test_a_move_from_one_time_to_another_is_no_window_of_both():
    times = find_windows("It was delayed from October 2026 to early 2027.", "2026-01-08")
    assert [time.text for time in times] == ["October 2026", "early 2027"]


def test_a_quarter_without_a_year_is_the_next_one():
    (time,) = find_windows("It is expected to air in the third quarter.", "2026-03-02")
    assert (time.text, time.earliest, time.latest) == ("the third quarter", "2026-07-01", "2026-09-30")
