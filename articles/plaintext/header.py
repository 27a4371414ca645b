"""The head of a text: kicker, headline, standfirst, byline and date, and where the body begins."""

import re
from dataclasses import dataclass

from .dates import Time, find_dates
from .head_lines import BY, BYLINE, DATELINE, SEPARATOR, is_kicker, is_meta, is_topic, kicker_in
from .lines import Line
from .noise import is_noise
from .sentences import sentences_of

_REACH = 12  # lines; no head of this genre is longer
_DATED = re.compile(
    r"^(?:(?:publish(?:ed)?\s)?date\b\s*:?\s*|\[|\(|(?:published|posted|updated)(?:\son)?:?\s+)?"
    r"(?P<date>\d{4}[-./]\d{1,2}[-./]\d{1,2}|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s"
    r"[A-Z][a-z]{2,8}\.?,?\s\d{4})"
    r"[\])]?(?P<gap>\s*[|:–—•·-]*\s+)(?=\S)",
    re.I,
)
_LABELLED = re.compile(r"^(?:title|headline)\s?:\s+", re.I)
_PUBLISHED = re.compile(r"^\W?(?:first\s)?(?:published|posted|last\supdated|updated|date)\b", re.I)
_UPDATED = re.compile(r"\b(?:updated?|modified)\b", re.I)


@dataclass(frozen=True)
class Header:
    """What stands above the body; `body` is the number of the body's first line."""

    title: str | None = None
    section: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    date: Time | None = None
    body: int = 0


@dataclass
class _Head:
    """The head while it is being read."""

    titles: list[tuple[int, str]]
    byline: str | None = None
    published: Time | None = None
    updated: Time | None = None
    section: str | None = None
    body: int = 0
    is_closed: bool = False


def read_header(lines: list[Line]) -> Header:
    """The head of a story's lines."""
    head = _Head([])
    for number, line in enumerate(lines[:_REACH]):
        if not _take(head, line, number):
            break
        head.body = number + 1
    return _settle(head, lines)


def _take(head: _Head, line: Line, number: int) -> bool:
    """Read one line into the head; False where the body begins."""
    text = line.text
    if not head.titles and (dated := _DATED.match(text)) and not is_meta(text):
        head.published = find_dates(dated["date"])[0] if find_dates(dated["date"]) else None
        text = text[dated.end() :]
    text = _LABELLED.sub("", text)
    if line.level == 1 and len(head.titles) < 2:
        head.titles.append((number, text))
        return True
    if is_noise(text):
        return True
    if _take_meta(head, text):
        head.is_closed = any(not is_kicker(row) for _, row in head.titles)
        return True
    full = len(head.titles) >= 3 or (head.titles and (line.level or line.is_bullet or line.cells))
    if head.is_closed or full or _is_body(text, bool(head.titles)):
        return False
    head.titles.append((number, text))
    return True


def _take_meta(head: _Head, text: str) -> bool:
    """Read a byline or date line; False if the line is neither."""
    if len(text) > 160:
        return False
    is_date = is_meta(text)
    by = BYLINE.match(text) or (BY.search(text) if is_date else None)
    if not by and not is_date:
        return False
    if by:
        head.byline = head.byline or SEPARATOR.split(by[1])[0]
        head.is_closed = head.is_closed or bool(head.titles)
    for date in find_dates(text):
        if not date.date:
            continue
        if _UPDATED.search(text[max(0, date.start - 14) : date.start]):
            head.updated = head.updated or date
        else:
            head.published = head.published or date
    if not by and head.titles and not head.section:
        head.section = kicker_in(text)
    return True


def _is_body(text: str, has_title: bool) -> bool:
    """Whether a line reads like a paragraph rather than a headline or standfirst."""
    ends = text.rstrip("\"'”’)")[-1:] in (".", "…")
    many = len(sentences_of(text)) > 1
    return (
        len(text) > 250 or (ends and (many or len(text) > 170 or not has_title)) or (many and len(text) > 130)
    )


def _settle(head: _Head, lines: list[Line]) -> Header:
    """Which of the lines at the top is kicker, headline, standfirst."""
    rows, section = list(head.titles), head.section
    if len(rows) > 1 and is_kicker(rows[0][1]) and not _is_shorter_kicker(rows):
        section = rows.pop(0)[1]
    title = rows[0][1].strip() if rows else None
    standfirst, body = None, head.body
    for number, text in rows[1:]:
        if not section and is_topic(text):
            section = text
        elif not standfirst and _is_standfirst(text, lines, number):
            standfirst = text
        elif not section and is_kicker(text):
            section = text
        else:
            body = min(body, number)
            break
    if title and " | " in title:
        title, _, section = (part.strip() for part in title.rpartition(" | "))
    date = head.published or head.updated or _elsewhere(lines)
    return Header(title, section, standfirst, head.byline, date, body)


def _is_shorter_kicker(rows: list[tuple[int, str]]) -> bool:
    """Whether of two lines alone the second is the kicker: both have its shape, and it is shorter."""
    return len(rows) == 2 and is_kicker(rows[1][1]) and len(rows[1][1]) < len(rows[0][1])


def _is_standfirst(text: str, lines: list[Line], number: int) -> bool:
    """A standfirst is longer than a heading, or stands above byline and date."""
    if text.endswith(("?", ":")):
        return False
    after = lines[number + 1] if number + 1 < len(lines) else None
    above_meta = bool(after) and (
        is_meta(after.text) or bool(BYLINE.match(after.text) or DATELINE.match(after.text))
    )
    return above_meta or len(text) > 60 or text.endswith(".")


def _elsewhere(lines: list[Line]) -> Time | None:
    """A date in the dateline of the first paragraphs, or in a line at the foot that says "published"."""
    for line in [*lines[:6], *lines[-5:]]:
        dateline = DATELINE.match(line.text)
        upto = dateline.end() if dateline else 80 if _PUBLISHED.match(line.text) else 0
        for date in find_dates(line.text[:upto]):
            if date.date:
                return date
    return None
