"""What a clause or a claim speaks of: its words in a form that can be compared, its figures, its topics."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from articles.plaintext.words import number

# A topic and the words that bring it up, in whatever form they stand.
_TOPICS = {
    "release": (
        r"releas\w*|premier\w*|air|airs|aired|airing|debut\w*|launch\w*|arriv\w*|land(?:s|ed|ing)?|"
        r"drop(?:s|ped)?|com(?:es?|ing)\s(?:out|in|on|to)|came\sout|opens?|opened|opening|"
        r"stream(?:s|ed|ing)?|(?:is|be)\sout|hits?|bows?|dates?d?|window|in\scinemas|on\sscreens?|"
        r"unveiled\son"
    ),
    "filming": r"film(?:s|ed|ing)|shoots?|shot|shooting|production|photography|cameras?|to\sfilm",
    "start": r"beg[iau]n\w*|start(?:s|ed|ing)?|kick(?:s|ed)?\soff|under\s?way|roll(?:s|ing)?|commenc\w*",
    "wrap": r"wrap\w*|finish\w*|complet\w*|end(?:s|ed|ing)?|concluded?|in\sthe\scan",
    "renewal": (
        r"renew\w*|green-?li\w*|re-?order\w*|orders?|ordered|commission\w*|pick(?:s|ed)\sup|happening|"
        r"on\sthe\sway|(?:get|gets|getting|got|gives?|given)\s(?:a|another|an)|com(?:es|ing)\sback|return\w*|"
        r"back|continu\w*|revived?|coming"
    ),
    "cancel": (
        r"cancel\w*|axe[sd]?|axing|scrap(?:s|ped)?|can(?:ned)|(?:is|are|was|'s)\s(?-i:dead)|(?:is|are|was)\s(?:\w+ly\s)?(?:over|done)|"
        r"over\sfor|pulled|not\s(?:be\s)?(?:renewed|returning)|end(?:s|ed|ing)?"
    ),
    "cast": (
        r"join\w*|cast(?:ing|s)?|stars?|starred|starring|plays?|played|playing|roles?|part\sof|portray\w*|"
        r"sign(?:s|ed)\s(?:on|up)|board(?:s|ed)|appear\w*|leads?|cameo\w*|the\spart|guest\w*|recast|to\sstar|"
        r"reprise\w*|be\sin\sthe|includes?|replaces?"
    ),
    "development": r"develop\w*|in\sthe\sworks|on\s(?:its|the)\sway|happening|planned|makes?|making|made",
    "return": r"return\w*|back|repris\w*|stay(?:s|ed|ing)|reunit\w*|sign(?:s|ed)\s(?:on|up)",
    "depart": (
        r"leav(?:e|es|ing)|left|depart\w*|exit\w*|quit\w*|written\sout|killed\soff|walk(?:s|ed)\saway|"
        r"step(?:s|ped)\sdown|out\sof"
    ),
    "final": r"last|final|finale|end(?:s|ed|ing)?|conclud\w*|conclusion|farewell",
    "delay": r"delay\w*|postpon\w*|push(?:ed|es)\sback|pushed|slip(?:s|ped)?|moved?\sto|later",
    "trailer": r"trailers?|teasers?|footage",
    "episodes": r"episodes?|instal?lments?|chapters?|parts",
    "setting": (
        r"set\sin|setting|tak(?:es?|ing)\s(?:\S+\s){0,4}to|mov(?:e|es|ed|ing)\b|shift\w*|relocat\w*|"
        r"leaves\sthe|beyond"
    ),
    "length": r"minutes?|hours?|runs?\sfor|running\stime|runtime|length",
    "director": r"direct(?:s|ed|ing|or)?|helm\w*|showrunner",
    "writing": r"writ(?:es?|ing|ten|er|ers)|scripts?|scripted",
    "origin": r"based\son|adapt\w*|inspired\sby|remake|novels?|webtoon|manga",
}
TOPICS = {topic: re.compile(rf"\b(?:{words})\b", re.I) for topic, words in _TOPICS.items()}

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_PLAIN = """
a an the of in on at to for from by with and or but as is are was were be been being it its it's this that
these those he she they we his her their our has have had not no will shall may might could would should can
do does did season series show film movie new so than then there here who which what when where how all also
about into over out up after before year month day more most its own one's says said say tells set now yet
still already only just until till if during between around per via s t ll re ve i you your us me my very
official officially confirmed confirm confirms announced announces announce rumoured rumored reportedly
reported reports report according sources insiders likely possibly expected
"""
_STOP = frozenset(_PLAIN.split())
_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = {name[:3]: name for name in _MONTHS.split()} | {"sept": "september"}
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|none|nothing|without|neither|cannot)\b|n't\b|\bun(?:announced|dated)\b", re.I
)
_UNDATED = re.compile(
    r"\bno\s(?:\w+\s){0,3}(?:date|window|day)\b|\b(?:not|n't|yet\sto|never)\b.{0,40}\b(?:announced?|named?|set|confirm(?:ed)?|given?)"
    r"\b.{0,40}\b(?:date|window|when|day)\b|\b(?:date|window)\b.{0,30}\b(?:not|n't|unknown|unannounced|tba|tbc)\b|\bundated\b",
    re.I,
)


@dataclass(frozen=True)
class Matter:
    """The comparable side of some words: tokens (figures among them), topics, and whether they deny."""

    tokens: frozenset[str]
    topics: frozenset[str]
    denies: bool
    is_undated: bool


@lru_cache(maxsize=512)
def matter_of(words: str) -> Matter:
    straight = words.replace("’", "'")
    tokens = frozenset(token for raw in _WORD.findall(straight) if (token := _token(raw)))
    topics = frozenset(topic for topic, pattern in TOPICS.items() if pattern.search(straight))
    return Matter(tokens, topics, bool(_NEGATIVE.search(straight)), bool(_UNDATED.search(straight)))


def _token(raw: str) -> str:
    """A word as it is compared: without case, accent, possessive and ending; a number as its figure."""
    word = unicodedata.normalize("NFKD", raw.removesuffix("'s").removesuffix("'")).casefold()
    word = "".join(char for char in word if not unicodedata.combining(char))
    if word in _STOP or not word:
        return ""
    if (value := number(raw)) is not None and raw not in ("I", "V", "X"):
        return str(value)
    if word in _SHORT_MONTHS:
        return _SHORT_MONTHS[word]
    return _stem(word)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ied", "ies", "ed", "es", "s", "al", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    word = word.removesuffix("e")
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word
