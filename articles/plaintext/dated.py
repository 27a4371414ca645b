"""Facts with a date or a window: releases, production, finales; and dates that no longer hold."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .dates import Time
from .idling import is_condition
from .sentences import clause_at
from .stating import Setting, is_past, state
from .story import Fact
from .triggers import Trigger

_SUPERSEDED = re.compile(
    r"\b(?:was\sto\b|were\sto\b|had\san?\s(?:\w+\s){0,2}(?:release|premiere)\sdate|"
    r"originally|initially|previously|earlier\s(?:date|plan|slot)|first\s(?:planned|"
    r"scheduled|slated|announced)|had\sbeen\s(?:due|set|scheduled|slated|expected|dated|"
    r"planned)|was\s(?:originally\s|first\s|once\s|initially\s)?(?:due|set|supposed|meant|"
    r"scheduled|slated|planned)"
    r"|instead\sof|rather\sthan|no\slonger|old\s(?:date|slot)|up\sfrom|back\sfrom|forward\s"
    r"from|delayed\sfrom|moved\sfrom|pushed\sfrom|shifted\sfrom|bumped\sfrom|postponed\s"
    r"from|from\sits\s(?:\w+\s)?(?:date|slot)?\s?(?:of\s)?)\b",
    re.I,
)
_CORRECTED = re.compile(
    r"\b(?:an\s)?earlier\sversion\sof\b|\bwe\s(?:previously|originally)\b|\bpreviously\sstated\b", re.I
)
_THEN = re.compile(r"\bto\s(?:\w+\s)?$|\bnow\b|\bbut\b")
_NEGATED = re.compile(r"\b(?:will\snot|won[’']t|not|never|isn[’']t|no)\s(?:\w+\s){0,3}$", re.I)
_UNTIL = re.compile(r"\b(?:until|before|earlier\sthan|sooner\sthan|till)\b", re.I)
_VAGUE = re.compile(r"(?:on\s|last\s|late\s|this\s)?\w+day|last\s(?:year|month)|this\smorning", re.I)
_MOVES = re.compile(r"\b(?:push|delay|mov|shift|bump|postpon|slip|brought|bring|back|forward)\w*\b", re.I)


def dated(sentence: str, time: Time, trigger: Trigger, setting: Setting) -> Iterator[Fact]:
    """The fact that a time and its trigger make."""
    if trigger.kind == "release":
        if time.text.lower() in ("today", "tomorrow") or time.date or time.month_day or time.is_window:
            yield from release_facts(sentence, time, trigger, setting)
    elif trigger.kind in ("production_start", "filming_wrap"):
        if is_condition(sentence, trigger) and not is_past(sentence, trigger):
            return
        fact = state(trigger.kind, sentence, trigger, setting, time)
        yield replace(fact, superseded=_is_superseded(sentence, time))
    elif trigger.kind == "finale":
        yield state("other", sentence, trigger, setting, time)


def release_facts(sentence: str, time: Time, trigger: Trigger, setting: Setting) -> Iterator[Fact]:
    """A release date or window, unless the sentence only denies it."""
    past = is_past(sentence, trigger)
    bygone = time.precision == "year" and (time.latest or "") < (setting.published or "")
    if (time.inferred and _VAGUE.fullmatch(time.text)) or (bygone and not past):
        return
    kind = "release_window" if time.is_window and not (past and time.date) else "release_date"
    fact = state(kind, sentence, trigger, setting, time)
    if not _is_negated(sentence, trigger, time):
        yield replace(fact, superseded=_is_superseded(sentence, time))
    elif not time.inferred:
        yield replace(fact, kind="other")


def _is_negated(sentence: str, trigger: Trigger, time: Time) -> bool:
    """Whether "not" stands before the verb, and no "until" before the date."""
    start, _ = clause_at(sentence, trigger.start)
    negated = _NEGATED.search(sentence[start : trigger.start])
    return bool(negated) and not _UNTIL.search(sentence[trigger.start : time.start])


def _is_superseded(sentence: str, time: Time) -> bool:
    """Whether a date is the one that used to hold ("originally …", "back from … to …")."""
    before = sentence[max(0, time.start - 60) : time.start]
    used = _SUPERSEDED.search(before)
    if _CORRECTED.search(sentence[: time.start]) or (used and not _THEN.search(before[used.end() :])):
        return True
    moved = _MOVES.search(sentence) and re.search(r"\b(?:from|of)\s(?:the\s)?$", before)
    return bool(moved) and bool(re.match(r"[^.;]{0,30}\bto\s", sentence[time.end : time.end + 40]))


def refined(facts: list[Fact]) -> list[Fact]:
    """Of two windows, one inside the other, the narrower stands ("2026, possibly late 2026")."""
    return [fact for fact in facts if not any(_holds(fact, other) for other in facts)]


def _holds(outer: Fact, inner: Fact) -> bool:
    """Whether one release window has another inside it."""
    if outer is inner or not (outer.kind.startswith("release") and inner.kind.startswith("release")):
        return False
    if outer.precision not in ("year", "window") or inner.superseded or outer.season != inner.season:
        return False
    wide, narrow = (outer.earliest, outer.latest), (inner.earliest, inner.latest)
    if wide == narrow or not all(wide) or not all(narrow):
        return False
    return wide[0] <= narrow[0] and narrow[1] <= wide[1]
