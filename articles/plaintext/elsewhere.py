"""What a sentence says of another title."""

import re

from .names import NAME
from .platforms import is_platform
from .seasons import season_numbers
from .sentences import clause_at
from .stating import Setting
from .story import Fact
from .words import NOT_NAMES

_TITLED = re.compile(
    rf"(?:(?:^|\s)({NAME}(?::\s{NAME})?)\s(?:[Ss]eason\s(?:\d+|one|two|three|four|five)\s"
    rf")?(?:(?:is|are)\sdown\sfor|(?:will\s)?(?:premieres?|opens|debuts?|arrives|lands|"
    rf"hits)\s))|\bseason\s(?:of|for)\s({NAME})"
)


def is_elsewhere(sentence: str, fact: Fact, setting: Setting) -> bool:
    """Whether a fact is another title's: a name right before the words that state it, and not our title's."""
    if fact.kind in ("plot", "casting") or not fact.phrase or not setting.subject.show:
        return False
    at = max(0, sentence.find(fact.phrase))
    clause_start, _ = clause_at(sentence, at)
    before = sentence[clause_start:at]
    quoted = [
        found[1]
        for found in re.finditer(r"[‘“\"]([^‘’“”\"]{2,60})[’”\"](?!\w)", before)
        if found[1][0].isupper()
    ]
    named = [found[1] or found[2] for found in _TITLED.finditer(before)]
    ours = setting.subject.show.lower()
    others = [name for name in [*quoted, *named] if not _is_ours(name, ours)]
    return bool(others) and ours not in before.lower()


def _is_ours(name: str, ours: str) -> bool:
    low = re.sub(r"[’']s$", "", name.lower())
    if low in NOT_NAMES:
        return True
    return (
        low in ours or ours in low or is_platform(re.sub(r"[’']s$", "", name)) or bool(season_numbers(name))
    )
