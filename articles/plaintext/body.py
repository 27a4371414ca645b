"""The body as blocks, and the same body as passages: each piece with the heading it stands under."""

import re
from dataclasses import dataclass, field

from .head_lines import DATELINE
from .headings import heading_numbers, is_disclaimer_heading, label_of
from .lines import Line
from .noise import is_noise, opens_link_list
from .sentences import LONGEST
from .story import Block

_ELSEWHERE = re.compile(
    r"^(?:in\sother\s.{0,40}news\b|elsewhere(?:\sin\s.{0,40}news)?,|also\sin\s.{0,30}news\b)", re.I
)
_CAVEAT = re.compile(
    r"\b(?:(?:may|might|can|could|are|is)\s(?:still\s|be\s)?(?:subject\sto\s)?chang\w*|"
    r"subject\sto\schange|at\sthe\stime\sof\s(?:writing|publication|publishing|posting)|"
    r"(?:available|known)\son\sthe\sday\sof\spublication|not\s(?:been\s)?(?:officially\s"
    r")?(?:confirmed|verified)|based\son\s.{0,80}(?:reports|announcements|sources|"
    r"information)|"
    r"compiled\sfrom|without\snotice|unconfirmed|informational\spurposes|await\sofficial|"
    r"treated?\s(?:as|with))\b",
    re.I,
)
_CAVEAT_LINE = re.compile(
    r"^\W*(?:disclaimer|please\snote|note|editor[’']?s[’']?\snote|n\.?b\.?|caveat|"
    r"heads[\s-]up|important)\W*\s?[:–—-]\s?(\S.*)$|^\(?please\snote\s(?:that\s)?(.*)$",
    re.I,
)

_AGED = re.compile(r"[^,.:]{3,40}(?:,\s|\s\()(?:aged?\s)?(?:1[6-9]|[2-9]\d)(?:,|\)|$)")


@dataclass
class Passage:
    """A paragraph or a list, with the heading above it and the sentence that introduces it.

    `rows` are table rows' cells; `is_aside` marks what concerns other titles ("In other news, …").
    """

    heading: str = ""
    intro: str = ""
    kind: str = "paragraph"
    text: str = ""
    items: list[str] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)
    raws: list[str] = field(default_factory=list)
    is_aside: bool = False


@dataclass
class Body:
    """Everything below the head."""

    blocks: list[Block] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    has_disclaimer: bool = False


def read_body(lines: list[Line]) -> Body:
    """Group the body's lines into headings, paragraphs, lists and disclaimers."""
    lines = _without_noise(lines)
    headings = heading_numbers(lines)
    body, heading = Body(), ""
    for number, line in enumerate(lines):
        if number in headings:
            heading = line.text
            body.headings.append(heading)
            body.blocks.append(Block("heading", heading))
            body.has_disclaimer |= is_disclaimer_heading(heading)
        elif _is_item(lines, number, headings):
            _add_item(body, line, heading)
        else:
            _add_paragraph(body, line, heading)
    return body


def _without_noise(lines: list[Line]) -> list[Line]:
    """The lines less adverts, captions and lists of links to other stories."""
    kept, in_links = [], False
    for number, line in enumerate(lines):
        if opens_link_list(line.text):
            in_links = number + 1 < len(lines) and (lines[number + 1].is_bullet or number + 4 >= len(lines))
            continue
        in_links = in_links and (line.is_bullet or (len(line.text) < 120 and line.text[-1] not in ".:"))
        if not in_links and not is_noise(line.text):
            kept.append(line)
    return kept


def _is_item(lines: list[Line], number: int, headings: set[int]) -> bool:
    """Whether a line is one of a list: bullet, table row, fact line, or a short line among short ones."""
    line = lines[number]
    if len(line.text) > LONGEST:
        return False
    if line.is_bullet or line.cells or (label_of(line.text) and len(line.text) < 120):
        return True
    if not _is_short(line):
        return False
    if _AGED.match(line.text):
        return True
    before = lines[number - 1] if number and number - 1 not in headings else None
    after = lines[number + 1] if number + 1 < len(lines) and number + 1 not in headings else None
    beside = [n for n in (before, after) if n and _is_short(n) and not n.is_bullet]
    opened = number > 0 and (number - 1 in headings or lines[number - 1].text.endswith(":"))
    return bool(beside) or opened


def _is_short(line: Line) -> bool:
    """Whether a line could be an entry of an unmarked list."""
    ends = line.text[-1] in ".!?:" and not line.text.endswith(("Jr.", "Sr."))
    return len(line.text) < 110 and not ends


def _add_item(body: Body, line: Line, heading: str) -> None:
    last = body.passages[-1] if body.passages else None
    joins = last and last.kind == "list" and last.heading == heading and body.blocks[-1].kind == "list"
    if not joins:
        intro = last.text if last and last.kind == "paragraph" and last.heading == heading else ""
        last = Passage(
            heading, intro, "list", is_aside=bool(last and last.is_aside and last.heading == heading)
        )
        body.passages.append(last)
        body.blocks.append(Block("list"))
    text = " – ".join(cell for cell in line.cells if cell) if line.cells else line.text
    last.items.append(text)
    last.rows.append(line.cells)
    last.raws.append(line.raw)
    body.blocks[-1] = Block("list", items=tuple(last.items))


def _add_paragraph(body: Body, line: Line, heading: str) -> None:
    caveat = _CAVEAT_LINE.match(line.text)
    is_caveat = is_disclaimer_heading(heading) or bool(caveat and _CAVEAT.search(line.text))
    body.has_disclaimer |= is_caveat or line.text.lower().startswith("disclaimer")
    is_caveat = is_caveat or line.text.lower().startswith("disclaimer")
    body.blocks.append(Block("disclaimer" if is_caveat else "paragraph", line.text))
    if not is_caveat:
        told = DATELINE.sub("", line.text[:90]) + line.text[90:]
        body.passages.append(Passage(heading, "", "paragraph", told, is_aside=bool(_ELSEWHERE.match(told))))
