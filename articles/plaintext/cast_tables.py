"""Tables of cast: which column is the actor's, which the character's, which says returning or new."""

import re

from .cast_lines import Entry, character_in
from .names import brackets_off, is_person, native_of
from .status import status_in

_COLUMNS = {
    "person": re.compile(
        r"\b(?:actors?|actress(?:es)?|cast|names?|performers?|stars?|artists?|contestants?|"
        r"islanders?|hosts?|played\sby|voice\sactors?|seiyuu|portrayed\sby|queens?|dancers?|"
        r"celebrit\w+)\b",
        re.I,
    ),
    "character": re.compile(r"\b(?:characters?|roles?|plays|as|part)\b", re.I),
    "status": re.compile(r"\b(?:status|returning|new|notes?)\b", re.I),
}


def read_table(rows: list[tuple[str, ...]]) -> list[tuple[Entry, str | None, int]]:
    """Entry, status and row number of each person in a table whose first row names its columns."""
    if len(rows) < 2 or not rows[0]:
        return []
    columns = _columns(rows[0])
    if "person" not in columns:
        return []
    found = []
    for number, cells in enumerate(rows[1:], 1):
        if len(cells) > columns["person"] and (entry := _entry(cells, columns)):
            status = status_in(cells[columns["status"]]) if columns.get("status", 99) < len(cells) else None
            found.append((entry, status, number))
    return found


def _columns(header: tuple[str, ...]) -> dict[str, int]:
    """Which column holds what; a column has one meaning."""
    columns: dict[str, int] = {}
    for number, title in enumerate(header):
        for kind in ("character", "status", "person"):
            if kind not in columns and _COLUMNS[kind].search(title) and number not in columns.values():
                columns[kind] = number
    return columns


def _entry(cells: tuple[str, ...], columns: dict[str, int]) -> Entry | None:
    person, inner = brackets_off(cells[columns["person"]])
    if not is_person(person, mononym=True):
        return None
    cell = cells[columns["character"]] if columns.get("character", 99) < len(cells) else ""
    character = character_in(brackets_off(cell)[0]) if cell else None
    return Entry(person, character, None, native_of(inner), (), "table")
