"""Paragraphs to sentences and clauses, literal to the letter."""

import re

LONGEST = 900  # characters; what is longer is no sentence of this genre and is read up to here

_END = re.compile(r"[.!?…。][\"'”’)\]»]*\s+(?=[\"'“‘«(\[—–-]?\s?(\w))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[\"'“‘])(?:mr|mrs|ms|dr|prof|st|jr|sr|lt|sgt|capt|col|gen|rev|hon|vs|no|nos|vol|ep|eps|pt|ch|"
    r"approx|inc|ltd|co|corp|bros|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|"
    r"a\.m|p\.m|u\.s|u\.k|e\.g|i\.e|[^\W\d_])\.$",
    re.I,
)
_STRONG_CUT = re.compile(r"[;:]\s+|\s[—–]\s|—|,?\s(?=(?:but|while|whereas|although|though|however)\s)")
_CLAUSE = re.compile(
    r"[;:]\s+|\s[—–]\s|—|,\s+(?=(?:we|it|he|she|they|fans|viewers|this|there|but|while|"
    r"whereas|although|though|and|so|yet|with)\s)|\s(?=but\s)"
)


def sentences_of(paragraph: str) -> list[str]:
    """The sentences of a paragraph, in order, each an exact extract of it."""
    found, start = [], 0
    for end in _END.finditer(paragraph):
        upto = end.start() + 1
        following = end[1]
        if following.islower() or _ABBREVIATION.search(paragraph[max(0, upto - 12) : upto]):
            continue
        found.append(paragraph[start : end.end()].strip())
        start = end.end()
    found.append(paragraph[start:].strip())
    return [sentence[:LONGEST] for sentence in found if sentence]


def reach_at(sentence: str, position: int) -> tuple[int, int]:
    """How far back a hedge may stand and still colour a position: to the last "but", "while" or semicolon."""
    start = 0
    for cut in _STRONG_CUT.finditer(sentence):
        if cut.end() > position:
            break
        start = cut.end()
    return start, clause_at(sentence, position)[1]


def clause_at(sentence: str, position: int) -> tuple[int, int]:
    """Start and end of the clause that holds a position."""
    start, end = 0, len(sentence)
    for cut in _CLAUSE.finditer(sentence):
        if cut.end() <= position:
            start = cut.end()
        elif cut.start() > position:
            end = cut.start()
            break
    return start, end
