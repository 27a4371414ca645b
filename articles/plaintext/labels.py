"""Facts that stand as "Release date: 2025.04.25" or "Episodes: 8"."""

import re

from .dates import Time
from .headings import label_of
from .seasons import season_numbers
from .stating import words_of
from .story import Fact
from .subject import Subject
from .times import find_times
from .wording import level_of
from .words import number

_RELEASE = re.compile(r"release|premiere|air|debut|launch|broadcast|start|streaming\sdate|opening", re.I)
_NONE = re.compile(
    r"\b(?:tba|tbc|tbd|to\sbe\s(?:announced|confirmed)|unknown|not\s(?:yet\s"
    r")?(?:announced|confirmed)|n/a|unannounced)\b",
    re.I,
)
_ASIDE = re.compile(r"\(([^()]{3,60})\)")


def label_facts(line: str, subject: Subject, published: str | None) -> list[Fact]:
    """The facts of one line with a label."""
    label = label_of(line)
    if not label:
        return []
    key, value = label
    found = [fact for aside in _ASIDE.findall(value) for fact in _earlier(line, aside, subject, published)]
    if key.startswith(("episode", "number of episodes", "total episodes")):
        count = re.match(r"\W*(\d{1,3}|[a-z]+)\b", value, re.I)
        if count and (total := number(count[1])):
            found.append(Fact("episode_count", str(total), level_of(value, 0), line, phrase=count[1]))
    elif _RELEASE.search(key) and "finale" not in key and "filming" not in key:
        found += _release(line, _ASIDE.sub("", value), published)
    return found


def _release(line: str, value: str, published: str | None) -> list[Fact]:
    if _NONE.search(value):
        return [
            Fact("other", "no release date announced", "confirmed", line, phrase=value, property="release")
        ]
    guessed = re.match(r"(?i)(?:expected|estimated|possible|rumou?red)", line)
    facts = []
    for time in _first_and_beside(value, find_times(value, published)):
        kind = "release_window" if time.is_window else "release_date"
        level = level_of(line, len(line) - 1) if not guessed else "speculation"
        facts.append(Fact(kind, line, level, line, phrase=time.text, **words_of(time)))
    return facts


def _first_and_beside(value: str, times: list[Time]) -> list[Time]:
    """The first time of a value, and whole days set beside it for other countries ("12 May 2027, 19 May 2027")."""
    kept = times[:1]
    for time in times[1:]:
        gap = value[kept[-1].end : time.start]
        if time.precision == "day" and re.fullmatch(
            r"\s*(?:\([^()]{2,20}\)\s*)?(?:[,;/]|and|,\sand)\s*", gap
        ):
            kept.append(time)
    return kept


def _earlier(line: str, aside: str, subject: Subject, published: str | None) -> list[Fact]:
    """ "(Season 1: Wavve, 2022)" dates another season."""
    seasons = [n for n, _, _ in season_numbers(aside) if n != subject.season]
    times = find_times(aside, published)
    if not seasons or not times or not times[0].date:
        return []
    found = words_of(times[0])
    return [Fact("release_date", aside, "confirmed", line, phrase=times[0].text, season=seasons[0], **found)]
