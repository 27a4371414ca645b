"""The items of a WordPress export, each cut out and parsed by itself: one that is damaged spoils no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from articles.archives.post import NotAnArchive

MOST = 10_000_000  # characters of one item, or of what stands before the first
_OPENS = re.compile("<item[ >]")
_DECLARES = ("<!DOCTYPE", "<!ENTITY")
FORBIDDEN = (
    "This archive declares a document type or entities, which no WordPress does: it is not opened. "
    "Export it again from Tools → Export."
)


@dataclass
class Item:
    """What stands directly within an item: each name's first text, its categories, its custom fields."""

    fields: dict[str, str] = field(default_factory=dict)
    categories: list[tuple[str, str]] = field(default_factory=list)  # (domain, name)
    meta: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")


def fragments(pieces: Iterator[str]) -> Iterator[str]:
    """What stands before the first item, then each item; at last, empty if the file is whole, what is left over."""
    buffer, is_head, ended = "", True, False
    while not ended:
        piece = next(pieces, None)
        ended, buffer = piece is None, buffer + (piece or "")
        at = 0
        while True:
            begin = _begin(buffer, at)
            if is_head and (begin >= 0 or ended or len(buffer) > MOST):
                yield _safe(buffer[: begin if begin >= 0 else len(buffer)])
                is_head = False
            end = _end(buffer, begin)
            if begin < 0 or end < 0:
                break
            yield buffer[begin:end]
            at = end
        if not is_head:
            buffer = buffer[at:] if begin >= 0 or ended else buffer[max(at, len(buffer) - 4096) :]
        if len(buffer) > MOST and begin >= 0:
            yield buffer[begin : begin + 2000]
            buffer = buffer[begin + len("<item>") :]
    yield "" if "</rss>" in buffer else buffer[:2000] or " "


def _begin(buffer: str, at: int) -> int:
    found = _OPENS.search(buffer, at)
    return found.start() if found else -1


def _end(buffer: str, begin: int) -> int:
    """Where the item ends; the same words within CDATA end nothing."""
    end = buffer.find("</item>", begin) if begin >= 0 else -1
    while end >= 0 and buffer.rfind("<![CDATA[", begin, end) > buffer.rfind("]]>", begin, end):
        end = buffer.find("</item>", end + 1)
    return end + len("</item>") if end >= 0 else -1


def _safe(head: str) -> str:
    if any(word in head for word in _DECLARES):
        raise NotAnArchive(FORBIDDEN)
    if "<rss" not in head:
        raise NotAnArchive("This XML is no WordPress export: choose Tools → Export there, “All content”.")
    return head


def parsed(fragment: str) -> Item:
    """Raises ExpatError for what is no XML; nothing outside the fragment is ever read."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    parser.Parse(fragment, True)
    return reader.item


def _refuse(*declared) -> None:
    raise NotAnArchive(FORBIDDEN)


class _Reader:
    def __init__(self):
        self.item, self.path, self.texts = Item(), [], []
        self.domain, self.key = "", ""

    def start(self, name, attributes):
        self.path.append(name)
        self.texts.append([])
        if name == "category":
            self.domain = attributes.get("domain", "")

    def text(self, data):
        self.texts[-1].append(data)

    def end(self, name):
        text, depth = "".join(self.texts.pop()).strip(), len(self.path)
        self.path.pop()
        if depth == 2 and name == "category":
            self.item.categories.append((self.domain, text))
        elif depth == 2:
            self.item.fields.setdefault(name, text)
        elif depth == 3 and self.path[1] == "wp:postmeta":
            if name == "wp:meta_key":
                self.key = text
            elif name == "wp:meta_value":
                self.item.meta.setdefault(self.key, text)
