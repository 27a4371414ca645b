"""The cast of a title: lists, tables and sentences merged into one entry a person."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .body import Passage
from .cast_lists import cast_in_list
from .cast_prose import Mention, mentions_in
from .lexicon import LEVELS
from .names import is_person
from .platforms import is_platform
from .seasons import season_numbers
from .sentences import sentences_of
from .stage import Stage
from .status import status_in, status_near
from .story import Credit
from .wording import level_of
from .words import CREW

_FORMER = re.compile(
    r"\b(?:starred|once\splayed|previously\splayed|used\sto\splay|original(?:ly)?\splayed|"
    r"in\sthe\soriginal|sequel\sto|spin-?off\sof|best\sknown|known\sfor|famous\sfor)\b",
    re.I,
)
_JOB = re.compile(rf"\b(?:{CREW}|executive)s?\b", re.I)
_REPLACED = re.compile(r"\breplaced\sby\b")
_STARRED = re.compile(r"\bstarred\b")
_PLOT = re.compile(r"\b(?:plot|story|storyline|synopsis|about)\b", re.I)
_WISH = re.compile(
    r"\b(?:(?:love|like|want|wants|hope|hoping)\sto\ssee|dream\scast\w*|fan-?cast\w*|"
    r"perfect\sfor\sthe\srole|should\splay)\b",
    re.I,
)

_SAID = frozenset({"returning", "new", "departing"})


def find_cast(passages: list[Passage], stage: Stage) -> list[Credit]:
    """The people in the title's cast, in the order of the text, each once."""
    credits: dict[str, Credit] = {}
    for passage, after in zip(passages, [*passages[1:], Passage()], strict=False):
        if passage.is_aside:
            continue
        following = after.text if after.heading == passage.heading else ""
        is_list = passage.kind == "list"
        found = cast_in_list(passage, stage, following) if is_list else _in_prose(passage, stage)
        for credit in found:
            credits[credit.person] = _merged(credits.get(credit.person), credit)
    show = stage.subject.show or ""
    return [credit for credit in credits.values() if credit.person not in show or credit.character]


def _merged(old: Credit | None, new: Credit) -> Credit:
    """Two statements about one person: the first stands, the second fills what it left open.

    A hedge in the second counts too: the lead says "joins", the third paragraph "is in talks".
    """
    if old is None:
        return new
    return replace(
        old,
        character=old.character or new.character,
        status=old.status if old.status != "unknown" else new.status,
        confidence=max(old.confidence, new.confidence, key=LEVELS.index),
        role=old.role or new.role,
        native=old.native or new.native,
    )


def _in_prose(passage: Passage, stage: Stage) -> Iterator[Credit]:
    """The people of a paragraph's sentences."""
    is_plot = bool(_PLOT.search(passage.heading))
    previous = ""
    for sentence in sentences_of(passage.text):
        for mention in mentions_in(sentence, is_plot=is_plot):
            person = stage.register.full(mention.person)
            if _is_cast(person, mention, sentence, stage):
                yield _credit(person, mention, sentence, previous, passage.heading, stage)
        previous = sentence


def _is_cast(person: str, mention: Mention, sentence: str, stage: Stage) -> bool:
    """Whether a mention is of this title's cast: not crew, not a wish, not another time or title."""
    # Who is named as producer and cast in a part is both; a job in capitals is no part.
    part = mention.character and not _JOB.search(mention.character)
    if (person in stage.crew and not part) or is_platform(person) or _WISH.search(sentence):
        return False
    if not is_person(person, mononym=bool(mention.character)):
        return False
    if mention.said == "panel" and not stage.is_contest:
        return False
    former = _FORMER.search(_STARRED.sub("", sentence) if stage.is_over else sentence)
    if mention.said in _SAID and _REPLACED.search(sentence):
        return True
    return not (former and former.start() < mention.place + 60)


def _credit(
    person: str, mention: Mention, sentence: str, previous: str, heading: str, stage: Stage
) -> Credit:
    """One person as a sentence casts them; a flat denial is a debunked casting."""
    level = "debunked" if mention.said == "debunked" else _level(sentence, mention.place, heading)
    season = None
    if mention.said == "ensemble":
        season = next((number for number, _, _ in season_numbers(sentence)), None)
    other = season is not None and season != stage.subject.season
    return Credit(
        person=person,
        character=mention.character,
        status="unknown" if other else _status(mention, sentence, previous, stage),
        confidence="confirmed" if level == "official" else level,
        role=mention.role,
        season=season,
        evidence=sentence,
        phrase=mention.person if mention.person in sentence else None,
    )


def _level(sentence: str, place: int, heading: str) -> str:
    """The level worded for a person; before a list that opens with a colon a hedge reaches all of it."""
    own = level_of(sentence, place, heading)
    colon = sentence.rfind(": ", 0, place)
    return max(own, level_of(sentence[:colon], colon, heading), key=LEVELS.index) if colon > 0 else own


def _status(mention: Mention, sentence: str, previous: str, stage: Stage) -> str:
    """Returning, new or departing, by the words next to the name, else by what is usual."""
    if mention.said in _SAID:
        return mention.said
    if mention.said in ("debunked", "guest", "ensemble"):
        return "new" if mention.said == "debunked" else "unknown"
    if mention.said == "panel" and stage.is_contest:
        return status_near(sentence, mention.place) or "unknown"
    # "There are new faces too." speaks of the names in the sentence after it.
    near = status_near(sentence, mention.place) or (status_in(previous) if len(previous) < 60 else None)
    if near:
        return near
    # Who "plays" somebody in a later season, with no word of joining, has played them before.
    if (stage.subject.season or 1) > 1:
        return "returning" if mention.character and not stage.is_over else "unknown"
    return stage.usual_status()
