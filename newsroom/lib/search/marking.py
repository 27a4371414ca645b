"""The found words in a text, as pieces that a template writes out and escapes."""

from collections.abc import Iterable
from dataclasses import dataclass

from newsroom.lib.search.query import Phrase
from newsroom.lib.search.words import WORD, fold

LENGTH, LEAD = 180, 60  # letters of a snippet, and how many of them stand before the first found word


@dataclass(frozen=True)
class Piece:
    text: str
    is_found: bool = False


def marked(text: str, phrases: Iterable[Phrase]) -> list[Piece]:
    """The whole text."""
    pieces, end = [], 0
    for begins, ends in _spans(text, list(phrases)):
        pieces += [Piece(text[end:begins]), Piece(text[begins:ends], True)]
        end = ends
    return [piece for piece in (*pieces, Piece(text[end:])) if piece.text]


def snippet(text: str, phrases: Iterable[Phrase]) -> list[Piece]:
    """A stretch around the first found word, cut between words; nothing where none is found."""
    phrases = list(phrases)
    first = next(iter(_spans(text, phrases)), None)
    if first is None:
        return []
    begins = text.rfind(" ", 0, max(0, first[0] - LEAD)) + 1 if first[0] > LEAD else 0
    ends = text.rfind(" ", begins, begins + LENGTH) if len(text) > begins + LENGTH else len(text)
    ends = ends if ends > first[0] else min(len(text), begins + LENGTH + LEAD)
    pieces = marked(text[begins:ends], phrases)
    return [*([Piece("… ")] if begins else []), *pieces, *([Piece(" …")] if ends < len(text) else [])]


def _spans(text: str, phrases: list[Phrase]):
    """Where phrases stand, the longest of those that begin at one word."""
    phrases = sorted((one for one in phrases if one.words), key=lambda one: -len(one.words))
    found = [(match.start(), match.end(), fold(match.group())) for match in WORD.finditer(text)]
    place = 0
    while place < len(found):
        many = next((len(one.words) for one in phrases if _stands(one, found, place)), 0)
        if many:
            yield found[place][0], found[place + many - 1][1]
        place += many or 1


def _stands(phrase: Phrase, found: list, place: int) -> bool:
    told = [word for _, _, word in found[place : place + len(phrase.words)]]
    if len(told) < len(phrase.words):
        return False
    return told[:-1] == list(phrase.words[:-1]) and phrase.begins(told[-1])
