"""Words that are too sure to stand without a claim."""

import re

from .cues import Cue, is_spoken_for
from .dates import is_promised
from .passage import Sentence
from .reading import DATED
from .topics import matter_of

_PERFECT = re.compile(r"\bha(?:s|ve)\s(?:now\s)?been\s(?:\w+ly\s)?$", re.I)


def is_bold(sentence: Sentence, cue: Cue) -> bool:
    """ "officially", "confirmed", "Netflix has announced", a release date in a head. “will” alone is how prose
    is written: it counts in a head, and in the body where it says when, and only with a verb of the trade."""
    if cue.kind == "announced":
        before = sentence.open[max(0, cue.start - 40) : cue.start]
        return bool(_PERFECT.search(before)) or is_spoken_for(sentence.open, cue.start, cue.end)
    if cue.kind == "date":
        return is_promised(sentence, cue)
    if cue.kind == "future":
        is_of_trade = matter_of(sentence.open[cue.end : cue.end + 60]).topics - {"filming"}
        is_timed = sentence.place != "body" or DATED.search(sentence.open, cue.end, cue.end + 100)
        return bool(is_of_trade and is_timed)
    return cue.is_strong
