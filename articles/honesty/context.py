"""What stands around a word and changes what it claims: quotation, denial, condition, question, attribution."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.plaintext.lexicon import DENIALS, DOUBTS, GUESSES, REPORTS, RUMOURS

from .cues import OUTLET_SAYS, Cue, is_spoken_for, outlets_saying
from .flags import GUESS, RUMOUR, TOLD
from .passage import Sentence

_FAR = 120  # characters; what stands farther from a word belongs to another
_GUESSED, _RUMOURED, _REPORTED = GUESSES.pattern(), RUMOURS.pattern(), REPORTS.pattern()
_DOUBTED = DOUBTS.pattern()
_DENIED = DENIALS.pattern()
_NO_DENIAL = re.compile(r"\b(?:not|n't|nor|never|to)\s(?:be\s)?den(?:y|ied)\b", re.I)
_SAYS = re.compile(
    r"\b(?:says?|said|tells?|told|claims?|claimed|writes?|wrote|posted|insists?|insisted|teases?|teased|believes?"
    r"|thinks?|hears|understands?|has\sit|is\sto\sbe\sbelieved|supposes?)\b",
    re.I,
)
_POSTS = re.compile(
    r"\b(?:(?:a|one|another|viral|online|the\ssame)\s(?:\w+\s)?posts?|word\s(?:on|is|has)|talk\s(?:that|of)|wishful|tabloids?)\b",
    re.I,
)
# "Reports that he leaves have been confirmed": what was reported is told as sure.
_CONFIRMED = re.compile(r"^(?:reports|rumou?rs|speculation)\b.*\b(?:been|is|are|was|were)\s(?:\w+\s)?$", re.I)
_LABEL = re.compile(
    r"^\s*(?:(?:our|my|the)\s)?(?:report|guess|bet|hunch|rumou?r|leak|insiders?|sources?|exclusive\sreport|opinion|theory|predictions?)(?:\s\w+)?s?\s*[:|–—]"
    r"|[:,|(–—-]\s*(?:report|reports|rumou?rs?|sources?|insiders?|leak\w*)(?:\s(?:says?|claims?))?\)?\s*$"
    r"|(?:…|\.\.\.|[,–—-])\s*(?:or\sso|at\sleast\saccording|if\syou\sbelieve)\b[^.]*\.?\s*$",
    re.I,
)
_NO = (
    r"(?:\b(?:no(?!\s(?:doubt|question|longer|less|secret))|not(?!\s(?:only|just|merely))|never|nothing|none|nobody|neither"
    r"|nor|without(?!\s(?:doubt|question))|yet\sto|still\sto|ha(?:s|ve)\syet|declin\w+\sto|refus\w+\sto|fail\w+\sto|cannot)\b"
    r"|n't\b)"
)
_NO_WORD = re.compile(_NO, re.I)
_DENIES_BEFORE = re.compile(rf"{_NO}[^,;:]{{0,60}}$", re.I)
_DENIES_AFTER = re.compile(
    r"\s(?:that\s)?(?:no(?!\s(?:doubt|less|fewer|longer))|nothing|none|neither|nobody)\b", re.I
)
_OPEN_BEFORE = re.compile(
    r"\b(?:await\w*|pending|far\sfrom|lack\w*|stop\w*\sshort|remains?\sto|ahead\sof|hold\w*\soff|instead\sof|rather\sthan"
    r"|barely|hardly|unclear|too\searly|without|wait\w*|before|until|till|unless|whether|if|once|assuming|provided|in\scase"
    r"|as\ssoon\sas|should|would|could|ask\w*|hop(?:e|es|ing)|want\w*|urg\w+|whenever|how\slong|demand\w*|pretend\w*"
    r"|claim\w*\sto|far\stoo)\b[^,;:]{0,60}$"
    r"|\bto\sbe\s(?:\w+ly\s)?$|\bto\s(?:\w+ly\s)?$|\bwhen\b[^,;:]{0,40}$(?<!ed)",
    re.I,
)
_ASKED_BEFORE = re.compile(
    r"(?:\b(?:when|whether|how|why|what|where)\b|\b(?:know|knows|ask\w*|reveals?|see|find\sout|about|clear|sure|decide\w*"
    r"|wonder\w*|of)\s(?:who|which)\b|^\s*who\b)[^,;:]{0,40}$",
    re.I,
)
_IF_AFTER = re.compile(r"\b(?:if|unless|provided|assuming)\b", re.I)
_IF_FIRST = re.compile(r"^\W*(?:even\s)?(?:if|unless|should|assuming|provided|were)\b", re.I)


@dataclass(frozen=True)
class Hedge:
    """Words that lower what others claim: over their clause, or, an attribution, over what they introduce."""

    start: int
    end: int
    rank: int
    is_frame: bool


def hedges_in(sentence: Sentence) -> list[Hedge]:
    text = sentence.open
    if _LABEL.search(text):
        return [Hedge(0, len(text), RUMOUR if re.search(r"rumou?r|leak", text, re.I) else TOLD, True)]
    return list(_hedges(text))


def _hedges(text: str) -> Iterator[Hedge]:
    for pattern, rank, is_frame in (
        (_GUESSED, GUESS, False),
        (_DOUBTED, RUMOUR, False),
        (_RUMOURED, RUMOUR, True),
        (_POSTS, RUMOUR, True),
        (_REPORTED, TOLD, True),
        (OUTLET_SAYS, TOLD, True),
        (_SAYS, TOLD, True),
    ):
        for found in outlets_saying(text) if pattern is OUTLET_SAYS else pattern.finditer(text):
            before = text[max(0, found.start() - 70) : found.start()]
            denied = re.search(rf"{_NO}\s(?:\w+\s)?$", before[-24:], re.I)
            spoken = pattern is _SAYS and is_spoken_for(text, *found.span())
            if not denied and not spoken:
                # "is rumoured to" speaks of its own subject, "insiders say" of all that follows.
                yield Hedge(
                    *found.span(), rank, is_frame and not re.match(r"\sto\b", text[found.end() :][:4])
                )


def cap_of(sentence: Sentence, cue: Cue, hedges: list[Hedge]) -> int | None:
    """The rank that attributions and modals leave to a cue; None where nothing lowers it."""
    return min((one.rank for one in hedges if _reaches(sentence, one, cue)), default=None)


def _reaches(sentence: Sentence, hedge: Hedge, cue: Cue) -> bool:
    if hedge.start < cue.end and cue.start < hedge.end and hedge.end - hedge.start < len(sentence.text):
        return (
            cue.kind != "told"
            and hedge.is_frame
            and OUTLET_SAYS.search(sentence.open[hedge.start : hedge.end]) is not None
        )
    own, other = sentence.clause_at(cue.start), sentence.clause_at(hedge.start)
    if hedge.end - hedge.start >= len(sentence.text):
        return True
    if cue.is_strong and _CONFIRMED.search(sentence.open[hedge.start : cue.start]):
        return False
    if own == other:
        return hedge.is_frame or not cue.is_strong or abs(hedge.start - cue.start) < 40
    if not hedge.is_frame or own.strong != other.strong or cue.is_strong:
        return False
    if hedge.start > cue.start:
        return len(sentence.text[hedge.end :].split()) <= 4
    is_first = other.start == sentence.part_at(hedge.start)[0]
    return is_first or bool(re.match(r"\s(?:\S+\s){0,3}that\b", sentence.text[hedge.end :][:60]))


def is_quoted(sentence: Sentence, cue: Cue) -> bool:
    return is_within(cue, sentence.quotes)


def is_within(cue: Cue, spans: Iterable[tuple[int, int]]) -> bool:
    return any(left < cue.end and cue.start < right for left, right in spans)


def denied_from(sentence: Sentence, cue: Cue) -> int | None:
    """Where the denial begins that a cue stands under ("not yet confirmed"), if it does."""
    begin, before = _before(sentence, cue)
    if _DENIES_AFTER.match(sentence.open, cue.end):
        return cue.start
    if not _DENIES_BEFORE.search(before):
        return None
    return begin + [found.start() for found in _NO_WORD.finditer(before)][-1]


def is_denied(sentence: Sentence) -> bool:
    """Whether a sentence says of something that it is not so."""
    return bool(
        (_DENIED.search(sentence.open) and not _NO_DENIAL.search(sentence.open))
        or _NO_WORD.search(sentence.open)
    )


def is_left_open(sentence: Sentence, cue: Cue) -> bool:
    """Whether a cue stands under a condition, in an indirect question, or as something to come."""
    _, before = _before(sentence, cue)
    if _OPEN_BEFORE.search(before):
        return True
    begin, end = sentence.part_at(cue.start)
    if cue.kind in ("future", "flat", "plan", "act") and (
        _ASKED_BEFORE.search(before) or _IF_FIRST.match(sentence.open, begin)
    ):
        return True
    return cue.kind == "future" and bool(_IF_AFTER.search(sentence.open[cue.end : min(end, cue.end + _FAR)]))


def _before(sentence: Sentence, cue: Cue) -> tuple[int, str]:
    """The words of its clause before a cue, as far as they may matter, and where they begin."""
    begin = max(sentence.clause_at(cue.start).start, cue.start - _FAR)
    return begin, sentence.open[begin : cue.start]
