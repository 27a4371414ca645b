"""Windows in words ("late 2026", "Q3 2026", "this summer") and the days they span.

The convention, the desk's own, in months of the year:

* early = January–April, mid = May–August, late = September–December ("late 2026" is
  2026-09-01..2026-12-31); early-to-mid = January–June, mid-to-late = June–December
* start, beginning = January–March; middle = May–August; end = October–December
* first half, second half, quarters: by the calendar
* spring = March–May, summer = June–August, autumn or fall = September–November, winter = December of that
  year to February of the next; holiday season = November and December
* early, mid, late of a month: days 1–10, 11–20, 21 to the end
* "A or B", "between A and B", "A to B": from the start of A to the end of B; a year said once holds for both

A window without a year takes it from the day of publication, as the next one that has not ended.
"""

import calendar
import re

from .dates import MONTH, MONTHS, YEAR, Time

PARTS = {
    "early-to-mid": (1, 6), "early to mid": (1, 6), "mid-to-late": (6, 12), "mid to late": (6, 12),
    "mid- to late": (6, 12), "mid/late": (6, 12), "early": (1, 4), "mid": (5, 8), "late": (9, 12),
    "start": (1, 3), "beginning": (1, 3), "opening months": (1, 3), "middle": (5, 8), "end": (10, 12),
    "back end": (9, 12), "tail end": (10, 12), "latter part": (7, 12), "later part": (7, 12),
    "first half": (1, 6), "second half": (7, 12), "latter half": (7, 12), "back half": (7, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9),
    "fourth quarter": (10, 12), "last quarter": (10, 12), "final quarter": (10, 12),
    "h1": (1, 6), "h2": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14),
    "holiday season": (11, 12), "holidays": (11, 12), "festive season": (12, 12), "christmas": (12, 12),
}  # fmt: skip
_DAYS = {"early": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, 31), "end": (21, 31),
         "start": (1, 10), "beginning": (1, 10), "first half": (1, 15), "second half": (16, 31)}  # fmt: skip
_QUARTERS = {"q1", "q2", "q3", "q4", "first quarter", "second quarter", "third quarter", "fourth quarter",
             "last quarter", "final quarter"}  # fmt: skip
_RELATIVE = {"this year": 0, "the year": 0, "next year": 1, "the following year": 1, "the coming year": 1,
             "last year": -1, "the new year": 1}  # fmt: skip

_PART = "|".join(sorted(map(re.escape, PARTS), key=len, reverse=True)).replace(r"\ ", r"\s")
_RELATIVE_YEAR = "|".join(_RELATIVE).replace(" ", r"\s")
_ATOM = (
    rf"(?:(?:the\s)?(?P<part{{n}}>{_PART})(?:[\s-](?P<part{{n}}b>spring|summer|autumn|fall|winter))?(?:,)?"
    rf"(?:(?:\sof|\sin)?(?:\sthe)?[\s-](?:(?P<pm{{n}}>{MONTH})(?![a-z])(?:,?\s"
    rf"(?P<pmy{{n}}>{YEAR}))?|(?P<py{{n}}>{YEAR})\b"
    rf"|(?P<pr{{n}}>{_RELATIVE_YEAR})\b))?|(?P<month{{n}}>{MONTH})(?![a-z])(?:\s(?P<my{{n}}>{YEAR})\b)?"
    rf"|(?P<year{{n}}>(?<![\d$£€#-]){YEAR}(?![\d%]|-\d|s\b|'s\b|’s\b)\b))"
)
_WINDOW = re.compile(
    rf"\b(?:(?P<rel>(?:(?:later|sometime|early|late|by\sthe\send\sof|the\send\sof)\s"
    rf")?(?:{_RELATIVE_YEAR})\b|year[’']s\send|(?:next|this|last)\smonth"
    rf"|(?:the\s)?coming\smonths)|(?P<det>this|next|the\scoming|last)\s(?P<season>spring|"
    rf"summer|autumn|fall|winter)\b"
    rf"|{_ATOM.format(n=1)}(?:(?P<link>\s?(?:\sor\s|\sto\s|\sand\s|/|\s?–\s?|-(?=\d|[a-z])|"
    rf"\suntil\s|\sthrough\s)\s?){_ATOM.format(n=2)})?)",
    re.I,
)
# "filming will start in March 2026": verbs too, unless "of" follows.
_NEED_OF = frozenset({"start", "beginning", "end", "middle"})
# "spring" and "fall" are verbs too: a season without a year must be introduced like a time.
_INTRODUCED = re.compile(
    r"\b(?:in|by|until|around|about|for|during|through|or|late|early|mid)\s(?:the\s)?$", re.I
)
# "delayed from October 2026 to early 2027" names two times, the old and the new.
_MOVED = re.compile(
    r"\b(?:delay|push|mov|shift|bump|postpon|slip|brought|put|resched|chang)\w*\b[^.;]{0,60}\bfrom\s(?:\w+\s){0,2}$",
    re.I,
)
_ALONE = frozenset({"spring", "summer", "autumn", "fall", "winter", "holiday season", "holidays"})
_BETWEEN = re.compile(r"\b(?:between|from)\s$", re.I)
Span = tuple[int, int, int, int]  # first year, first month, last year, last month


