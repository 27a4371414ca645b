"""Rich text: one declaration of what a story may hold, cleaned at save and again at render."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

import nh3
from django.db import models

from newsroom.lib.insets import ATTRIBUTES, Inset
from newsroom.lib.text import clean, valid_key

# What the editor can make is what the sanitiser lets through: this table is the one declaration of both.
BODY: dict[str, set[str]] = {
    "p": set(),
    "h2": set(),
    "h3": set(),
    "ul": set(),
    "ol": set(),
    "li": set(),
    "blockquote": set(),
    "strong": set(),
    "em": set(),
    "br": set(),
    "a": {"href"},
    "span": {"data-claim"},
    "figure": set(ATTRIBUTES),
    "figcaption": set(),
}
BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "figure", "figcaption"}
VOID = {"br"}
Mark = Callable[[str, str], str]
Place = Callable[[Inset, str], str]
_CAPTION = re.compile(r"</?figcaption>")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": "\u00a0"}

_FITS = {"data-claim": valid_key.regex.search, **ATTRIBUTES}


def _kept(tag: str, attribute: str, value: str) -> str | None:
    fits = _FITS.get(attribute)
    return value if fits is None or fits(value) else None


_cleaner = nh3.Cleaner(
    tags=set(BODY),
    # "*" by name, or else nh3 lets `lang` and `title` pass on every tag.
    attributes={"*": set(), **{tag: names for tag, names in BODY.items() if names}},
    attribute_filter=_kept,
    url_schemes={"http", "https"},
    link_rel="noopener nofollow",
    clean_content_tags={"script", "style", "template", "svg", "math", "iframe", "noscript"},
)

# A span without its key, a link without its address: what is left of foreign ones. Figures are always looked at.
_EMPTY_HANDED = re.compile(r"<span>|<a(?![^>]* href=)|<fig")


def clean_body(html: str) -> str:
    """The HTML with nothing in it that the editor could not have made. Cleaning twice changes nothing."""
    cleaned = _cleaner.clean(clean(html)).strip()
    return "".join(_read(cleaned, reader=_Unwrapper).out) if _EMPTY_HANDED.search(cleaned) else cleaned


class _Reader(HTMLParser):
    """Walks clean HTML; `mark` is called with key and words at each claim's end and gives what follows it, `place`
    with each inset and its caption, and gives what stands there."""

    def __init__(self, mark: Mark | None = None, place: Place | None = None):
        super().__init__(convert_charrefs=False)
        self.mark, self.place, self.out, self.words = mark, place, [], []
        self.insets: list[Inset] = []
        self.figures: list[tuple[Inset | None, int]] = []
        self.open_claims: list[tuple[str | None, int]] = []
        self.claims: list[tuple[str, str]] = []

    def handle_starttag(self, tag, attrs):
        if tag == "span":
            key = dict(attrs).get("data-claim")
            self.open_claims.append((key, len(self.words)))
        if tag in BLOCKS:
            self.words.append("\n")
        if tag == "br":
            self.words.append(" ")
        if tag == "figure":
            self.figures.append((Inset.read(attrs), len(self.out)))
        self.out.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        self.out.append(f"</{tag}>")
        if tag in BLOCKS:
            self.words.append("\n")
        if tag == "figure" and self.figures:
            self.end_figure(*self.figures.pop())
        if tag == "span" and self.open_claims:
            key, begun = self.open_claims.pop()
            if key:
                words = " ".join("".join(self.words[begun:]).split())
                self.claims.append((key, words))
                self.out.append(self.mark(key, words) if self.mark else "")

    def end_figure(self, inset: Inset | None, begun: int) -> None:
        if inset is None:
            return
        self.insets.append(inset)
        if self.place:
            caption = "".join(self.out[begun + 1 : -1])
            self.out[begun:] = [self.place(inset, _CAPTION.sub("", caption).strip())]

    def handle_data(self, data):
        self.out.append(data)
        self.words.append(data)

    def handle_entityref(self, name):
        self.out.append(f"&{name};")
        self.words.append(_ENTITIES.get(name, ""))

    def handle_charref(self, name):
        self.out.append(f"&#{name};")


def _read(html: str, mark: Mark | None = None, place: Place | None = None, reader=None) -> _Reader:
    reader = reader() if reader else _Reader(mark, place)
    reader.feed(html)
    reader.close()
    return reader


class _Unwrapper(_Reader):
    """Takes away links that lead nowhere, spans that mark nothing, and figures that refer to nothing; their words
    stay. A picture's figure holds one caption, a block's nothing."""

    def __init__(self):
        super().__init__()
        self.kept: dict[str, list[bool]] = {tag: [] for tag in ("a", "span", *BLOCKS)}
        self.is_within, self.has_caption = False, False

    def handle_starttag(self, tag, attrs):
        if tag not in self.kept:
            self.out.append(self.get_starttag_text())
            return
        start = self.start_of(tag, attrs)
        self.kept[tag].append(bool(start) and not start.endswith("</figure>"))
        self.out.append(start)

    def start_of(self, tag, attrs) -> str:
        """The start tag as it is to stand; empty where the tag goes and its words stay."""
        if tag == "figure":
            return "" if self.is_within else self.start_figure(Inset.read(attrs))
        if tag == "figcaption":
            stays = self.is_within and not self.has_caption
            self.has_caption = True
            return "<figcaption>" if stays else ""
        if tag in BLOCKS:
            return "" if self.is_within else self.get_starttag_text()
        return self.get_starttag_text() if dict(attrs).keys() & BODY[tag] else ""

    def start_figure(self, inset: Inset | None) -> str:
        if inset is None or inset.live:
            return f"{inset.tag}</figure>" if inset else ""
        self.is_within, self.has_caption = True, False
        return inset.tag

    def handle_endtag(self, tag):
        if self.kept[tag].pop() if self.kept.get(tag) else tag not in self.kept:
            self.out.append(f"</{tag}>")
            self.is_within = self.is_within and tag != "figure"


def cited(html: str) -> list[tuple[str, str]]:
    """Each claim that clean HTML marks, with the words marked, in order: [(key, words)]."""
    return _read(html).claims


def insets(html: str) -> list[Inset]:
    """The pictures, trailers and live blocks of clean HTML, in order."""
    return _read(html).insets if "<figure" in html else []


@dataclass
class Block:
    """A block's words, spaces folded, and the claims marked in them: [(key, start, end)] in code points."""

    tag: str
    words: str = ""
    marks: list[tuple[str, int, int]] = field(default_factory=list)


