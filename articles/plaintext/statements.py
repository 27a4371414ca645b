"""Facts that need no date at all: how many episodes, a casting denied, what the story is about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .names import NAME
from .stating import Setting, state
from .story import Fact
from .triggers import Trigger, find_triggers
from .wording import level_of
from .words import NUMBERS, number

_EPISODES = re.compile(
    rf"\b(?P<n>\d{{1,3}}|{'|'.join(NUMBERS)})[\s-](?:(?:new|brand-new|hour-long|one-hour|"
    rf"half-hour|\d+-minute|sixty-minute|all-new|full)\s)?(?:episodes?|eps?\.?|part(?=\s"
    rf"(?:[\w-]+\s){0, 2}(?:drama|series|run|thriller|season|comedy|adaptation|"
    rf"mini-?series|docuseries|show|mystery))|parter)\b(?!\s(?:on\b|arriv|drop|land|will\s"
    rf"arrive|at\b|every|per\b|weekly|of\sthe\sfirst|in\b|later|into|each|a\sweek))",
    re.I,
)
_NOT_COUNT = re.compile(
    r"\b(?:(?:more|fewer|less)\sthan|at\sleast|up\sto)\s$|\b(?:first|last|final|opening|next|remaining|every|another|previous|latest|after|"
    r"initial|weekly|premiere\swith|two\sor|of\sthe|drops?\swith|launch(?:es)?\swith|"
    r"debut\swith|starts?\swith)\s(?:\w+\s)?$",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:completely\sfalse|den(?:y|ies|ied)|debunked|untrue|no\sbasis|no\struth|not\s"
    r"true|baseless|groundless|never\sapproached|is\snot\s(?:in|part\sof|joining|"
    r"returning)|shot\sdown|is\s(?:false|fake))\b",
    re.I,
)
_NAMED = re.compile(rf"\b(?:about|that|of|with)\s{NAME}")
_CASTING = re.compile(
    r"\b(?:cast(?:ing|s)?|role|part|play(?:s|ing)?|join(?:s|ing|ed)?|star|cameo|actor|"
    r"actress|appear(?:s|ance)?|talks)\b",
    re.I,
)

_STORY_HEADING = re.compile(
    r"\b(?:plot|story|storyline|synopsis|what\sto\sexpect|about|premise|what\swill\shappen)\b", re.I
)
_OTHER_HEADING = re.compile(r"\b(?:cast|filming|release)\b", re.I)
_SCHEDULING = frozenset({"release", "cancellation", "renewal"})


def episodes(sentence: str, setting: Setting) -> Iterator[Fact]:
    """How many episodes a season has."""
    for found in _EPISODES.finditer(sentence):
        count = number(found["n"])
        before = sentence[max(0, found.start() - 30) : found.start()]
        if (
            count
            and count > 1
            and not _NOT_COUNT.search(before)
            and not (" " in found.group() and re.search(r"\b(?:the|these|those|with|in)\s$", before))
        ):
            trigger = Trigger("episode_count", found.start(), found.end(), found.group())
            yield replace(
                state("episode_count", sentence, trigger, setting), value=str(count), phrase=found.group()
            )


def denials(sentence: str, setting: Setting) -> Iterator[Fact]:
    """A denial: of a casting, where it or the sentence before speaks of one, else of something other.

    Denied dates, renewals and cancellations are facts of those kinds.
    """
    found = _DENIED.search(sentence)
    if not found or not (level_of(sentence, found.start()) == "debunked" or "not " in found.group()):
        return
    is_casting = bool(_CASTING.search(sentence) or _CASTING.search(setting.previous))
    if is_casting or not any(trigger.kind in _SCHEDULING for trigger in find_triggers(sentence)):
        kind = "casting" if is_casting or _NAMED.search(sentence[1:]) else "other"
        yield Fact(kind, "denied", "debunked", sentence, phrase=found.group())


def plot(sentence: str, setting: Setting) -> Iterator[Fact]:
    """A sentence about the story, under a heading that promises it."""
    told = _STORY_HEADING.search(setting.heading) and not _OTHER_HEADING.search(setting.heading)
    if told and 30 < len(sentence) < 400 and not sentence.endswith("?"):
        yield Fact("plot", sentence, level_of(sentence, len(sentence) // 2, setting.heading), sentence)