def find_windows(text: str, published: str | None = None) -> list[Time]:
    """All windows and bare years in a text, in order; single months and years are here too."""
    times, at = [], 0
    while found := _WINDOW.search(text, at):
        time = _window(found, text, published)
        if time:
            times.append(time)
        # Of "2021 and 2024" the first alone was taken: the second is read on its own.
        at = time.end if time else found.start() + len(re.split(r"[\s-]", found.group())[0])
    return times


def _window(found: re.Match[str], text: str, published: str | None) -> Time | None:
    base = int(published[:4]) if published else None
    if found["rel"]:
        return _relative(found, base, published)
    if found["season"]:
        return _this_season(found, base, published)
    first, second = _atom(found, "1"), _atom(found, "2") if found["link"] else None
    if first is None or (set(first) == {"part"} and not _INTRODUCED.search(text[: found.start()][-12:])):
        return None
    apart = (
        found["link"] and found["link"].strip() == "and" and not _BETWEEN.search(text[: found.start()][-9:])
    )
    apart = apart or bool(found["link"] and _MOVED.search(text[max(0, found.start() - 110) : found.start()]))
    if second and not apart and (joined := _joined(found, first, second, published)):
        return joined
    end = found.start("link") if found["link"] else found.end()
    return _single(found, first, end, published)


def _atom(found: re.Match[str], n: str) -> dict[str, str] | None:
    """What one side of a window says; None for words that are no window by themselves."""
    names = ("part", "pm", "pmy", "py", "pr", "month", "my", "year")
    got = {name: found[name + n] for name in names if found[name + n]}
    if found[f"part{n}b"]:
        got["part"] = found[f"part{n}b"]
    for month in (got.get("month"), got.get("pm")):
        if month and not month[0].isupper():  # "may", "mar", "march": words unless written large
            return None
    part = got.get("part", "").lower()
    if part in _NEED_OF and not re.match(
        rf"(?:the\s)?{part}\sof\b", found.group(f"part{n}") + found.string[found.end(f"part{n}") :][:4], re.I
    ):
        return None
    needs_year = part and not _stands_alone(part, found.string[found.end() :])
    return None if not got or (needs_year and not {"pm", "py", "pr"} & set(got)) else got


def _stands_alone(part: str, after: str) -> bool:
    """Whether a part of a year is a window without one: seasons, holidays, and quarters of no game."""
    quarter = part in _QUARTERS and part[0] != "q" and not after.startswith(" of")
    return quarter or part in _ALONE


def _year(atom: dict[str, str], base: int | None) -> int | None:
    stated = atom.get("py") or atom.get("pmy") or atom.get("my") or atom.get("year")
    if stated:
        return int(stated)
    relative = atom.get("pr")
    return base + _RELATIVE[re.sub(r"\s", " ", relative.lower())] if relative and base else None


def _months(atom: dict[str, str]) -> tuple[int, int]:
    month = atom.get("month") or atom.get("pm")
    if month:
        number = MONTHS[month.lower().rstrip(".")[:3]]
        return number, number
    return PARTS[re.sub(r"\s", " ", atom["part"].lower())] if "part" in atom else (1, 12)