class _Blocks(_Reader):
    """Gathers the words of clean HTML block by block."""

    def __init__(self):
        super().__init__()
        self.blocks = [Block("")]
        self.begun: list[tuple[str | None, int]] = []

    def handle_starttag(self, tag, attrs):
        if tag in BLOCKS:
            self.blocks.append(Block(tag))
        elif tag == "span":
            self.begun.append((dict(attrs).get("data-claim"), len(self.blocks[-1].words)))
        elif tag == "br":
            self.add(" ")

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.blocks.append(Block(""))
        elif tag == "span" and self.begun:
            key, start = self.begun.pop()
            block = self.blocks[-1]
            if key:
                block.marks.append((key, min(start, len(block.words)), len(block.words)))

    def handle_data(self, data):
        self.add(data)

    def handle_entityref(self, name):
        self.add(_ENTITIES.get(name, ""))

    def add(self, words: str) -> None:
        block = self.blocks[-1]
        folded = re.sub(r"\s+", " ", words)
        is_spaced = not block.words or block.words.endswith(" ")
        block.words += folded.removeprefix(" ") if is_spaced else folded


def blocks(html: str) -> list[Block]:
    """Clean HTML as its blocks that hold words, in order, each with the claims marked in it."""
    return [block for block in _read(html, reader=_Blocks).blocks if block.words.strip()]


def with_marks(html: str, mark: Mark, place: Place | None = None) -> str:
    """Clean HTML with `mark(key, words)` put behind each marked claim, and `place(inset, caption)` put where an
    inset is referred to; the words stay as they are."""
    return "".join(_read(html, mark, place).out)


def plain(html: str) -> str:
    """The words of clean HTML, a block a line."""
    lines = (" ".join(line.split()) for line in "".join(_read(html).words).split("\n"))
    return "\n".join(line for line in lines if line)


def paragraphs(text: str) -> str:
    """Plain text as paragraphs of HTML, escaped."""
    return "".join(f"<p>{escape(part.strip(), quote=False)}</p>" for part in text.split("\n") if part.strip())


class BodyField(models.TextField):
    """Rich text that is clean however it is saved: by form, `save()`, importer or `bulk_create`."""

    def pre_save(self, model_instance, add):
        body = clean_body(getattr(model_instance, self.attname) or "")
        setattr(model_instance, self.attname, body)
        return body
