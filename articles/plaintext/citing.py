"""The media, people and sites that a text cites."""

import re

from .names import NAME, UPPER, without_titles
from .outlets import OUTLETS, SHARED_WORDS
from .platforms import is_platform
from .seasons import season_numbers

_SAYS = (
    r"(?:reports?|reported|says?|said|wrote|writes|guess(?:es|ed)|carried|notes?|noted|"
    r"claims?|claimed|hears|understands|learned|confirmed|confirms|revealed|reveals|"
    r"suggests?|suggested|published|adds?|added|first\sreported|broke|has\s(?:reported|"
    r"learned|confirmed)|cited|quotes?|quoted|estimates?|ranks?|ranked|lists?|listed|put|"
    r"tweeted)"
)
_KNOWN = re.compile(
    rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name in OUTLETS)})(?![\w-]|\s(?:[A-Z]|Award))"
)
_TOLD = re.compile(
    rf"\b(?i:told|(?:according|speaking|spoke|talking|talked|confirmed)\sto|"
    rf"interview(?:ed)?\s(?:with|by|for|in)|reported\sby|per|via|told\sthe|cited\sby|as\s"
    rf"noted\sby|quoted\sby|published\s(?:by|in)|from\sa\s|seen\sby|by\sway\sof|citing|in\s"
    rf"an\sinterview\swith)\s(?P<name>(?:[Tt]he\s)?{NAME}(?:\.(?:com|net|co\.uk|org|kr))?)"
)
_SAYING = re.compile(
    rf"(?P<name>(?:The\s)?{NAME}(?:\.(?:com|net|co\.uk|org|kr))?)(?:[’']s\s\w+)?,?\s"
    rf"(?:also\s|has\s|first\s|recently\s|later\s|now\s)?{_SAYS}\b"
)
_MEDIUM = re.compile(
    r"(?:\b(?:News|Times|Post|Herald|Magazine|Weekly|Daily|Insider|Reporter|Tribune|"
    r"Journal|Chosun|Ilbo|Press|Gazette|Chronicle|Guardian|Mail|Express|Telegraph|Today|"
    r"Network|Report|Wire|Review|Standard|Observer|Radio|Podcast|Blog|Hub|Updates?|Leaks?|"
    r"Guide|Mag|Online|Media|Spy)\b|\.(?:com|net|org|kr|co\.uk)$|^[A-Z]{2,}\d*$|"
    r"[a-z][A-Z])"
)
_SITE = re.compile(
    rf"\b(?:newspaper|magazine|outlet|site|website|portal|daily|tabloid|blog|trade|agency|"
    rf"broadsheet|publication|fansite|paper)\s(?P<name>(?:The\s)?[{UPPER}][\w’'.&-]*(?:\s"
    rf"[{UPPER}][\w’'.&-]*){{0,3}})"
)
_HAS_SAID = re.compile(rf"(?:[’']s\s\w+)?,?\s(?:\w+\s){{0,2}}?{_SAYS}\b")


def sources_of(sentences: list[str], people: set[str], show: str | None) -> list[str]:
    """What a text cites, in order, each once: media known by name, and names that report or are told."""
    found: dict[str, None] = {}
    for sentence in sentences:
        for place, name in sorted([*_known(sentence), *_unknown(sentence, people, show)]):
            if not any(name != other and name in other for other in found) and place >= 0:
                found[name] = None
    return list(found)


def cites(sentence: str) -> bool:
    """Whether a sentence gives its news as a known medium's."""
    return any(re.match(_HAS_SAID, sentence[at + len(name) :]) for at, name in _known(sentence))


def _known(sentence: str) -> list[tuple[int, str]]:
    """Known media; those whose name is also a word must report or be told something."""
    hits = []
    for hit in _KNOWN.finditer(sentence):
        name, before, after = hit.group(), sentence[: hit.start()], sentence[hit.end() :]
        cited = re.match(
            rf"(?:[’']s\s\w+|\s\w+ly)?,?\s(?:also\s|has\s|first\s|previously\s|recently\s)?{_SAYS}\b", after
        ) or re.search(r"\b(?:told|to|with|by|per|via|citing)\s(?:the\s)?$", before)
        if cited or (name not in SHARED_WORDS and not is_platform(name)):
            hits.append((hit.start(), name))
    return hits


def _unknown(sentence: str, people: set[str], show: str | None) -> list[tuple[int, str]]:
    """Names in the place of a source: after "told" or "according to", or before "reports" if a medium's."""
    hits = []
    for pattern in (_TOLD, _SITE, _SAYING):
        for hit in pattern.finditer(sentence):
            name = re.sub(r"^the\s|[’']s$", "", hit["name"]).strip(" .,")
            if pattern is _SAYING and not _MEDIUM.search(name):
                continue
            if _may_be_source(name, people, show):
                hits.append((hit.start("name"), name))
    return hits


def _may_be_source(name: str, people: set[str], show: str | None) -> bool:
    bare = without_titles(name)
    if (
        not bare
        or len(bare) < 2
        or season_numbers(name)
        or is_platform(name)
        or (show and (name in show or show in name))
    ):
        return False
    return not any(bare == person or bare in person.split() for person in people)
