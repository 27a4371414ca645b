"""Claims marked in a body that is rich text already."""

import re
from html import escape, unescape

from newsroom.lib.html import BLOCKS

_TAGS = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")


class Marked:
    """A clean body, cut at its tags; words are marked where they stand within one piece and unmarked."""

    def __init__(self, body: str):
        self.pieces = _TAGS.split(body)

    def mark(self, evidence: str, words: str | None, key: str) -> bool:
        """Mark these words in the block that holds the evidence; else the evidence itself."""
        for start, end in self._blocks():
            text = unescape("".join(piece for piece in self.pieces[start:end] if not piece.startswith("<")))
            if evidence and evidence in text:
                wanted = dict.fromkeys(filter(None, (words, evidence)))
                if any(self._mark(start, end, escape(one, quote=False), key) for one in wanted):
                    return True
        return False

    def html(self) -> str:
        return "".join(self.pieces)

    def _blocks(self):
        start = 0
        for place, piece in enumerate(self.pieces):
            name = _NAME.match(piece)
            if name and name[1] in BLOCKS:
                yield start, place
                start = place
        yield start, len(self.pieces)

    def _mark(self, start: int, end: int, words: str, key: str) -> bool:
        depth = 0
        for place in range(start, end):
            piece = self.pieces[place]
            if piece.startswith("<"):
                depth += piece.startswith("<span") - piece.startswith("</span")
            elif not depth and words in piece:
                before, _, after = piece.partition(words)
                span = [before, f'<span data-claim="{key}">', words, "</span>", after]
                self.pieces[place : place + 1] = span
                return True
        return False
