"""Everything in a sentence that tells when: dates, windows, weekdays, "today"; no two overlap."""

import re
from datetime import date, timedelta

from .dates import Time, bounds, find_dates, last_weekday
from .windows import find_windows

_RECENT = re.compile(
    r"\b(today|yesterday|earlier\stoday|this\smorning|tomorrow)\b"
    r"|\b(?:on\s|last\s|late\s|this\s)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.I,
)
_PASSING = {"yesterday": -1, "tomorrow": 1}


def find_times(text: str, published: str | None = None) -> list[Time]:
    """All times in a text, none overlapping, in order of place."""
    dates = find_dates(text, published)
    windows = find_windows(text, published)
    # "between March 2026 and May 2026" is one window that holds two dates; "2026 to June" is part of two.
    wide = [window for window in windows if any(_holds(window, day) for day in dates)]
    kept: list[Time] = []
    for time in [*(w for w in wide if not any(_cuts(w, day) for day in dates)), *dates, *windows]:
        if all(_apart(time, other) for other in kept):
            kept.append(time)
    for time in _recent(text, published):
        beside = any(-2 <= other.start - time.end <= 2 for other in dates)
        if not beside and all(_apart(time, other) for other in kept):
            kept.append(time)
    return sorted(kept, key=lambda t: t.start)


def _apart(time: Time, other: Time) -> bool:
    return time.end <= other.start or time.start >= other.end


def _holds(window: Time, date: Time) -> bool:
    longer = window.end - window.start > date.end - date.start
    return longer and window.start <= date.start and date.end <= window.end


def _cuts(window: Time, date: Time) -> bool:
    return not _apart(window, date) and not _holds(window, date)


def _recent(text: str, published: str | None) -> list[Time]:
    """Days named by their distance from publication."""
    found = []
    for day in _RECENT.finditer(text):
        iso = last_weekday(day[2], published) if day[2] else _passing(day[1], published)
        edges = bounds(iso) if iso else (None, None, "none")
        found.append(Time(day.start(), day.end(), day.group(), iso, *edges, True))
    return found


def _passing(word: str, published: str | None) -> str | None:
    if not published or len(published) != 10:
        return published
    try:
        return (date.fromisoformat(published) + timedelta(days=_PASSING.get(word.lower(), 0))).isoformat()
    except OverflowError:
        return None
