"""The head of a text: kicker, headline, standfirst, byline and date, and where the body begins."""

import re
from dataclasses import dataclass

from .dates import Time, find_dates
from .lines import Line
from .noise import is_noise
from .platforms import is_platform
from .seasons import season_numbers
from .sentences import sentences_of

_REACH = 12  # lines; no head of this genre is longer
_DATED = re.compile(
    r"^(?:(?:publish(?:ed)?\s)?date\b\s*:?\s*|\[|\(|(?:published|posted|updated)(?:\son)?:?\s+)?"
    r"(?P<date>\d{4}[-./]\d{1,2}[-./]\d{1,2}|[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s"
    r"[A-Z][a-z]{2,8}\.?,?\s\d{4})"
    r"[\])]?(?P<gap>\s*[|:–—•·-]*\s+)(?=\S)",
    re.I,
)
_BYLINE = re.compile(
    r"^(?:(?:written\s|words\s|posted\s|reported\s|story\s|edited\s|compiled\s)?by:?|"
    r"words:|author:|text:|writer:)\s+(\S.*)$",
    re.I,
)
_LABELLED = re.compile(r"^(?:title|headline)\s?:\s+", re.I)
_BY = re.compile(r"\bby\s([A-Z].{1,40})$")
_DATELINE = re.compile(r"^[A-Z][A-Z .,]{2,40}[,(]\s?[^—–-]{4,25}\s?(?:—|–|--|-)\s")
_PUBLISHED = re.compile(r"^\W?(?:first\s)?(?:published|posted|last\supdated|updated|date)\b", re.I)
_META = re.compile(
    r"\b(?:first|last|originally)?\s*(?:publish(?:ed)?|posted|updated?|modified|date|"
    r"dated|on|at|as\sof|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|"
    r"thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|[a-z]{1,4}t|utc|gmt[+\d]*|"
    r"a\.?m\.?|p\.?m\.?|noon|\d{1,2}[:.]\d\d(?::\d\d)?|\d{1,2}\s?[ap]m|hrs|hours|local\s"
    r"time|"
    r"\d+\smin(?:ute)?s?(?:\sread)?|read(?:ing\stime)?)\b|[+-]\d\d:?\d\d",
    re.I,
)
_UPDATED = re.compile(r"\b(?:updated?|modified)\b", re.I)
_KICKER = re.compile(
    r"\b(?:news|tv|television|telly|film|films|movie|movies|streaming|entertainment|"
    r"culture|arts?|drama|k-?drama|kdramas?|c-?drama|j-?drama|"
    r"reality|series|soaps?|anime|manga|guide|exclusive|explainer|explained|interview|"
    r"review|reviews|casting|renewals?|cancellations?|trailers?|spoilers?|"
    r"bollywood|hollywood|hallyu|opinion|analysis|fact\scheck|rumou?rs?|fantasy|sci-fi|"
    r"science\sfiction|horror|comedy|thriller|celebrity|showbiz|"
    r"lifestyle|food|recipes?|science|tech|sport|business|world|features?|watch|update|"
    r"recap|what\sto\swatch|international|originals?|awards|genre|game\sshows?|dizi|"
    r"telenovelas?)\b",
    re.I,
)
_SEPARATOR = re.compile(r"\s+[|•·–—-]\s+|\s{2,}|\s*[|•·]\s*")


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
    if not head.titles and (dated := _DATED.match(text)) and not _is_meta(text):
        head.published = find_dates(dated["date"])[0] if find_dates(dated["date"]) else None
        text = text[dated.end() :]
    text = _LABELLED.sub("", text)
    if line.level == 1 and len(head.titles) < 2:
        head.titles.append((number, text))
        return True
    if is_noise(text):
        return True
    if _take_meta(head, text):
        head.is_closed = bool(head.titles) and not _is_kicker(head.titles[-1][1])
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
    is_meta = _is_meta(text)
    by = _BYLINE.match(text) or (_BY.search(text) if is_meta else None)
    if not by and not is_meta:
        return False
    if by:
        head.byline = head.byline or _SEPARATOR.split(by[1])[0]
        head.is_closed = head.is_closed or bool(head.titles)
    for date in find_dates(text):
        if not date.date:
            continue
        if _UPDATED.search(text[max(0, date.start - 14) : date.start]):
            head.updated = head.updated or date
        else:
            head.published = head.published or date
    if not by and head.titles and not head.section:
        head.section = _kicker_in(text)
    return True


