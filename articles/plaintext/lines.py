"""Clean text to lines: what each one carries besides its words (heading mark, bullet, cells)."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_EQUALS = re.compile(r"={2,6}\s*(\S(?:[^=\n]*[^=\s])?)\s*={2,6}")
_BOLD = re.compile(r"(?:\*\*|__)\s*([^*_\n]+?)\s*(?:\*\*|__)\s*(:?)")
_BULLET = re.compile(r"(?:[-*+•·◦▪‣●○►▶✔✓★➤→–—]|\d{1,2}[.)])\s+(?=\S)")
_RULE = re.compile(r"[-=_*~—–\s]{3,}")
_CELL_RULE = re.compile(r":?-+:?")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,200})\]\((?:[^()\s]{1,500})\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])([^*_\n]{1,200})(?<=\S)\1(?![\w*])")
_DOUBLED = re.compile(r"\*\*|(?<!\w)__(?=\S)|(?<=\S)__(?!\w)")
_GAPS = re.compile(r"[ \t]+")


@dataclass(frozen=True)
class Line:
    """One line that has words.

    `level` is the depth of a marked heading (0: no mark; bold alone counts as 2). `cells` are a table
    row's, `is_bullet` tells a list item. `after_blank` tells whether an empty line stands above.
    """

    text: str
    level: int = 0
    is_bullet: bool = False
    after_blank: bool = False
    cells: tuple[str, ...] = ()
    raw: str = ""


def lines_of(text: str) -> list[Line]:
    """All lines with words, marks taken off and remembered."""
    found: list[Line] = []
    after_blank = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if not stripped:
            after_blank = True
        elif _RULE.fullmatch(stripped):
            _underline(found, stripped, after_blank)
            after_blank = True
        elif not _is_table_rule(stripped) and (line := _line(stripped, after_blank)).text:
            found.append(line)
            after_blank = False
    return _tabled(_numbered(found))


def _numbered(lines: list[Line]) -> list[Line]:
    """The lines, with each number that opens a paragraph of its own ("1. Stonewater") as a heading."""
    for number, (line, after) in enumerate(pairwise(lines)):
        opens = line.is_bullet and line.after_blank and line.raw[0].isdigit() and len(line.text) < 80
        if (
            opens
            and not after.is_bullet
            and not after.cells
            and (len(after.text) > 40 or after.text[-1] in ".!")
            and line.text[-1] not in ".;,:"
        ):
            lines[number] = replace(line, text=plain(line.raw), level=3, is_bullet=False)
    return lines


def _tabled(lines: list[Line]) -> list[Line]:
    """The lines, with three or more in a row that hold one bar each ("Screen | 6.3 inches") as a table."""
    pairs = [line.raw.count(" | ") == 1 and not line.is_bullet and len(line.raw) < 120 for line in lines]
    for number, line in enumerate(lines):
        around = pairs[max(0, number - 2) : number + 3]
        if pairs[number] and any(all(three) for three in zip(around, around[1:], around[2:], strict=False)):
            lines[number] = replace(line, cells=tuple(plain(part) for part in line.raw.split(" | ")))
    return lines


def _underline(found: list[Line], rule: str, after_blank: bool) -> None:
    """A rule right below a short line makes that line a heading (setext)."""
    if (
        found
        and not after_blank
        and set(rule) <= {"-", "="}
        and len(found[-1].text) < 90
        and not found[-1].level
    ):
        last = found[-1]
        found[-1] = Line(last.text, 2, False, last.after_blank, (), last.raw)


def _line(stripped: str, after_blank: bool) -> Line:
    level = 0
    text = stripped
    if mark := _HASHES.match(text):
        level, text = mark.group().count("#"), text[mark.end() :].rstrip("# ")
    elif len(text) < 200 and (whole := _EQUALS.fullmatch(text) or _BOLD.fullmatch(text)):
        level, text = 2, whole[1]
    bullet = None if level else _BULLET.match(text)
    if bullet:
        text = text[bullet.end() :]
    cells = () if level or bullet else _cells(text)
    return Line(plain(text), level, bool(bullet), after_blank, cells, stripped)


def _cells(text: str) -> tuple[str, ...]:
    """The cells of a table row: between bars on both sides, two bars or more, or tabs."""
    if text.startswith("|") and text.endswith("|") and len(text) > 2:
        parts = text[1:-1].split("|")
    elif "\t" in text:
        parts = text.split("\t")
    elif text.count("|") >= 2 or (text.startswith("|") or text.endswith("|")):
        parts = text.strip("|").split("|")
    else:
        return ()
    cells = tuple(plain(part) for part in parts)
    return cells if sum(bool(cell) for cell in cells) > 1 else ()


def _is_table_rule(text: str) -> bool:
    return "|" in text and all(_CELL_RULE.fullmatch(part.strip()) for part in text.strip("|").split("|"))


def plain(text: str) -> str:
    """Words without Markdown emphasis, links or doubled spaces."""
    text = _LINK.sub(r"\1", text) if "](" in text else text
    text = _DOUBLED.sub("", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", text)
    return _GAPS.sub(" ", text).strip()
