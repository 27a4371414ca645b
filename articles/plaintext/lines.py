"""Clean text to lines: what each one carries besides its words (heading mark, bullet, cells)."""

import re
from dataclasses import dataclass

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
    return found


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
