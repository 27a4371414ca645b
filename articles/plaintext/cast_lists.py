"""Cast given in lists, tables and labelled lines."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .body import Passage
from .cast_lines import Entry, are_credits, character_in, marked, read_entry, reversed_entry
from .cast_tables import read_table
from .headings import label_of
from .names import brackets_off
from .sentences import sentences_of
from .stage import Stage
from .status import status_in, status_of
from .story import Credit
from .wording import UNSURE, level_of
from .words import HOSTS

_CAST_WORDS = re.compile(
    r"\b(?:cast(?:s|ing)?|star(?:s|ring)?|actors?|actress(?:es)?|return(?:s|ing)?|back|"
    r"newcomers?|join(?:s|ing|ed)?|who[’']?s\s(?:in|who|back|new|joining)|who\s(?:is|are|"
    r"will)|line-?up|ensemble|faces?|characters?|"
    r"islanders?|contestants?|housemates?|castaways?|players?|queens?|dancers?|"
    r"celebrities|survivors?|hosts?|judges?|coaches|voices?|additions?|women|men|girls|"
    r"boys|singles|couples|on\sboard|roles?|played|names)\b",
    re.I,
)
_CREW_WORDS = re.compile(
    r"\b(?:crew|creative\steam|behind\sthe\s(?:camera|scenes)|production\steam|makers|"
    r"writers[’']?\sroom|staff|directors?|producers?|writers?|soundtrack|ost|recipe|"
    r"ingredients|episode\s(?:guide|list|titles)|similar\sshows|more\sshows|other\sshows|"
    r"you\smay)\b",
    re.I,
)
_REALITY = re.compile(
    r"\b(?:women|men|girls|boys|singles|islanders?|contestants?|housemates?|castaways?|"
    r"queens?|dancers?|couples)\b",
    re.I,
)
_SURE_ROLE = frozenset({"as", "plays", "played", "table", "aged"})
# What follows a list can tell what the list was: "… also come back", "Joining them are …".
_ALSO_BACK = re.compile(
    r"\balso\s(?:come|are|return|will|is)\b|^(?:joining|new(?:comers|\sto|\sfaces|\s"
    r"additions)|they(?:\sare|[’']re|\swill\sbe)\sjoined|also\sjoining|the\snewcomers|"
    r"among\sthe\snew)\b",
    re.I,
)


_CHARACTERS_FIRST = re.compile(
    r"\bcharacters?\b[^.]{0,20}\b(?:and|to|with)\b[^.]{0,20}\b(?:actors?|cast)\b", re.I
)
_CAST_LABEL = re.compile(r"\bcast$|starring$|^stars$|^hosts?$|^judges$|^narrator$")
_BETWEEN_NAMES = re.compile(r",\s(?:and\s)?|\sand\s|\s&\s|;\s")


def cast_in_list(passage: Passage, stage: Stage, following: str) -> Iterator[Credit]:
    """The people of a list or table; `following` is the paragraph after it."""
    yield from _labelled(passage, stage)
    tabled = read_table(passage.rows) if any(passage.rows) else []
    for entry, status, row in tabled:
        yield _credit(entry, status, passage, stage, passage.raws[row])
    is_crew = _CREW_WORDS.search(passage.heading) and not _CAST_WORDS.search(passage.heading)
    if not tabled and not is_crew:
        yield from _listed(passage, stage, following)


def _listed(passage: Passage, stage: Stage, following: str) -> Iterator[Credit]:
    """The people of a list, one a line; lines that name nobody may group those below ("New:")."""
    context = f"{passage.heading} {passage.intro}"
    entries = _entries(passage, context)
    credits = are_credits([entry for _, entry in entries if entry], f"{context} {following}")
    said = status_of("", passage.intro, passage.heading)
    also = not said and not stage.is_contest and _ALSO_BACK.search(following[:90])
    implied = "returning" if also else None
    group = ""
    for item, entry in entries:
        if entry is None:
            group = item if len(item) < 60 else group
        elif entry.person not in stage.crew or entry.form in _SURE_ROLE:
            if entry.form == "bracket" and not credits and entry.brackets:
                entry = replace(entry, character=character_in(entry.brackets[0]))
            entry = replace(entry, character=None) if _as_themselves(entry, stage) else entry
            status = marked(item) or status_in(_own_words(item, entry))
            yield _credit(entry, status or status_in(group) or implied, passage, stage, item)


def _as_themselves(entry: Entry, stage: Stage) -> bool:
    """Whether what stands beside a name in a contest is a home town or a trade, not a character."""
    return stage.is_contest and entry.form in ("dash", "bracket")


def _own_words(item: str, entry: Entry) -> str:
    """What a line says of a person's place besides the names in it."""
    if entry.form in ("as", "dash") and not entry.character:
        return entry.rest
    if entry.form not in ("as", "plays") or not entry.character:
        return ""
    between = item[len(entry.person) : max(0, item.find(entry.character))]
    return brackets_off(between)[0]


def _labelled(passage: Passage, stage: Stage) -> Iterator[Credit]:
    """ "Cast: A, B and C" names people in one line."""
    for item in passage.items:
        label = label_of(item)
        if not label or not _CAST_LABEL.search(label[0]):
            continue
        role = HOSTS.get(label[0].rstrip("s"))
        for entry in map(read_entry, _BETWEEN_NAMES.split(label[1])):
            if entry and entry.person not in stage.crew:
                yield replace(_credit(entry, None, passage, stage, item), role=role)


def _entries(passage: Passage, context: str) -> list[tuple[str, Entry | None]]:
    """Each item with what it says of a person; only plain castings where the list is no cast list."""
    items = passage.items
    entries = [(item, None if label_of(item) else read_entry(item)) for item in items]
    read = [entry for _, entry in entries if entry]
    explicit = [entry for entry in read if entry.form in _SURE_ROLE]
    plain = [entry for entry in read if entry.form in ("dash", "bracket") and " " in entry.person]
    paired = len(plain) >= 2 and len(plain) * 2 >= len(items)
    if not _CAST_WORDS.search(context) and len(explicit) * 2 < len(items) and not paired:
        return [
            (item, entry if entry and entry.form in ("as", "played") else None) for item, entry in entries
        ]
    flipped = [reversed_entry(item) for item in items]
    if _CHARACTERS_FIRST.search(context) and sum(map(bool, flipped)) * 2 > len(flipped):
        return list(zip(items, flipped, strict=True))
    return entries


def _credit(entry: Entry, status: str | None, passage: Passage, stage: Stage, evidence: str) -> Credit:
    """One list entry with status and level from its own words, its introduction or its heading."""
    said = status or status_of("", passage.intro, passage.heading)
    if not said and (
        entry.form == "aged" or stage.is_contest or _REALITY.search(passage.heading + passage.intro)
    ):
        said = "new"
    return Credit(
        person=entry.person,
        character=entry.character,
        status=said or stage.usual_status(),
        confidence=_level(passage, evidence),
        role=entry.role,
        native=entry.native,
        evidence=evidence,
        phrase=entry.person,
    )


def _level(passage: Passage, item: str) -> str:
    """The level of a list entry: confirmed unless it, its introduction or its heading hedge."""
    level = level_of(item, 0)
    if level not in UNSURE and passage.intro:
        intro = sentences_of(passage.intro)[-1]
        level = level_of(intro, len(intro))
    return level_of("", 0, passage.heading) if level in ("official", "confirmed") else level
