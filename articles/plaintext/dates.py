"""Calendar dates in words or figures: where they stand and what they mean.

A date is ISO or partial ("2026-02-18", "2025-07"). A day without a year ("December 1") has its year
inferred from the day of publication: see `in_year`. Numbers that could be read both ways ("03/04/2026")
are no date at all.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}

MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sept(?:ember|\.)?|sep\.?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
YEAR = r"(?:19[2-9]\d|20[0-9]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"

_DATE = re.compile(
    rf"(?P<iso>\b(?P<y1>{YEAR})(?P<sep>[-./])\s?(?P<m1>\d{{1,2}})(?P=sep)\s?(?P<d1>\d{{1,2}})\b)"
    rf"|(?P<cjk>\b(?P<y5>{YEAR})\s?[年년]\s?(?P<m5>\d{{1,2}})\s?[月월](?:\s?(?P<d5>\d{{1,2}})\s?[日일])?)"
    rf"|(?P<num>\b(?P<a>\d{{1,2}})(?P<sep2>[./])(?P<b>\d{{1,2}})(?P=sep2)(?P<y2>{YEAR})\b)"
    rf"|(?P<mdy>\b(?P<m3>{MONTH})\s(?P<d3>{_DAY})(?:st|nd|rd|th)?\b(?![:%]|\s"
    rf"episodes)(?:,?\s(?P<y3>{YEAR})\b)?)"
    rf"|(?P<dmy>\b(?P<d4>{_DAY})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m4>{MONTH})(?![a-z])(?:,?\s(?P<y4>{YEAR})\b)?)"
    rf"|(?P<my>\b(?P<m6>{MONTH})(?:,|\sof)?\s(?P<y6>{YEAR})\b)",
    re.I,
)

_JOINED = re.compile(r"\s?(?:to|and|or|until|through|–|—|-|&)\s?")


@dataclass(frozen=True)
class Time:
    """A stretch of time named in a text, and the characters that name it.

    `date` is set when a calendar day, month or year is meant, `earliest` and `latest` always unless the
    words alone don't tell; `precision` is day, month, quarter, year, window or none. `inferred` means
    that part of it follows from the day of publication.
    """

    start: int
    end: int
    text: str
    date: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str = "none"
    inferred: bool = False
    month_day: tuple[int, int] | None = None

    @property
    def is_window(self) -> bool:
        """Whether words, not the calendar, tell when."""
        return self.precision in ("quarter", "year", "window") or not (self.date or self.month_day)


def bounds(iso: str) -> tuple[str, str, str]:
    """First day, last day and precision of a full or partial ISO date."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return f"{iso}-01-01", f"{iso}-12-31", "year"
    if len(parts) == 2:
        return f"{iso}-01", f"{iso}-{calendar.monthrange(*parts)[1]:02}", "month"
    return iso, iso, "day"


def find_dates(text: str, published: str | None = None) -> list[Time]:
    """All calendar dates in a text, in order."""
    times = [time for found in _DATE.finditer(text) if (time := _time(found, published))]
    return [_with_year_of_next(time, later, text) for time, later in zip_longest(times, times[1:])]


def _with_year_of_next(time: Time, later: Time | None, text: str) -> Time:
    """ "March 2 to April 21, 2025" says the year once for both days."""
    if not time.month_day or later is None or later.inferred or not later.date:
        return time
    if not _JOINED.fullmatch(text[time.end : later.start]):
        return time
    year = int(later.date[:4]) - (f"{time.month_day[0]:02}-{time.month_day[1]:02}" > later.date[5:])
    iso = _iso(year, *time.month_day)
    return Time(time.start, time.end, time.text, iso, *bounds(iso)) if iso else time


def _time(found: re.Match[str], published: str | None) -> Time | None:
    year, month, day = _numbers(found)
    # "May 5" is a day, "may 5" is a verb: the one month that is also an English word must be written large.
    if month is None or found.group().startswith("may "):
        return None
    inferred = year is None
    month_day = (month, day) if inferred and day else None
    if year is None:
        year = year_near(month, day or 1, published)
    iso = _iso(year, month, day) if year else None
    if iso is None:
        return Time(found.start(), found.end(), found.group(), month_day=month_day) if inferred else None
    return Time(found.start(), found.end(), found.group(), iso, *bounds(iso), inferred, month_day)


def _numbers(found: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Year, month, day of a match; month None where the figures don't settle it."""
    got = found.groupdict()
    if got["num"]:
        a, b, year = int(got["a"]), int(got["b"]), int(got["y2"])
        if a > 12 or got["sep2"] == ".":
            return year, b, a
        return (year, a, b) if b > 12 or a == b else (year, None, None)
    year = got["y1"] or got["y3"] or got["y4"] or got["y5"] or got["y6"]
    day = got["d1"] or got["d3"] or got["d4"] or got["d5"]
    name = got["m3"] or got["m4"] or got["m6"]
    month = MONTHS[name.lower().rstrip(".")[:3]] if name else int(got["m1"] or got["m5"])
    return int(year) if year else None, month, int(day) if day else None


def _iso(year: int, month: int, day: int | None) -> str | None:
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def year_near(month: int, day: int, published: str | None, past: bool = False) -> int | None:
    """The year a yearless day most likely means: the next such day, or the last one when `past`."""
    if not published:
        return None
    year = int(published[:4])
    then, now = f"{month:02}-{day:02}", published[5:]
    if past:
        return year - 1 if now and then[: len(now)] > now else year
    return year + 1 if now and then[: len(now)] < now else year


def in_past(time: Time, published: str | None) -> Time:
    """The same yearless day, taken as the last one before publication."""
    if not published or not time.inferred:
        return time
    if not time.month_day:
        return (
            _a_year_back(time)
            if time.precision in ("month", "window") and (time.earliest or "") > published
            else time
        )
    iso = _iso(year_near(*time.month_day, published, past=True) or 0, *time.month_day)
    return Time(time.start, time.end, time.text, iso, *bounds(iso), True, time.month_day) if iso else time


def _a_year_back(time: Time) -> Time:
    """The same month or window a year before."""

    def back(iso: str | None) -> str | None:
        return f"{int(iso[:4]) - 1}{iso[4:]}" if iso else None

    return Time(
        time.start,
        time.end,
        time.text,
        back(time.date),
        back(time.earliest),
        back(time.latest),
        time.precision,
        True,
    )


def last_weekday(name: str, published: str | None) -> str | None:
    """The last day of that name up to the day of publication, as ISO."""
    if not published or len(published) != 10:
        return None
    day = date.fromisoformat(published)
    back = (day.weekday() - WEEKDAYS[name.lower()]) % 7
    return (day - timedelta(days=back)).isoformat() if day.toordinal() > back else None
