"""An axis of days: where a day lies on it, in per cent, and the ticks that suit its length.

Pure arithmetic over dates. Positions are attributes of an SVG: “37.50%”.
"""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cached_property
from itertools import groupby

MOST_TICKS = 14  # as many labels stand beside each other on a desktop
MOST_ON_PHONES = 5  # and on a phone of 320 px, “1 Dec” or “2026” each
# The shortest step that needs no more than MOST_TICKS is taken: days of it, or months.
DAYS, MONTHS = (1, 7), (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
TWO_ROWS_BELOW = 12  # months: below a year a step says its month, and the year stands under it
YEAR_ROOM = 14  # per cent of a phone's track: what “2026” needs before the next year begins
FARTHEST = date(9990, 1, 1)  # a step may reach beyond the calendar from here


@dataclass(frozen=True)
class Tick:
    """The first day of a step; `year` where one begins. What is kept stands where there is little room, too."""

    x: str
    label: str
    year: str
    is_kept: bool
    is_year_kept: bool


def per_cent(part: float) -> str:
    return f"{part:.2f}%"


@dataclass(frozen=True)
class Axis:
    """From the first of `marks` to the day after the last; every step begins at a mark."""

    marks: tuple[date, ...]
    months: int

    @classmethod
    def over(cls, first: date, last: date) -> "Axis":
        """The axis that holds both days, rounded out to whole steps."""
        first, last = min(first, FARTHEST), min(last, FARTHEST)
        for days in DAYS:
            if (last - first).days < days * MOST_TICKS:
                return cls(_by_days(first, last, days), 0)
        fitting = (step for step in MONTHS if _steps(first, last, step) <= MOST_TICKS)
        step = next(fitting, MONTHS[-1])
        return cls(_by_months(first, last, step), step)

    @cached_property
    def days(self) -> int:
        return (self.marks[-1] - self.marks[0]).days

    def at(self, day: date) -> float:
        """Where a day begins, in per cent; what lies beyond the axis at its end."""
        return min(max((day - self.marks[0]).days / self.days * 100, 0), 100)

    def after(self, day: date) -> float:
        """Where a day ends."""
        return min(self.at(day) + 100 / self.days, 100)

    def holds(self, day: date) -> bool:
        return self.marks[0] <= day < self.marks[-1]

    @cached_property
    def ticks(self) -> list[Tick]:
        starts, years = self.marks[:-1], self._years()
        apart = -(-len(starts) // MOST_ON_PHONES)
        return [
            Tick(
                per_cent(self.at(start)),
                self._label(start),
                str(start.year) if start in years else "",
                is_kept=number % apart == 0 and len(years) <= 2 and len(starts) - number >= min(apart, 2),
                is_year_kept=years.get(start, 0) >= YEAR_ROOM,
            )
            for number, start in enumerate(starts)
        ]

    def _years(self) -> dict[date, float]:
        """The steps at which a year begins, if years have a row of their own, each with the room until the next."""
        firsts = [next(group) for _, group in groupby(self.marks[:-1], key=lambda mark: mark.year)]
        ends = [*firsts[1:], self.marks[-1]]
        rooms = {first: self.at(end) - self.at(first) for first, end in zip(firsts, ends, strict=True)}
        return rooms if self.has_years else {}

    @property
    def has_years(self) -> bool:
        """The years stand in a row of their own, under the steps."""
        return self.months < TWO_ROWS_BELOW

    def _label(self, start: date) -> str:
        if not self.has_years:
            return str(start.year)
        return f"{start:%b}" if self.months else f"{start.day} {start:%b}"


def _by_days(first: date, last: date, step: int) -> tuple[date, ...]:
    """Weeks begin on the first day itself: a chart of a fortnight has no whole weeks to be rounded to."""
    return tuple(first + timedelta(days=n) for n in range(0, (last - first).days + 1 + step, step))


def _by_months(first: date, last: date, step: int) -> tuple[date, ...]:
    begin = (first.year * 12 + first.month - 1) // step * step
    return tuple(_month(begin + n * step) for n in range(_steps(first, last, step) + 1))


def _steps(first: date, last: date, step: int) -> int:
    return (last.year * 12 + last.month - 1) // step - (first.year * 12 + first.month - 1) // step + 1


def _month(number: int) -> date:
    """The first day of a month counted from year 0; beyond the calendar, its first or last year."""
    return date(min(max(number // 12, MINYEAR), MAXYEAR), number % 12 + 1, 1)
