"""The axis under the dates: a step that suits the span, from days to centuries."""

from datetime import date

import pytest

from claims.date_axis import MOST_TICKS, Axis


def labels(first, last):
    return [f"{tick.label} {tick.year}".strip() for tick in Axis.over(first, last).ticks]


def test_a_span_of_days_is_told_by_days_and_one_of_weeks_by_weeks():
    assert labels(date(2026, 12, 30), date(2027, 1, 2)) == ["30 Dec 2026", "31 Dec", "1 Jan 2027", "2 Jan"]
    assert labels(date(2026, 11, 22), date(2026, 12, 17)) == ["22 Nov 2026", "29 Nov", "6 Dec", "13 Dec"]


def test_half_a_year_is_told_by_months_three_years_by_quarters():
    assert labels(date(2026, 9, 5), date(2027, 1, 31)) == ["Sep 2026", "Oct", "Nov", "Dec", "Jan 2027"]
    assert labels(date(2024, 11, 1), date(2026, 2, 1)) == [
        *("Oct 2024", "Jan 2025", "Apr", "Jul", "Oct", "Jan 2026"),
    ]


def test_decades_are_told_by_years_alone():
    assert labels(date(2011, 3, 1), date(2022, 3, 1)) == [str(year) for year in range(2011, 2023)]
    assert labels(date(1931, 3, 1), date(2026, 3, 1))[:3] == ["1930", "1940", "1950"]


def test_a_day_begins_and_ends_where_it_lies():
    axis = Axis.over(date(2026, 1, 1), date(2026, 12, 31))
    assert (axis.at(date(2026, 1, 1)), axis.after(date(2026, 12, 31))) == (0, 100)
    assert round(axis.at(date(2026, 7, 2)), 2) == round(182 / 365 * 100, 2)
    assert axis.holds(date(2026, 12, 31)) and not axis.holds(date(2027, 1, 1))


def test_one_day_has_an_axis():
    axis = Axis.over(date(2026, 6, 6), date(2026, 6, 6))
    assert (axis.days, axis.at(date(2026, 6, 6)), axis.after(date(2026, 6, 6))) == (1, 0, 100)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date.min, date.max),
        (date.max, date.max),
        (date.min, date.min),
        (date(1895, 12, 28), date(2026, 3, 1)),
        (date(9980, 1, 1), date(9999, 12, 31)),
    ],
)
def test_the_ends_of_the_calendar_have_an_axis(first, last):
    axis = Axis.over(first, last)
    assert 1 <= len(axis.ticks) <= MOST_TICKS
    assert 0 <= axis.at(first) <= axis.after(last) <= 100
    assert list(axis.marks) == sorted(set(axis.marks))


def test_on_a_phone_labels_keep_their_distance():
    ticks = Axis.over(date(2025, 11, 1), date(2026, 12, 31)).ticks
    assert [tick.label for tick in ticks if tick.is_kept] == ["Nov", "Feb", "May", "Aug", "Nov"]
    long = Axis.over(date(2023, 7, 1), date(2026, 12, 31)).ticks
    assert [tick.label for tick in long if tick.is_kept] == []
    assert [tick.year for tick in long if tick.is_year_kept] == ["2023", "2024", "2025", "2026"]
    short = Axis.over(date(2025, 12, 1), date(2026, 12, 31)).ticks
    assert [tick.year for tick in short if tick.is_year_kept] == ["2026"]
