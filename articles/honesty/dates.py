""" "Release date": a promise in a headline, a plain noun in the text below it."""

import re

from .cues import Cue
from .passage import Sentence

_UNSURE_BEFORE = re.compile(
    r"\b(?:possible|expected|rumou?red|likely|potential|predicted|estimated|speculat\w+|tentative|alleged|reported|leaked"
    r"|unconfirmed|unofficial|old|original|former|past|previous|no|without|any|old|missed|withdrawn|initial|season\s1)\s"
    r"(?:\w+\s)?$",
    re.I,
)
_UNSURE_AFTER = re.compile(
    r"^s?\s?[:(–—-]?\s?(?:rumou?rs?|rumou?red|speculation|predictions?|estimates?|estimated|theor\w+|guess\w*|hopes|delay\w*|"
    r"pushed|postponed|unknown|tba|tbc|tbd|unconfirmed|unannounced|expected|likely|predicted|speculat\w*|possible|mystery|wait"
    r"|yet\sto|not\syet|still|remains?|has\s(?:not|n't|yet)|hasn't|is\s(?:not|n't|yet|still|unknown|unclear|un\w+|tba|tbc|a\smystery"
    r"|under|to\sbe|anyone's|far)|isn't|may|might|could|can|changes?|slips?|slipped|withdrawn|moved|not\b|no\b|none\b|nothing|when\b|window\?|nowhere)",
    re.I,
)
_ASSERTED_BEFORE = re.compile(
    r"\b(?:gets?|got|has|have|sets?|reveals?|revealed|confirms?|confirmed|announces?|announced|unveils?|unveiled|with|given|"
    r"receives?|received|a|official|firm|locked)\s(?:an?\s|its\s|the\s)?(?:official\s|new\s|firm\s|global\s|worldwide\s)?$",
    re.I,
)
_ASSERTED_AFTER = re.compile(
    r"^s?\s(?:is\b|are\b|has\s(?:now\s|finally\s|officially\s)?been|have\sbeen|was\b|of\s\w*\s?\w*\d|set\b|locked|confirmed|announced"
    r"|revealed|on\s\d|for\s.{2,60}\s(?:is|has\sbeen|was)\b)",
    re.I,
)


def is_promised(sentence: Sentence, cue: Cue) -> bool:
    """Whether the words say that there is a date: anywhere in a head unless hedged, in the body if asserted."""
    before = sentence.open[max(0, cue.start - 40) : cue.start]
    after = sentence.open[cue.end :][:90]
    if _UNSURE_BEFORE.search(before) or _UNSURE_AFTER.search(after):
        return False
    if sentence.place != "body":
        return True
    return bool(_ASSERTED_BEFORE.search(before) or _ASSERTED_AFTER.search(after))
