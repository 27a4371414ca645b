"""Cast stated in sentences: "played by", "who plays", "are back, as … respectively", "have signed on"."""

import re
from dataclasses import dataclass, replace

from . import cast_patterns as patterns
from .cast_lines import character_in, is_credit, role_in
from .names import UPPER, is_person, without_titles
from .platforms import is_platform
from .words import NOT_NAMES

_AFTER_NAME = re.compile(rf"(?:^|\s)[{UPPER}][^\s,.;:!?]*\s$|-$")

# "in talks to replace Vaughn as Hale" casts somebody else.
_REPLACED = re.compile(r"\b(?:replac(?:e|es|ed|ing)|tak(?:es|ing)\sover\sfrom|succeeds?)\s$")
_HEDGED = re.compile(r"\b(?:talks|may|might|could|rumou?r\w*|eyed|wanted|reportedly)\b", re.I)
_BETWEEN = re.compile(r",\sand\s|,\s|\sand\s|\s&\s")
# "Nam Joo-il, whose character died in the finale, will not be back"
_ASIDE = re.compile(r"^,\s(?:whose|who|an?|the|best\sknown|known)\s[^,.;]{3,80},")
_NO_PART = re.compile(
    r"(?:the\s)?(?:piano|guitar|drums|violin|cello|bass|trumpet|flute|football|rugby|cricket|tennis|golf|chess|cards|for|"
    r"in|at|well|a\s(?:big|key|vital|major|crucial)\s(?:role|part)\sin)\b",
    re.I,
)
_POSSESSIVES = ("'s", "’s", "s'", "s’")


@dataclass(frozen=True)
class Mention:
    """A person named as cast in a sentence; `place` is where, `said` the status the words give."""

    person: str
    character: str | None
    said: str | None
    place: int
    role: str | None = None


def mentions_in(sentence: str, *, is_plot: bool = False) -> list[Mention]:
    """Every person that a sentence casts, with the character where it gives one.

    In a synopsis the character comes first and the actor in brackets.
    """
    told = _synopsis(sentence) if is_plot or patterns.STORY.search(sentence) else []
    taken = {name for mention in told for name in (mention.person, mention.character)}
    respective = _respective(sentence)
    beside = [] if respective or patterns.RESPECTIVELY.search(sentence) else _pairs(sentence)
    swapped = _replaced(sentence)
    taken |= {mention.person for mention in swapped}
    pairs = [*respective, *swapped, *told, *(m for m in beside if m.person not in taken)]
    listed = {mention.person: mention for mention in _listed(sentence)}
    said = [replace(m, said=m.said or listed[m.person].said) if m.person in listed else m for m in pairs]
    named = {name for mention in pairs for name in (mention.person, mention.character)}
    found = [*said, *(mention for person, mention in listed.items() if person not in named)]
    return sorted(found, key=lambda mention: mention.place)


def _replaced(sentence: str) -> list[Mention]:
    """ "Crewe replaces Salter as Penhallow": one comes, one goes, and the part stays."""
    found = []
    for pair in [*patterns.REPLACES.finditer(sentence), *patterns.REPLACED_BY.finditer(sentence)]:
        character = character_in(pair["character"]) if pair["character"] else None
        found.append(Mention(without_titles(pair["new"]), character, "new", pair.start("new")))
        if character and not _HEDGED.search(sentence[: pair.start("old")]):
            found.append(Mention(without_titles(pair["old"]), character, "departing", pair.start("old")))
    return found


def _synopsis(sentence: str) -> list[Mention]:
    """ "Lee Yeon-ho (Nam Joo-won), a prosecutor" in the telling of a story."""
    found = []
    for pair in patterns.TOLD.finditer(sentence):
        person, character = pair["person"], without_titles(pair["character"])
        if character and is_person(person) and not is_credit(person):
            found.append(Mention(person, character, None, pair.start("person")))
    return found


def _pairs(sentence: str) -> list[Mention]:
    """Person and character side by side, each person once."""
    found = {mention.person: mention for mention in _inside(sentence)}
    for pattern in (patterns.PLAYED_BY, patterns.PLAYS, patterns.ROLE_TO, patterns.PAIR):
        for pair in pattern.finditer(sentence):
            if _REPLACED.search(sentence[max(0, pair.start() - 24) : pair.start()]):
                continue
            mention = _pair(pair, needs_character=pattern is patterns.PAIR)
            if mention and mention.person:
                found.setdefault(mention.person, mention)
    return list(found.values())


def _inside(sentence: str) -> list[Mention]:
    """ "Agnes (Mona Castellan)": one word before the bracket is a character, for actors have two."""
    found = []
    for pair in patterns.INSIDE.finditer(sentence):
        person, character = pair["person"], pair["character"]
        known = character.lower() in NOT_NAMES or is_platform(character) or is_credit(person)
        follows = _AFTER_NAME.search(sentence[max(0, pair.start() - 40) : pair.start()])
        if not known and not follows and is_person(person):
            found.append(Mention(person, character, None, pair.start("person")))
    return found