def _single(found: re.Match[str], atom: dict[str, str], end: int, published: str | None) -> Time | None:
    year, inferred = _year(atom, int(published[:4]) if published else None), "pr" in atom
    low, high = _months(atom)
    text = found.string[found.start() : end].rstrip(" ,")
    if year is None:
        if set(atom) == {"month"} and not found.group()[0].isupper():
            return None
        year, inferred = next_year(high, published), True
        if year is None:
            return Time(found.start(), found.start() + len(text), text, inferred=True)
    if set(atom) == {"year"}:
        return Time(found.start(), end, text, str(year), f"{year}-01-01", f"{year}-12-31", "year")
    if "month" in atom:
        return _time(found, text, (year, low, year, low), "month", inferred, f"{year}-{low:02}")
    if "pm" in atom and (days := _DAYS.get(atom["part"].lower())):
        last = min(days[1], calendar.monthrange(year, low)[1])
        edges = f"{year}-{low:02}-{days[0]:02}", f"{year}-{low:02}-{last:02}"
        return Time(found.start(), found.start() + len(text), text, None, *edges, "window", inferred)
    precision = "quarter" if atom["part"].lower() in _QUARTERS else "window"
    return _time(found, text, (year, low, year, high), precision, inferred)


def _joined(
    found: re.Match[str], one: dict[str, str], two: dict[str, str], published: str | None
) -> Time | None:
    base = int(published[:4]) if published else None
    first, last = _year(one, base), _year(two, base)
    inferred = first is None and last is None
    last = last or first or next_year(_months(two)[1], published)
    first = first or last
    if first is None or last is None:
        return Time(found.start(), found.end(), found.group(), inferred=True)
    if (first, _months(one)[0]) > (last, _months(two)[1]):
        return None
    return _time(found, found.group(), (first, _months(one)[0], last, _months(two)[1]), "window", inferred)


def _month(found: re.Match[str], words: str, published: str) -> Time:
    """ "next month", counted from publication."""
    shift = {"next": 1, "this": 0, "last": -1}[words.split()[0]]
    year, month = divmod(int(published[:4]) * 12 + int(published[5:7]) - 1 + shift, 12)
    return _time(
        found, found.group(), (year, month + 1, year, month + 1), "month", True, f"{year}-{month + 1:02}"
    )


def _relative(found: re.Match[str], base: int | None, published: str | None) -> Time:
    words = re.sub(r"\s", " ", found.group().lower())
    if base and words.endswith("month") and len(published or "") > 4:
        return _month(found, words, published or "")
    if base is None or "month" in words:
        return Time(found.start(), found.end(), found.group(), inferred=True)
    shift = next((years for name, years in _RELATIVE.items() if name in words), 0)
    year = base + shift
    if "end" in words:
        return _time(found, found.group(), (year, 10, year, 12), "window", True)
    low, high = PARTS.get(words.split()[0], (1, 12))
    precise = "year" if words in _RELATIVE else "window"
    return _time(
        found, found.group(), (year, low, year, high), precise, True, str(year) if precise == "year" else None
    )


def _this_season(found: re.Match[str], base: int | None, published: str | None) -> Time:
    low, high = PARTS[found["season"].lower()]
    if base is None:
        return Time(found.start(), found.end(), found.group(), inferred=True)
    year = next_year(high, published) or base
    year -= found["det"].lower() == "last"
    return _time(found, found.group(), (year, low, year, high), "window", True)


def next_year(last_month: int, published: str | None) -> int | None:
    """The year of the next stretch ending in that month, seen from the day of publication."""
    if not published:
        return None
    month = int(published[5:7]) if len(published) > 4 else 1
    return int(published[:4]) + (last_month < month)


def _time(
    found: re.Match[str], text: str, span: Span, precision: str, inferred: bool, iso: str | None = None
) -> Time:
    year, low, last_year, high = span
    last_year, high = (last_year + 1, high - 12) if high > 12 else (last_year, high)
    latest = f"{last_year}-{high:02}-{calendar.monthrange(last_year, high)[1]}"
    return Time(
        found.start(),
        found.start() + len(text),
        text,
        iso,
        f"{year}-{low:02}-01",
        latest,
        precision,
        inferred,
    )