def _kicker_in(text: str) -> str | None:
    """The kicker that stands beside a date ("Entertainment | 3 May 2025"), or None."""
    pieces = [piece for piece in _SEPARATOR.split(text) if piece and not find_dates(piece)]
    kickers = [piece for piece in pieces if _KICKER.search(piece) and not _is_meta(piece)]
    return (kickers or [piece for piece in pieces if _is_word(piece)] or [None])[0]


def _is_word(piece: str) -> bool:
    """Whether a piece of a date line is one word of its own, as a kicker in any language is."""
    return piece.isalpha() and piece[0].isupper() and bool(_META.sub("", piece).strip())


def _is_meta(text: str) -> bool:
    """Whether a line is a date, a time or a byline and nothing else."""
    dates = find_dates(text)
    pieces = []
    for piece in _SEPARATOR.split(text):
        for date in find_dates(piece):
            piece = piece.replace(date.text, " ")
        piece = re.sub(r"\bby\s[A-Z].{1,40}$|^[A-Z][a-zA-Z ]{2,25},(?=\s+$)", "", piece)
        beside = (
            bool(dates)
            and not find_dates(piece)
            and piece.strip() != text.strip()
            and _is_word(piece.strip())
        )
        if (
            not beside
            and not _BYLINE.match(piece)
            and not (dates and len(piece) < 24 and _KICKER.fullmatch(piece.strip()))
        ):
            pieces.append(_META.sub(" ", piece))
    left = re.sub(r"[\W_]+", "", "".join(pieces))
    return not left and (bool(dates) or bool(_META.search(text) and re.search(r"\d", text)))


def _is_body(text: str, has_title: bool) -> bool:
    """Whether a line reads like a paragraph rather than a headline or standfirst."""
    ends = text.rstrip("\"'”’)")[-1:] in (".", "…")
    many = len(sentences_of(text)) > 1
    return (
        len(text) > 250 or (ends and (many or len(text) > 170 or not has_title)) or (many and len(text) > 130)
    )


def _is_kicker(text: str) -> bool:
    """Whether a line has the shape of a kicker: few words, no sentence."""
    words = re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", text)
    if not words or len(words) > 5 or len(text) > 45 or text[-1] in ".?!:,;" or season_numbers(text):
        return False
    bracketed = text[0] == "[" and text[-1] == "]"
    return (
        bracketed
        or text.isupper()
        or bool(_KICKER.search(text))
        or " / " in text
        or " | " in text
        or is_platform(text)
    )


def _settle(head: _Head, lines: list[Line]) -> Header:
    """Which of the lines at the top is kicker, headline, standfirst."""
    rows, section = list(head.titles), head.section
    if len(rows) > 1 and _is_kicker(rows[0][1]) and not _is_shorter_kicker(rows):
        section = rows.pop(0)[1]
    title = rows[0][1].strip() if rows else None
    standfirst, body = None, head.body
    for number, text in rows[1:]:
        if not standfirst and _is_standfirst(text, lines, number):
            standfirst = text
        elif not section and _is_kicker(text):
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
    return len(rows) == 2 and _is_kicker(rows[1][1]) and len(rows[1][1]) < len(rows[0][1])


def _is_standfirst(text: str, lines: list[Line], number: int) -> bool:
    """A standfirst is longer than a heading, or stands above byline and date."""
    if text.endswith(("?", ":")):
        return False
    after = lines[number + 1] if number + 1 < len(lines) else None
    above_meta = bool(after) and (_is_meta(after.text) or bool(_BYLINE.match(after.text)))
    return above_meta or len(text) > 60 or text.endswith(".")


def _elsewhere(lines: list[Line]) -> Time | None:
    """A date in the dateline of the first paragraphs, or in a line at the foot that says "published"."""
    for line in [*lines[:6], *lines[-5:]]:
        dateline = _DATELINE.match(line.text)
        upto = dateline.end() if dateline else 80 if _PUBLISHED.match(line.text) else 0
        for date in find_dates(line.text[:upto]):
            if date.date:
                return date
    return None