def _pair(pair: re.Match[str], *, needs_character: bool) -> Mention | None:
    """One match of a pattern; an occupation instead of a name gives a role or nothing."""
    got = pair.groupdict()
    lead, rest = got.get("lead") or "", got.get("rest") or ""
    character = character_in(_with_owned(pair) or rest)
    # "A and B play twins": two people, so no name after the verb is this one's alone.
    owned = (got.get("character") or "").endswith(_POSSESSIVES)
    if not character and _NO_PART.match(rest):
        return None
    if (needs_character and not character and not owned) or (got.get("verb") == "play" and not lead):
        return None
    role = None if character else role_in(rest[:40])
    said = "new" if patterns.FUTURE.search(lead) and "repris" not in (got.get("verb") or "") else None
    return Mention(without_titles(pair["person"]), character, said, pair.start("person"), role)


def _with_owned(pair: re.Match[str]) -> str:
    """The words of a character, with what follows a possessive ("Ember's father")."""
    said = pair.groupdict().get("character") or ""
    return pair.string[pair.start("character") :][:90] if said.endswith(_POSSESSIVES) else said


def _respective(sentence: str) -> list[Mention]:
    """Names in order matched to characters in order."""
    found = patterns.RESPECTIVELY.search(sentence)
    if not found:
        return _in_order(sentence)
    pieces = _BETWEEN.split(found["characters"])
    characters = [name for piece in pieces if (name := character_in(piece))]
    for people in reversed(list(patterns.PEOPLE.finditer(sentence[: found.start()]))):
        names = [without_titles(name.group()) for name in patterns.ONE_NAME.finditer(people.group())]
        if len(names) == len(characters):
            both = zip(names, characters, strict=True)
            back = re.search(r"return|back|repris", sentence[people.end() : found.start()])
            said = "returning" if back else None
            return [Mention(name, character, said, people.start()) for name, character in both]
    return []


def _in_order(sentence: str) -> list[Mention]:
    """ "A and B return as C and D", where both lists are equally long."""
    for people in patterns.PEOPLE.finditer(sentence):
        names = [without_titles(name.group()) for name in patterns.ONE_NAME.finditer(people.group())]
        if len(names) < 2 or not (found := patterns.IN_ORDER.match(sentence, people.end())):
            continue
        characters = [character_in(piece) for piece in _BETWEEN.split(found["characters"] or found["played"])]
        if len(characters) == len(names) and all(characters):
            said = "returning" if re.search(r"return|back|repris", found.group()) else None
            both = zip(names, characters, strict=True)
            return [Mention(name, character, said, people.start()) for name, character in both]
    return []


def _listed(sentence: str) -> list[Mention]:
    """People whom the words before or after their list put in the cast."""
    found = []
    for people in patterns.PEOPLE.finditer(sentence):
        if said := _said(sentence, people):
            found += _each(people, said, sentence[people.end() : people.end() + 60])
    return found


def _each(people: re.Match[str], said: str, after: str) -> list[Mention]:
    """Each name of a list, with what stands in brackets after it where that is a character."""
    text = people.group()
    bare = re.sub(r"\([^()]*\)", lambda aside: "_" * len(aside.group()), text)
    names = [name for name in patterns.ONE_NAME.finditer(bare) if not name.group().startswith("The ")]
    role = role_in(after) if len(names) == 1 else None
    found = []
    for name in names:
        person = without_titles(re.sub(r"(?:[’']s|-led)$", "", name.group()))
        aside = re.match(r"\s\(([^()]{1,80})\)", text[name.end() :]) if len(names) > 1 else None
        character = character_in(aside[1]) if aside and not is_credit(aside[1]) else None
        if not person:
            continue
        place = people.start() + name.start()
        found.append(Mention(person, character, said, place, role or ("guest" if said == "guest" else None)))
    return found


def _said(sentence: str, people: re.Match[str]) -> str | None:
    """The status that the words around a list give it."""
    text = people.group()
    if text.endswith("-led"):
        return "unknown"
    # "Newcomers Ana and Joel": the first words of the run are no names but say what they are.
    lead = len(text) - len(without_titles(text))
    after = sentence[people.end() : people.end() + 90]
    beyond = _ASIDE.sub("", sentence[people.end() : people.end() + 170])[:90]
    opening = sentence[: people.start() + lead]
    for said, pattern in patterns.AFTER:
        if pattern.search(after) or (said in ("departing", "returning") and pattern.search(beyond)):
            return said
    if patterns.OTHER_ROLE.search(opening[-70:]):
        return None
    return next((said for said, pattern in patterns.BEFORE if pattern.search(opening[-160:])), None)
