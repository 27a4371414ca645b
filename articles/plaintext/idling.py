"""Whether a fact is only named, feared, asked about or made a condition, and not stated."""

import re

from .sentences import clause_at
from .triggers import Trigger

_HYPOTHETICAL = re.compile(
    r"\b(?:feared|fears?\sof|if|whether|avoid(?:ed)?|escaped?|save[ds]?\sfrom|"
    r"never|campaign|rumou?rs\sof|nearly|almost|narrowly|threat\w*|(?:would|could|might)\shave\sbeen|were\sit|also\scancelled|after\sbeing)\b",
    re.I,
)
_NEGATED = re.compile(
    r"(?:\bnot(?!\sonly)|n[’']t|\bnever|\byet\sto|\bneither|\bnor|\bwithout|\bno\s(?:plans?|decision)\s(?:to|on))\s"
    r"(?:(?:yet|been|be|being|officially|formally|publicly|actually|even|so\sfar|have|has)\s){0,3}"
    r"(?:\w+\s(?:or|nor)\s)?$",
    re.I,
)
_SHOWN = re.compile(
    r"\b(?:release[sd]?|drop(?:s|ped)?|unveil(?:s|ed)|upload(?:s|ed)|shar(?:es|ed)|debut(?:s|ed)|"
    r"reveal(?:s|ed)|shows?|brings|teases?|posted|arriv\w+|launched|out)\b",
    re.I,
)
_GIVEN = re.compile(
    r"\b(?:announced|confirmed|handed|gave|given|double|early|two-season|secured|earned|got)\b", re.I
)
_CONDITION = re.compile(
    r"\b(?:once|when|after|before|until|if|as\ssoon\sas|while)\s(?:the\s)?(?:\w+\s){0,2}$", re.I
)
_AFTER_A = re.compile(r"\bafter\sa\s$")
_GOING_ON = re.compile(r"\b(?:continues|runs|goes)\b")


def is_condition(sentence: str, trigger: Trigger) -> bool:
    """Whether a shoot's beginning or end is only what something else waits for ("once filming wraps")."""
    start, _ = clause_at(sentence, trigger.start)
    before = sentence[max(start, trigger.start - 50) : trigger.start]
    return bool(_CONDITION.search(before) and not _AFTER_A.search(before))


def is_idle(sentence: str, trigger: Trigger) -> bool:
    """Whether the words of a trigger state nothing in this sentence."""
    start, _ = clause_at(sentence, trigger.start)
    before = sentence[max(start, trigger.start - 50) : trigger.start]
    if sentence.endswith("?") or _HYPOTHETICAL.search(before) or _NEGATED.search(before):
        return True
    if trigger.kind == "trailer":
        return not _SHOWN.search(sentence)
    if trigger.kind == "renewal" and re.fullmatch(r"renewals?", trigger.text, re.I):
        return not _GIVEN.search(sentence)
    if trigger.kind in ("filming_wrap", "production_start"):
        return bool(_GOING_ON.search(trigger.text)) or is_condition(sentence, trigger)
    return False
