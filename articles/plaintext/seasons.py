"""Mentions of a season: "Season 2", "season two", "the third season", "S2", "Class 2"."""

import re

from .words import NUMBERS, ORDINALS, number

_COUNT = "|".join(sorted(NUMBERS, key=len, reverse=True))
_ORDINAL = "|".join(ORDINALS) + r"|\d{1,2}(?:st|nd|rd|th)"
MENTION = re.compile(
    rf"\b(?:(?P<word>[Ss]easons?|SEASONS?|[Ss]eries|SERIES|Class|CLASS|Cour|Chapter|"
    rf"Temporada|Staffel)\s(?P<n>\d{{1,2}}(?![\d,]*\d|st|nd|rd|th)|{_COUNT}|II|III|IV|V)\b"
    rf"|(?P<ord>{_ORDINAL})(?:-|\s)(?:and\sfinal\s|and\slast\s)?(?:season|series|run|"
    rf"chapter|instal+ment|outing)\b|\bS(?P<s>\d{{1,2}})\b(?![:/]))",
    re.I,
)
PART = re.compile(rf"\b(?:Part|Volume|Vol\.|Batch)\s(\d{{1,2}}|{_COUNT}|I{{1,3}}|IV|V)\b", re.I)


def season_numbers(text: str) -> list[tuple[int, int, int]]:
    """Each season named in a text: its number, start and end."""
    found = []
    for mention in MENTION.finditer(text):
        said = mention["n"] or mention["ord"] or mention["s"]
        value = number(said)
        if value and value <= 60:
            found.append((value, mention.start(), mention.end()))
    return found
