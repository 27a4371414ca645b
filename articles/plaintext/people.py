"""Who is named in a text: the crew, which is never cast, and full names for those called by one name."""

import re
from collections import defaultdict

from .names import NAME, is_person, without_titles
from .words import CREW

_CREW_BEFORE = re.compile(
    rf"\b(?i:(?:{CREW})s?(?:[\s/-](?:and\s)?(?:executive\s)?(?:{CREW})s?){{0,2}}(?:,|\sare|"
    rf"\sinclude|\sis)?)\s(?P<names>{NAME}(?:(?:,\s|\sand\s|,\sand\s){NAME}){{0,8}})"
)
_CREW_AFTER = re.compile(
    rf"(?P<names>{NAME}),?\s(?:\([^()]{{1,60}}\),?\s)?(?:(?:who|also)\s(?:directs?|"
    rf"directed|wrote|writes|created|runs|helms|adapted|produces|oversees|dreamed|"
    rf"penned)\b|(?:directs?|directed|helms?|wrote|penned|created|adapted|produces|stays\s"
    rf"on\sas\s(?:{CREW}))\b"
    rf"|(?:is|returns|serves|served|serving|stays|stays\son|acts|the|its|an?|as|back|co-)\s"
    rf"(?:back\s|also\s|once\sagain\s|again\s)?(?:as\s)?(?:an?\s|the\s|its\s|series\s|head\s"
    rf"|lead\s|chief\s|executive\s|original\s|webtoon\s)*(?:{CREW})s?\b)",
)
_CREW_BY = re.compile(
    rf"\b(?:directed|written|created|penned|helmed|produced|adapted|composed|drawn|"
    rf"illustrated|executive[- ]produced|story|novels?|books?|webtoon|manga|comics?|"
    rf"photographed|shot|scored)(?:\sand\s\w+)?\sby\s(?P<names>{NAME}(?:(?:,\s|\sand\s|,\s"
    rf"and\s|\s&\s){NAME}){{0,8}})"
)
_CREW_LABEL = re.compile(
    rf"^(?:{CREW}|directed\sby|written\sby|created\sby|produced\sby|music|cinematography|"
    rf"screenplay|based\son)s?(?:\(s\))?\s*[:–—-]\s*(?P<names>.{{2,200}})$",
    re.I,
)
_OWNER = re.compile(
    rf"(?P<names>{NAME})[’'](?:s)?\s(?:\w+[\s-]){{0,3}}?(?:novels?|books?|trilogy|manga|"
    rf"webtoons?|comics?|memoir|script|screenplay|direction|film|play)\b"
)
_ANY = re.compile(NAME)


def crew_of(sentences: list[str], byline: str | None) -> set[str]:
    """Names that a text gives as directors, writers, executives, journalists and the like."""
    crew = {byline} if byline else set()
    for sentence in sentences:
        for pattern in (_CREW_BEFORE, _CREW_AFTER, _CREW_BY, _OWNER, _CREW_LABEL):
            for found in pattern.finditer(sentence):
                crew.update(without_titles(name.group()) for name in _ANY.finditer(found["names"]))
    return {re.sub(r"[’']s$", "", name) for name in crew if name}


class Register:
    """The full names of a text, to find the one a short form means ("Sikora" for "Joseph Sikora")."""

    def __init__(self, texts: list[str]) -> None:
        self._by_word: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for found in _ANY.finditer(text):
                name = re.sub(r"[’']s$", "", without_titles(found.group()))
                if is_person(name) and len(name.split()) <= 4:
                    self._by_word[name.split()[-1]].add(name)
                    self._by_word[name.split()[0]].add(name)

    def full(self, name: str) -> str:
        """The one full name that a single word stands for, else the word itself."""
        if " " in name or len(self._by_word.get(name, ())) != 1:
            return name
        return next(iter(self._by_word[name]))
