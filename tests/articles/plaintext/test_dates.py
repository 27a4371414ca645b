import pytest

from articles.plaintext.dates import find_dates, in_past, last_weekday


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("February 18, 2026", "2026-02-18"),
        ("Dec. 18, 2026", "2026-12-18"),
        ("1st November 2023", "2023-11-01"),
        ("the 3rd of May 2025", "2025-05-03"),
        ("2025.04.25 (Fri)", "2025-04-25"),
        ("2026/01/09", "2026-01-09"),
        ("25/04/2026", "2026-04-25"),
        ("25.4.2026", "2026-04-25"),
        ("12/31/2025", "2025-12-31"),
        ("2026년 2월 23일", "2026-02-23"),
        ("July 2025", "2025-07"),
    ],
)
def test_dates_are_read_in_all_their_notations(text, iso):
    assert [date.date for date in find_dates(text)] == [iso]


@pytest.mark.parametrize(
    "text", ["03/04/2026", "it may drop 5 episodes", "February 30, 2026", "version 2.10.3"]
)
def test_what_is_ambiguous_or_no_date_is_none(text):
    assert [date.date for date in find_dates(text) if date.date] == []


def test_a_yearless_day_is_the_next_one_after_publication():
    (date,) = find_dates("available on December 1", "2023-11-01")
    assert (date.date, date.text, date.inferred) == ("2023-12-01", "December 1", True)


def test_a_yearless_day_told_as_past_is_the_last_one():
    (date,) = find_dates("aired on Nov. 10", "2023-12-15")
    assert in_past(date, "2023-12-15").date == "2023-11-10"


def test_a_yearless_day_without_a_day_of_publication_has_no_date():
    (date,) = find_dates("available on December 1")
    assert (date.date, date.earliest) == (None, None)


def test_a_year_said_once_holds_for_both_days():
    assert [date.date for date in find_dates("May 27 and July 1, 2022", "2025-10-02")] == [
        "2022-05-27",
        "2022-07-01",
    ]


def test_a_weekday_is_the_last_one_up_to_publication():
    assert last_weekday("Friday", "2023-12-15") == "2023-12-15"
    assert last_weekday("Monday", "2023-12-15") == "2023-12-11"
    assert last_weekday("Monday", "2023-12") is None
