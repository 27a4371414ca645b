"""Which lines are headings, with or without markup."""

import re

from .lines import Line
from .names import brackets_off, is_person
from .noise import is_noise
from .words import HEADING

_LABEL = re.compile(
    r"^(?P<key>(?:official\s|total\s|expected\s)?(?:release|premiere|air|airing|broadcast|"
    r"start|streaming|debut|launch|finale|opening)(?:\s(?:date|window|day))?s?|"
    r"(?:number\sof\s)?episodes?(?:\scount)?|seasons?|platforms?|networks?|channels?|"
    r"streamer|where\sto\swatch|streaming\son|available\son|original\snetwork|airs\son|also\sstarring|"
    r"broadcaster|directors?|directed\sby|"
    r"writers?|written\sby|screenwriters?|screenplay|creators?|created\sby|showrunners?|"
    r"producers?|production(?:\scompany)?|studios?|starring|stars|cast|(?:main|supporting|"
    r"guest|lead|voice)\scast|"
    r"genres?|country|language|runtime|run\stime|running\stime|duration|based\son|source|"
    r"original\s\w+|title|alternative\stitle|hangul|status|format|schedule|"
    r"rating|distributor|budget|location|filming(?:\sdates?|\slocations?)?|year|date|time|"
    r"when|where|composer|music|aka|also\sknown\sas|hosts?|narrator|judges|prize|author|"
    r"yields?|serves|prep(?:\stime)?|cook(?:ing\stime)?)"
    r"\s*[:–—-]\s*(?P<value>\S.*)$",
    re.I,
)
_ENTRY = re.compile(r"\s(?:as|plays|–|—|-|→|returns\sas|will\splay)\s|\s\([^()]+\)$|\.{3,}|^[^:]{3,40}:\s\S")
_CODE = re.compile(r"[{}<>=\\_]|/\w+/|\(\)|^File\s")
_VERDICT = re.compile(r"^(?:our\s|the\s)?(?:verdict|rating|ruling|conclusion)\b.{0,40}$", re.I)
_DISCLAIMER = re.compile(
    r"^\W*(?:disclaimer|legal\snotice|please\snote|editor[’']?s[’']?\snote|a?\s?note\s"
    r"(?:to|for|on)\s.{3,40}|important\snotice)\W*$",
    re.I,
)
_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")


def label_of(text: str) -> tuple[str, str] | None:
    """Key and value of a line such as "Release date: 2025.04.25", or None."""
    found = _LABEL.match(text) if len(text) < 300 else None
    return (found["key"].lower(), found["value"]) if found else None


def is_disclaimer_heading(text: str) -> bool:
    """Whether a heading opens a disclaimer."""
    return bool(_DISCLAIMER.match(text))


def heading_numbers(lines: list[Line]) -> set[int]:
    """The numbers of the lines that are headings."""
    return {number for number in range(len(lines)) if _is_heading(lines, number)}


def _is_heading(lines: list[Line], number: int) -> bool:
    line = lines[number]
    text = line.text
    if is_noise(text) or line.cells or line.is_bullet or len(text) > 110 or len(text.split()) > 16:
        return False
    if _DISCLAIMER.match(text) or _VERDICT.match(text):
        return True
    if label_of(text) and not (line.level and number + 1 < len(lines)):
        return False
    if line.level:
        return not _is_entry(text)
    after = lines[number + 1] if number + 1 < len(lines) else None
    if after is None or (text[-1] in ".,;…!)" and not text.endswith(("!", "(expected)", ")"))):
        return False
    if text.endswith(":"):
        return _opens_with_colon(text)
    if text[0] in "\"'“‘«" and text[-1] in "\"'”’»":
        return False
    if text.endswith(("?", "?”")):
        return True
    return _stands_out(lines, number)


def _opens_with_colon(text: str) -> bool:
    """ "Returning cast:" is a heading, "The women:" and "Season 2 introduces new characters:" are not."""
    words = [word.lower() for word in _WORD.findall(text)]
    return len(words) <= 5 and all(word in HEADING or word.isdigit() for word in words)


def _stands_out(lines: list[Line], number: int) -> bool:
    """Whether an unmarked short line opens what follows, instead of belonging to a list."""
    line, after = lines[number], lines[number + 1]
    text = line.text
    words = [word.lower() for word in _WORD.findall(text)]
    if not words or not any(char.isalpha() for char in text):
        return False
    topical = sum(word in HEADING for word in words)
    if _is_entry(text) and topical * 2 < len(words):
        return False
    if is_person(text, mononym=True) and not topical and not text.isupper() and not after.cells:
        return False
    if text[0].islower() or _CODE.search(text) or text.endswith("!"):
        return False
    in_list = _is_short(after) and not line.after_blank and number and _is_short(lines[number - 1])
    return bool(topical) if in_list or _is_short(after) else True


def _is_short(line: Line) -> bool:
    return len(line.text) < 60 and line.text[-1] not in ".!?:" and not line.is_bullet and not line.cells


def _is_entry(text: str) -> bool:
    """Whether a line looks like one entry of a cast list."""
    if re.search(r"^[^,]{3,40},\s\d{2}\b", text):
        return True
    found = _ENTRY.search(text)
    if not found:
        return False
    before = brackets_off(text[: found.start()] or text.split(":")[0])[0]
    return is_person(before, mononym=True) and not any(word.lower() in HEADING for word in before.split())
