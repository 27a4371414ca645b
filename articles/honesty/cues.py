"""The words of certainty and of doubt that stand in a sentence, and the level that each claims."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from articles.plaintext.lexicon import (
    AUTHORITIES,
    CERTAINTIES,
    DATES,
    DENYING,
    DOUBTS,
    FALSE,
    FUTURES,
    OFFICIALS,
    PLANS,
    REVEALS,
    STUDIOS,
)  # fmt: skip
from articles.plaintext.outlets import OUTLETS
from articles.plaintext.platforms import PLATFORMS, SHARED_NAMES

from .flags import FALSE as UNTRUE
from .flags import GUESS, OFFICIAL, SURE, TOLD
from .passage import Sentence

_BETWEEN = (
    r"(?:'s)?(?:,?\s(?:press\soffice|own|account|head|boss|chief|has|have|had|now|also|officially|finally|just|today|"
    r"then|since|itself|already|executives?|on\s\w+|this\s\w+|last\s\w+|\w+ly|bosses|president|Studios?|Pictures|TV|"
    r"Television|Animation)){0,4}"
)
_NAMES = "|".join(re.escape(name) for name in sorted({*PLATFORMS, *SHARED_NAMES}, key=len, reverse=True))
_WHO_SPEAKS = rf"(?:(?:{_NAMES}|{STUDIOS})|(?i:{AUTHORITIES}))"
_ACTIVE = re.compile(rf"(?<![\w-]){_WHO_SPEAKS}{_BETWEEN}\s$")
# "FX Confirms Final Season, Sets June Premiere"
_EARLIER = re.compile(rf"(?<![\w-]){_WHO_SPEAKS}\s\w+s\s[^.;:]{{0,50}},\s$")
_PASSIVE = re.compile(rf"\s(?:\S+\s){{0,3}}?by\s(?:the\s)?{_WHO_SPEAKS}(?!\w)")
_PERFECT = re.compile(r"\b(?:has|have|was|were|is|are|been)\s(?:\w+\s){0,2}$", re.I)
_OUTLET = "|".join(re.escape(name) for name in OUTLETS)
OUTLET_SAYS = re.compile(
    rf"(?<![\w-])(?:{_OUTLET})(?:'s\s\w+(?:\s\w+)?)?,?\s(?:also\s|has\s|first\s|recently\s|exclusively\s|now\s)?"
    r"(?i:reports?|reported|reporting|says?|said|writes?|wrote|hears|understands|learn(?:s|ed)|claims?|claimed|confirms?|confirmed|"
    r"reveals?|revealed|notes|broke)\b"
)
_SAYS = re.compile(
    r"\b(?:report|sa(?:ys?|id)|writ|wrote|hear|understand|learn|claim|confirm|reveal|notes|broke)", re.I
)
_NAMED_REPORT = re.compile(
    rf"(?<![\w-])(?:{_OUTLET})\s(?i:has\s)?(?i:reports?|reported|hears|understands|learned)\b"
)

_SIMPLE = (
    r"premieres|premiered|airs|aired|debuts|debuted|launches|launched|arrives|arrived|lands|landed|drops|dropped|"
    r"returns|returned|joins|joined|stars|plays|begins|began|starts|started|wraps|wrapped|leaves|left|exits|exited|"
    r"quits|quit|signs\son|signed\son|opens|opened|ends|ended|finished|kicks\soff|kicked\soff|hits|reprises|directs|helms|replaces|moves|"
    r"comes\sout|comes\sto|came\sout|cancels|renews|runs|takes\sover|departs|dies|marries|features|streams|boards"
)
_PARTS = (
    r"renewed|cancell?ed|axed|scrapped|greenlit|ordered|commissioned|picked\sup|cast|recast|joined|signed\s(?:on|up)|"
    r"wrapped|finished|completed|begun|started|left|quit|exited|delayed|postponed|pushed\sback|set\sin|written\sout|"
    r"killed\soff|replaced|dated|dropped|returning|coming|joining|leaving|starring|playing|ending|filming|shooting|"
    r"getting|moving|happening|departing|exiting|landing|premiering|airing|arriving|back|over|(?-i:dead)|tapped|attached|hired|in\sproduction|in\s"
    r"development|in\sthe\sworks|on\s(?:the|its)\sway|under\s?way|out\sof|the\slast"
)
_FLAT = re.compile(
    rf"(?:\b(?:has|have|is|are|was|were|gets?|got)|(?<=\w)'(?:s|re|ve))\s(?:\w+ly\s|now\s|also\s|been\s|being\s|just\s|both\s|all\s"
    rf"|already\s|not\s)*(?:{_PARTS})\b|\b(?:{_SIMPLE})\b",
    re.I,
)
_IN_HEADLINES = re.compile(
    r"(?<!be\s)(?<!been\s)\b(?:renewed|cancell?ed|axed|scrapped|greenlit|commissioned|recast|delayed|postponed|returning"
    r"|joining|leaving|exiting|written\sout|killed\soff|coming\sback)\b"
    r"|\bto\s(?:star|return|lead|join|play|direct|release|premiere|air|end)\b",
    re.I,
)
_ACTS = re.compile(
    r"\b(?:renew(?:s|ed)|order(?:s|ed)|cancel(?:s|led|ed)|axe[sd]|commission(?:s|ed)|greenlights?|greenlit|sets|set|dates"
    r"|dated|picks\sup|picked\sup|(?:says?|said)(?=\s(?:that|the|it|on|its|season|filming|production)\b))(?!\w)",
    re.I,
)
_SHORTENED = re.compile(r"(?<=\w)'ll\b", re.I)
_LABELS = re.compile(r"\s*(rumou?r|sources?|insiders?|leak)\s?:", re.I)


def outlets_saying(text: str) -> Iterator[re.Match[str]]:
    """Where a known outlet reports; two hundred names are looked for only where somebody says something."""
    return OUTLET_SAYS.finditer(text) if _SAYS.search(text) else iter(())


@dataclass(frozen=True)
class Cue:
    """Words, and the rank that they claim. `kind` says how they are to be read.

    official, announced, sure: the level's own words. future, date, plan, act: a fact to come, or an act. told: an
    outlet's word. flat: a plain verb. doubt: less than a fact. false: more than a doubt.
    """

    start: int
    end: int
    kind: str
    rank: int

    @property
    def is_strong(self) -> bool:
        return self.kind in ("official", "announced", "sure")


_PATTERNS = (
    ("official", OFFICIALS, OFFICIAL), ("sure", CERTAINTIES, SURE), ("announced", REVEALS, SURE),
    ("date", DATES, SURE), ("future", FUTURES, SURE), ("plan", PLANS, TOLD), ("doubt", DOUBTS, GUESS),
)  # fmt: skip
_LEXICON = tuple((kind, cues.pattern(), rank) for kind, cues, rank in _PATTERNS)
_GRAMMAR = (
    ("told", _NAMED_REPORT, TOLD), ("flat", _FLAT, TOLD), ("flat", _IN_HEADLINES, TOLD),
    ("false", FALSE.pattern(), UNTRUE), ("denied", DENYING.pattern(), UNTRUE),
)  # fmt: skip


def cues_in(sentence: Sentence) -> list[Cue]:
    """The cues of a sentence in order; of two that overlap the stronger, and adverb and verb as one."""
    found = sorted(chain(_lexical(sentence), _by_grammar(sentence)), key=lambda cue: (cue.start, -cue.rank))
    kept: list[Cue] = []
    for cue in found:
        last = kept[-1] if kept else None
        if last and cue.start < last.end:
            if cue.rank > last.rank or last.kind == "flat":
                kept[-1] = cue
        elif last and _is_one(sentence, last, cue):
            kept[-1] = Cue(last.start, cue.end, last.kind, max(last.rank, cue.rank))
        else:
            kept.append(cue)
    return kept


def _is_one(sentence: Sentence, last: Cue, cue: Cue) -> bool:
    """ "officially confirmed", "official release date", "premiere date announced"."""
    gap = sentence.text[last.end : cue.start]
    kinds = (last.kind, cue.kind)
    if kinds[0] == "official" and cue.kind in ("sure", "announced", "date", "act", "flat"):
        return gap == " " and kinds[1] != "flat"
    return (kinds == ("date", "announced") and gap == " ") or (kinds == ("doubt", "doubt") and len(gap) <= 4)


def _lexical(sentence: Sentence) -> Iterator[Cue]:
    text = sentence.open
    for kind, pattern, rank in _LEXICON:
        for found in pattern.finditer(text):
            yield from _cue(sentence, found, kind, rank)


def _cue(sentence: Sentence, found: re.Match[str], kind: str, rank: int) -> Iterator[Cue]:
    text, (start, end) = sentence.open, found.span()
    if kind == "announced":
        is_passive = _PERFECT.search(text[max(0, start - 40) : start])
        speaks = is_spoken_for(text, start, end)
        rank = OFFICIAL if speaks and "nnounc" in found.group().lower() else rank
        if (
            not speaks
            and not is_passive
            and sentence.place == "body"
            and "nnounc" not in found.group().lower()
        ):
            return  # "the trailer reveals a darker tone"
    yield Cue(start, end, kind, rank)


def is_spoken_for(text: str, start: int, end: int) -> bool:
    """Whether somebody who speaks for a title is the one who says it: platform, studio, maker."""
    return bool(_ACTIVE.search(text[max(0, start - 70) : start]) or _PASSIVE.match(text[end : end + 60]))


def _by_grammar(sentence: Sentence) -> Iterator[Cue]:
    text = sentence.open
    for found in _SHORTENED.finditer(text):
        begin = re.search(r"\w*$", text[: found.start()][-20:])
        yield Cue(found.start() - len(begin.group() if begin else ""), found.end(), "future", SURE)
    for found in _ACTS.finditer(text):
        before = text[max(0, found.start() - 90) : found.start()]
        if _ACTIVE.search(before[-70:]) or (sentence.place == "headline" and _EARLIER.search(before)):
            yield Cue(*found.span(), "act", SURE)
    if found := _LABELS.match(text):
        yield Cue(*found.span(1), "doubt", GUESS)
    for kind, pattern, rank in _GRAMMAR:
        if sentence.place == "headline" or pattern is not _IN_HEADLINES:
            yield from (Cue(*found.span(), kind, rank) for found in pattern.finditer(text))
