"""Dates as the newsroom says and stores them: partial dates, days in words, the bounds of a day."""

import calendar
import re
from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def day_said(day: date) -> str:
    """A day in words that no country reads differently: 23 February 2026."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def month_said(year: int, month: int) -> str:
    """February 2026."""
    return f"{calendar.month_name[month]} {year}"


def is_partial(text: str) -> bool:
    """A real ISO date, month or year: 2025-07-23, 2025-07, 2025."""
    match = _PARTIAL.fullmatch(text)
    if not match:
        return False
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True


def bounds(partial: str) -> tuple[date, date]:
    """First and last day of a partial ISO date. Raises ValueError for anything else."""
    if not is_partial(partial):
        raise ValueError(f"{partial!r} is no ISO date, month or year")
    year, month, day = (int(part) if part else None for part in _PARTIAL.fullmatch(partial).groups())
    if day:
        return (date(year, month, day),) * 2
    if month:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def partial_said(partial: str) -> str:
    """A partial date in words: 23 July 2025, July 2025, 2025."""
    parts = [int(part) for part in partial.split("-")]
    if len(parts) == 3:
        return day_said(date(*parts))
    return f"{calendar.month_name[parts[1]]} {parts[0]}" if len(parts) == 2 else partial


def first_instant(day: date) -> datetime:
    """The first microsecond of a calendar day in TIME_ZONE, in UTC."""
    return datetime.combine(day, time(), timezone.get_current_timezone()).astimezone(UTC)


def last_instant(day: date) -> datetime:
    """The last microsecond of a calendar day in TIME_ZONE, in UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time(), timezone.get_current_timezone())
    return midnight.astimezone(UTC) - timedelta(microseconds=1)


def moment_of(text: str) -> datetime | None:
    """An instant with an offset, or a date's last instant in TIME_ZONE; None where the text is neither."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return last_instant(date.fromisoformat(text))
        # A plus sign in an address arrives as a space.
        instant = parse_datetime(re.sub(r" (?=\d\d:\d\d$)", "+", text)) if "T" in text else None
        return instant.astimezone(UTC) if instant and instant.tzinfo else None
    except (ValueError, OverflowError):
        return None
