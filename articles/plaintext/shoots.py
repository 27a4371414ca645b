"""A shoot told by both its ends: "Filming ran from June 2025 to November 2025"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .dates import MONTH, YEAR, Time
from .stating import Setting, state
from .story import Fact
from .times import find_times
from .triggers import SHOOT, Trigger

_WHEN = rf"(?:(?:early|mid|late)[\s-])?(?:\d{{1,2}}\s)?{MONTH}(?:\s\d{{1,2}}\b)?(?:,?\s{YEAR})?"
_SPAN = re.compile(
    rf"\b(?:{SHOOT}|(?:was|were)\s(?:shot|filmed))\b[^.;]{{0,60}}?\b(?:from|between)\s(?P<start>{_WHEN})\s"
    rf"(?:to|until|till|through|and)\s(?P<end>{_WHEN})",
    re.I,
)


def shoot_facts(sentence: str, setting: Setting) -> Iterator[Fact]:
    """Start and wrap of a shoot that a sentence gives as a span; a year said once holds for both."""
    for found in _SPAN.finditer(sentence):
        ends = find_times(found["end"], setting.published)
        year = re.search(YEAR, found["end"])
        start = (
            found["start"]
            if re.search(YEAR, found["start"]) or not year
            else f"{found['start']} {year.group()}"
        )
        starts = find_times(start, setting.published)
        if len(ends) == 1 and len(starts) == 1:
            yield from _both(found, starts[0], ends[0], sentence, setting)


def _both(found: re.Match[str], start: Time, end: Time, sentence: str, setting: Setting) -> Iterator[Fact]:
    for kind, side, time in (("production_start", "start", start), ("filming_wrap", "end", end)):
        placed = replace(time, start=found.start(side), end=found.end(side), text=found[side])
        words = sentence[found.start() : found.start(side)].strip()
        trigger = Trigger(kind, found.start(), found.start(side), words)
        yield state(kind, sentence, trigger, setting, placed)
