"""Each word held against the claim that it speaks of."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from . import saying
from .context import is_left_open, is_quoted
from .cues import Cue
from .dates import is_promised
from .flags import FALSE, GUESS, PLACES, SURE, Cited, Flag
from .idioms import HAS_VERB
from .matching import Matcher
from .passage import sentences
from .reading import DAY, Reading
from .topics import Matter
from .uncited import is_bold
from .weighing import is_contradicted, is_too_much

# "has not confirmed all details" takes nothing back of what is confirmed.
_PARTLY = re.compile(
    r"^\s(?:\w+\s){0,2}?(?:all|every|any\sfurther|further|more|details?|exact|which|who|when|how|where|whether|other|much"
    r"|its|plot|specific)\b",
    re.I,
)
_NOUN_OF_DOUBT = re.compile(r"rumou?rs|leaks|whisper|sources?|insiders?|un|there", re.I)


def check(text: str, place: str, claims: Sequence[tuple[str, str]]) -> list[Flag]:
    """The words of a text that claim more or less than the claims it cites, in the order of the text.

    `claims` are (statement, level) in any order; a flag names one by its place there, or None where none is
    cited. Raises ValueError for an unknown place or level. Takes time in proportion to the text.
    """
    if place not in PLACES:
        raise ValueError(f"Unknown place “{place}”: use {', '.join(PLACES)}.")
    matcher = Matcher(_known(claims))
    found = {flag for one in sentences(text, place) for flag in _flags(Reading(one, matcher))}
    return sorted(found, key=lambda flag: (flag.start, flag.end, flag.kind))


def concerning(text: str, claims: Sequence[tuple[str, str]]) -> list[int]:
    """The places of those claims that a text speaks of, whether or not it cites them."""
    matcher = Matcher(_known(claims))
    return [at for at in range(len(matcher.claims)) if matcher.score(at, text) >= 1]


def _known(claims: Sequence[tuple[str, str]]) -> list[Cited]:
    cited = [Cited(*claim) for claim in claims]
    for claim in cited:
        if not claim.is_known:
            raise ValueError(f"Unknown level “{claim.level}”.")
    return cited


def _flags(reading: Reading) -> Iterator[Flag]:
    if reading.sentence.is_question:
        return
    flagged: list[tuple[Cue, Flag]] = []
    for cue in reading.cues:
        found = _cited(reading, cue) if reading.matcher.claims else _uncited(reading, cue)
        flagged += [(cue, flag) for flag in found if not _is_told(reading, cue, flag, flagged)]
    yield from (flag for _, flag in flagged)
    if reading.matcher.claims and not flagged:
        yield from _told_as_true(reading)


def _is_told(reading: Reading, cue: Cue, flag: Flag, flagged: Iterable[tuple[Cue, Flag]]) -> bool:
    """A plain verb beside words of certainty that were flagged for the same claim, or the same kind again."""
    same = [one for one, other in flagged if (other.claim, other.kind) == (flag.claim, flag.kind)]
    beside = [one for one in same if reading.clause(one) == reading.clause(cue)]
    if cue.kind == "flat":
        return bool(beside) or any(one.kind != "flat" for one in same)
    return any(one.kind == cue.kind == "sure" for one in beside)


def _cited(reading: Reading, cue: Cue) -> Iterator[Flag]:
    about = reading.about(cue)
    if not about:
        return
    denied = reading.denied_from(cue)
    if cue.kind in ("doubt", "false", "denied"):
        read = _doubted if cue.kind == "doubt" else _called_false
        yield from read(reading, cue, about) if denied is None else ()
    elif denied is not None and (cue.is_strong or cue.kind == "date"):
        yield from _unsaid(reading, cue, about, denied)
    elif not is_left_open(reading.sentence, cue):
        yield from _claimed(reading, cue, about, denied)


def _claimed(reading: Reading, cue: Cue, about: list[int], denied: int | None) -> Iterator[Flag]:
    """For words that say that it is so, or that it is not."""
    if cue.kind == "date" and not is_promised(reading.sentence, cue):
        return
    wrong = [at for at in about if is_too_much(reading, cue, at, denied)]
    if wrong and _is_wrong_for(reading, cue, about, wrong):
        worst = min(wrong, key=lambda at: (reading.matcher.claims[at].rank, about.index(at)))
        yield _flag(reading, cue.start, cue.end, "over", worst, saying.over)
    elif denied is not None and (gone := [at for at in about if is_contradicted(reading, cue, at)]):
        yield _flag(reading, denied, cue.end, "under", gone[0], saying.against)


def _is_wrong_for(reading: Reading, cue: Cue, about: list[int], wrong: list[int]) -> bool:
    """One claim that the words fit excuses the others, unless each is named; one date excuses "release date"."""
    if cue.kind == "date":
        return not any(at not in wrong for at in about if not reading.matcher.matters[at].is_undated)
    return len(wrong) == len(about) or reading.are_told_apart(cue, about)


def _told_as_true(reading: Reading) -> Iterator[Flag]:
    """A sentence that states what is debunked, in no words of certainty at all: its verb is flagged."""
    if reading.is_denial or reading.hedges:
        return
    for clause, about in reading.stated.items():
        verb = HAS_VERB.search(reading.sentence.open, clause.start, clause.end)
        cue = Cue(*verb.span(), "future", SURE) if verb else None
        is_false = about and all(reading.matcher.claims[at].rank == FALSE for at in about)
        if (
            cue
            and is_false
            and not is_quoted(reading.sentence, cue)
            and not is_left_open(reading.sentence, cue)
        ):
            yield _flag(reading, cue.start, cue.end, "over", about[0], saying.over)
            return


def _doubted(reading: Reading, cue: Cue, about: list[int]) -> Iterator[Flag]:
    """For words that say that it may be so."""
    claims, matters = reading.matcher.claims, reading.matcher.matters
    if all(claims[at].rank == FALSE for at in about):
        if not reading.is_denial and not _NOUN_OF_DOUBT.match(reading.sentence.open, cue.start):
            yield _flag(reading, cue.start, cue.end, "over", about[0], saying.left_open)
        return
    sure = [at for at in about if claims[at].rank >= SURE and not matters[at].is_undated]
    if sure and (len(sure) == len(about) or reading.are_told_apart(cue, about)):
        yield _flag(reading, cue.start, cue.end, "under", sure[0], saying.under)


def _unsaid(reading: Reading, cue: Cue, about: list[int], denied: int) -> Iterator[Flag]:
    """For “not confirmed”, over what is."""
    if cue.kind == "date" or _PARTLY.match(reading.sentence.open[cue.end : cue.end + 60]):
        return
    spoken = reading.matcher.matter(reading.words(cue))
    sure = [at for at in about if _is_unsaid(spoken, reading.matcher, at)]
    if sure and (len(sure) == len(about) or reading.are_told_apart(cue, about)):
        yield _flag(reading, denied, cue.end, "under", sure[0], saying.under)


def _is_unsaid(spoken: Matter, matcher: Matcher, at: int) -> bool:
    claim, matter = matcher.claims[at], matcher.matters[at]
    is_other = spoken.topics and not spoken.topics & matter.topics
    is_window = "release" in spoken.topics and not DAY.search(
        claim.statement
    )  # no date is named, and none is claimed
    return claim.rank >= SURE and not (matter.denies or matter.is_undated or is_other or is_window)


def _called_false(reading: Reading, cue: Cue, about: list[int]) -> Iterator[Flag]:
    """For "false", over a claim that stands; for "denied", over a certain one: a rumour may well be denied."""
    spoken = reading.matcher.matter(reading.sentence.text)
    least = SURE if cue.kind == "denied" else GUESS
    for at in about:
        claim, matter = reading.matcher.claims[at], reading.matcher.matters[at]
        if claim.rank >= least and not matter.denies and spoken.topics & matter.topics:
            yield _flag(reading, cue.start, cue.end, "under", at, saying.against)
            return


def _uncited(reading: Reading, cue: Cue) -> Iterator[Flag]:
    sentence = reading.sentence
    if not is_bold(sentence, cue) or reading.cap(cue) is not None:
        return
    if reading.denied_from(cue) is None and not is_left_open(sentence, cue):
        start, end = cue.start + sentence.start, cue.end + sentence.start
        yield Flag(start, end, "over", None, saying.uncited(sentence.text[cue.start : cue.end], cue))


def _flag(
    reading: Reading, start: int, end: int, kind: str, at: int, say: Callable[[str, Cited], str]
) -> Flag:
    words, begun = reading.sentence.text[start:end], reading.sentence.start
    return Flag(start + begun, end + begun, kind, at, say(words, reading.matcher.claims[at]))
