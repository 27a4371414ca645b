"""The first and the last day that a date of some precision leaves open."""

import calendar
from datetime import date

from claims.models import Claim

Precision = Claim.Precision
MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.YEAR: 12}


def window_of(day: date, precision: str) -> tuple[date, date]:
    """The day itself, or the calendar month, quarter or year that it lies in."""
    if precision not in MONTHS:
        return day, day
    months = MONTHS[precision]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, calendar.monthrange(day.year, last)[1])
