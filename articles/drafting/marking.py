"""The body of a draft: blocks of text as HTML, with the words that state each claim marked."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from articles.plaintext import Block


@dataclass
class Line:
    """One paragraph, heading or list item, and what is marked in it."""

    text: str
    marks: list[tuple[int, int, str]] = field(default_factory=list)

    def mark(self, words: str, key: str) -> bool:
        """Mark the first place where these words stand unmarked."""
        start = self.text.find(words) if words else -1
        while start >= 0:
            end = start + len(words)
            if all(end <= begun or start >= ended for begun, ended, _ in self.marks):
                self.marks.append((start, end, key))
                return True
            start = self.text.find(words, end)
        return False

    def pieces(self) -> Iterator[tuple[str, str]]:
        """The words in order, each piece with the key that it is marked with, or none."""
        last = 0
        for start, end, key in sorted(self.marks):
            yield from [(self.text[last:start], "")] if start > last else []
            yield self.text[start:end], key
            last = end
        yield self.text[last:], ""

    def html(self) -> str:
        told = [(escape(words, quote=False), key) for words, key in self.pieces()]
        return "".join(f'<span data-claim="{key}">{words}</span>' if key else words for words, key in told)


class Body:
    """The blocks of a story, mostly without its disclaimer, which is attached instead."""

    def __init__(self, blocks: list[Block], with_disclaimer: bool = False):
        shown = blocks if with_disclaimer else list(_without_disclaimer(blocks))
        self.blocks = [(block.kind, [Line(text) for text in block.items or (block.text,)]) for block in shown]

    def mark(self, evidence: str, words: str | None, key: str) -> bool:
        """Mark these words where the evidence stands; else the evidence itself."""
        for _, lines in self.blocks:
            for line in lines:
                if evidence in line.text and (line.mark(words or evidence, key) or line.mark(evidence, key)):
                    return True
        return False

    def html(self) -> str:
        tags = {"heading": "h2", "paragraph": "p", "disclaimer": "p"}
        out = []
        for kind, lines in self.blocks:
            if kind == "list":
                out.append(f"<ul>{''.join(f'<li>{line.html()}</li>' for line in lines)}</ul>")
            else:
                out += [f"<{tags[kind]}>{line.html()}</{tags[kind]}>" for line in lines]
        return "".join(out)


def disclaimer_of(blocks: list[Block]) -> str:
    """The words of caution that stand at a story's end."""
    return "\n".join(block.text for block in blocks if block.kind == "disclaimer")


def _without_disclaimer(blocks: list[Block]) -> Iterator[Block]:
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if block.kind == "disclaimer":
            continue
        if block.kind == "heading" and following and following.kind == "disclaimer":
            continue
        yield block
