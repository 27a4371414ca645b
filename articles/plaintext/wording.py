"""From wording to level: how sure a sentence is of what it says at a place."""

import re

from .citing import cites
from .lexicon import ANNOUNCEMENTS, AUTHORITIES, DENIALS, GUESSES, REPORTS, RUMOURS, STUDIOS
from .platforms import mentions
from .sentences import reach_at

_DENIES, _RUMOURED, _GUESSED = DENIALS.pattern(), RUMOURS.pattern(), GUESSES.pattern()
_STUDIO = re.compile(rf"\b(?:{STUDIOS}|Studio\s[A-Z]\w+|Netflix)\w*\b".replace(" ", r"\s"))
_REPORTED, _ANNOUNCED = REPORTS.pattern(), ANNOUNCEMENTS.pattern()
_AUTHORITY = re.compile(rf"\b(?:{AUTHORITIES.replace(' ', chr(92) + 's')})\b", re.I)
# What these say is a report, yet in the words of an announcement: "the network said in a press release".
_ON_RECORD = re.compile(
    r"\b(?:press\srelease|statement|on\srecord|official\s(?:account|site|website|announcement))\b", re.I
)
_TOLD = re.compile(
    r"\b(?:announced|confirmed|revealed|said)\b[^.;]{0,80}\bthat\b|\bsaid\s(?:it|they|he|she|the\s\w+)\s$",
    re.I,
)
_MAY = re.compile(r"\b[Mm]ay\b")
_NOT_HEDGE = re.compile(
    r"\b(?:what\syou\sneed|as\sexpected|high(?:ly)?[- ]anticipated|(?:much|most|long|"
    r"hotly|eagerly)[- ](?:anticipated|expected)|no\slonger|set\sup|set\sin|what\sto\s"
    r"expect|expect\smore)\b",
    re.I,
)
# "HBO has not confirmed that it premieres in May"
_UNSAID = re.compile(
    r"(?:\bnot|n[’']t|\bnever|\byet\sto|\bdeclined\sto|\brefus\w+\sto|\bno\sone\shas|\bnobody\shas|\bneither)\s(?:\w+\s){0,2}?"
    r"(?:confirm|announc|verif|sa(?:y|id)|reveal|back)\w*\s(?:\w+\s){0,3}?(?:that|whether|if)\b",
    re.I,
)
_NO_DENIAL = re.compile(
    r"\b(?:can[’']?t|cannot|couldn[’']?t|not|never|neither\sconfirm(?:ed)?\snor|(?:could|"
    r"would)\snot)\s(?:be\s)?den(?:y|ied)\b|\bnor\sdenied\b",
    re.I,
)
_UNSURE_HEADING = re.compile(r"\b(?:rumou?rs?|rumou?red|leak(?:s|ed)?|claimed|claims?|unconfirmed)\b", re.I)
_GUESS_HEADING = re.compile(
    r"\b(?:expected|possible|prediction|predicted|speculation|theor(?:y|ies)|likely|"
    r"tentative|could|would|might|potential|wishlist|estimated)\b",
    re.I,
)

UNSURE = frozenset({"rumoured", "speculation", "debunked"})


def level_of(sentence: str, place: int = 0, heading: str = "") -> str:
    """The confidence that a sentence words for what stands at `place`, one of the lexicon's levels.

    Denials, rumours and attributions reach over the sentence, modals over their clause. An announcement is
    official only where somebody who speaks for the title makes it. A heading such as "Rumours" or
    "Release date (expected)" lowers what is stated flatly below it.
    """
    worded = _worded(sentence, place)
    if worded in ("confirmed", "reported") and _UNSURE_HEADING.search(heading):
        return "rumoured"
    if worded == "confirmed" and _GUESS_HEADING.search(heading):
        return "speculation"
    return worded


def _worded(sentence: str, place: int) -> str:
    text = _NOT_HEDGE.sub(lambda found: "_" * len(found.group()), sentence)
    start, end = reach_at(text, place)
    clause = text[start:end]
    if _DENIES.search(text) and not _NO_DENIAL.search(text):
        return "debunked"
    if _RUMOURED.search(text):
        return "rumoured"
    if any(found.end() <= place for found in _UNSAID.finditer(text)):
        return "speculation"
    guessed = is_guess(clause)
    reported = _REPORTED.search(text) or cites(text)
    if reported and not (guessed and _strong(clause)):
        return "official" if _ON_RECORD.search(text) and is_announced(text) else "reported"
    if guessed:
        return "speculation"
    return "official" if is_announced(text) else "confirmed"


def is_guess(clause: str) -> bool:
    """Whether a clause hedges; "May 5" and "in May" do not."""
    return any(
        not _is_month(found, clause) and not _is_told(found, clause) for found in _GUESSED.finditer(clause)
    )


def _is_told(found: re.Match[str], clause: str) -> bool:
    """Whether "would" is only the past of "will" ("confirmed that it would premiere")."""
    return found.group().lower() == "would" and bool(_TOLD.search(clause[: found.start()]))


def _strong(clause: str) -> bool:
    """Whether a modal makes a report a guess; "eyeing" and "suggests" leave it a report."""
    return bool(
        re.search(
            r"\b(?:may|might|could|possibly|perhaps|maybe|guess\w*|theor\w+|speculat\w+|fans)\b",
            clause.replace("May ", ""),
        )
    )


def _is_month(found: re.Match[str], clause: str) -> bool:
    if not _MAY.fullmatch(found.group()):
        return False
    before, after = clause[: found.start()], clause[found.end() :]
    return found.group() == "May" and bool(
        re.search(
            r"\b(?:in|on|by|of|since|until|from|between|to|late|early|mid|and|\d{1,2}(?:st|nd|rd|th)?)[\s-]$",
            before,
        )
        or re.match(r"\s\d", after)
    )


def is_announced(text: str) -> bool:
    """Whether somebody who speaks for the title announces it here: platform, studio, maker."""
    if not _ANNOUNCED.search(text):
        return False
    spoken = _AUTHORITY.search(text) or any(
        _acts(text, place + len(name)) for name, place, _ in mentions(text)
    )
    return bool(spoken) or bool(_STUDIO.search(text))


def _acts(text: str, after: int) -> bool:
    """Whether the words after a platform's name make it the one who announces."""
    return bool(_ANNOUNCED.search(text[after : after + 40])) or bool(
        re.search(r"\b(?:by|to)\s$", text[:after][-60:])
    )
