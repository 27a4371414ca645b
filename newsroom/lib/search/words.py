"""Words as both engines hold them: folded, so that café is cafe and PARK is park, and set apart by spaces."""

import re
import unicodedata
from collections.abc import Iterable
from html import unescape

LONGEST, MOST = 60, 8000  # letters of a word, words of a text; beyond that nothing is found

WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"(?<![^\W_])[^\W_]++(?:[-'’‐‑.·][^\W_]++)+")
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_BLOCK_TAG = re.compile(r"</?(?:p|h[1-6]|ul|ol|li|br|blockquote|figure|figcaption)\b(?:\"[^\"]*\"|[^\">])*>")
_TAG = re.compile(r"<(?:\"[^\"]*\"|[^\">])*>")
_UNBROKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def fold(text: str) -> str:
    """Without case, accents and width. Hangul stays whole."""
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return unicodedata.normalize("NFC", plain.casefold())


def words_of(text: str) -> list[str]:
    """The words of a text in their order."""
    return [word[:LONGEST] for word in WORD.findall(fold(text))[:MOST]]


def joined_words(text: str) -> list[str]:
    """What is written with hyphen or apostrophe, as those write it who leave them out: jihu, obrien."""
    found = dict.fromkeys(_JOINED.findall(fold(text)[: MOST * 10]))
    return ["".join(WORD.findall(word))[:LONGEST] for word in found]


def indexed(text: str, tokens: Iterable[str] = ()) -> str:
    """A text as it is filed, with tokens that no reader can type, such as “#p12”, behind its words."""
    return " ".join([*words_of(text), *joined_words(text), *tokens])


def names(*given: str) -> str:
    """The words by which a thing is found, each once: every name in any order, and their initials if several."""
    found = [word for name in given for word in (*words_of(name), *joined_words(name))]
    found += ["".join(word[0] for word in words) for words in map(words_of, given) if len(words) > 2]
    return " ".join(dict.fromkeys(found))


def is_unbroken(word: str) -> bool:
    """Written in a script that puts particles, or the next word, right behind: found by its beginning."""
    return bool(_UNBROKEN.search(word))


def text_of(html: str) -> str:
    """The words of clean HTML on one line; quicker than `newsroom.lib.html.plain`, for many texts."""
    return " ".join(unescape(_TAG.sub("", _BLOCK_TAG.sub(" ", html))).split())
