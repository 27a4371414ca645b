"""Another house's HTML as ours: the blocks that our editor can make, every picture a reference to one of ours."""

import re
import unicodedata
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from articles.archives.post import Kind, Note, Picture

Place = Callable[[Picture], str]  # gives the key of our picture, or nothing

_HEADINGS = {"h1": "h2", "h2": "h2", "h3": "h3", "h4": "h3", "h5": "h3", "h6": "h3"}
_INLINE = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em"}
_BLOCKS = {
    *(
        "p",
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "address",
        "dl",
        "dt",
        "dd",
        "pre",
    ),
    *("center", "details", "summary", "body"),
}
_SILENT = {
    *(
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "object",
        "textarea",
        "select",
        "head",
        "title",
    ),
}
_PLAYED = frozenset(["iframe", "video", "audio", "embed", "source"])
_SPACES = re.compile(r"\s+")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_EMPTY = re.compile(r"<(strong|em)>\s*</\1>|<a href=\"[^\"]*\">\s*</a>")
DEEPEST = 8  # marks within marks; a text that nests deeper loses the inner ones
_LINKED = re.compile(r"(?:https?://|/(?!/)|#)", re.IGNORECASE)


def body_of(html: str, place: Place) -> tuple[str, list[Note]]:
    """The body, still to be cleaned, and what could not stay as it was."""
    writer = _Writer(place)
    writer.feed(html)
    writer.close()
    return writer.written(), writer.notes


class _Figure:
    def __init__(self):
        self.keys, self.caption, self.had_picture = [], "", False


class _Writer(HTMLParser):
    """Writes block after block; what stands open within a line is closed with it and opened again in the next."""

    def __init__(self, place: Place):
        super().__init__(convert_charrefs=True)
        self.place, self.notes = place, []
        self.blocks: list[list] = []  # [tag, [html, …]]; a list and a quotation gather several
        self.tag, self.pieces, self.has_words = "p", [], False
        self.inline: list[tuple[str, str]] = []
        self.lists: list[str] = []
        self.quotes, self.is_fresh = 0, True
        self.figures: list[_Figure] = []
        self.silent: list[str] = []
        self.waiting: list[str] = []  # pictures that stood within a list or a quotation

    def note(self, sentence: str, kind: Kind = Kind.CHANGED) -> None:
        note = Note(kind, sentence)
        if note not in self.notes:
            self.notes.append(note)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if any(name.startswith("on") for name in given):
            self.note("Code in its text was taken out.")
        if tag in _SILENT:
            self.silent.append(tag)
            if tag in ("script", "object"):
                self.note("Code in its text was taken out.")
        if self.silent:
            return
        if tag == "img":
            self.picture(given)
        elif tag in _PLAYED:
            self.played(given.get("src", ""))
        elif tag == "br":
            self.pieces.append("<br>" if self.has_words and self.pieces[-2:] != ["<br>", "<br>"] else "")
        elif tag == "a" or tag in _INLINE:
            self.open_inline(tag, given)
        elif tag in ("td", "th"):
            self.pieces.append(" – " if self.has_words else "")
        else:
            self.open_block(tag)

    handle_startendtag = handle_starttag

    def open_inline(self, tag, given):
        opening = f"<{_INLINE.get(tag)}>"
        if tag == "a":
            href = given.get("href", "").strip()
            if href and not _LINKED.match(href):
                self.note(f"A link to “{href[:60]}” was taken out: only web addresses are linked.")
            opening = f'<a href="{escape(href)}">' if _LINKED.match(href) else ""
        opening = opening if len(self.inline) < DEEPEST else ""
        self.inline.append((tag, opening))
        self.pieces.append(opening)

    def open_block(self, tag):
        if tag in _HEADINGS:
            self.flush()
            self.tag = _HEADINGS[tag]
        elif tag in ("ul", "ol", "table"):
            self.flush()
            self.lists.append("ol" if tag == "ol" else "ul")
            self.is_fresh = self.is_fresh or len(self.lists) == 1
        elif tag == "blockquote":
            self.flush()
            self.quotes, self.is_fresh = self.quotes + 1, True
        elif tag == "figure":
            self.flush()
            self.figures.append(_Figure())
        elif tag == "figcaption":
            self.flush()
            self.tag = "figcaption"
        elif tag in ("li", "tr", "hr", "caption"):
            self.flush()
        elif tag in _BLOCKS:
            self.part()

    def part(self):
        """A paragraph ends; within an item of a list it does not."""
        if self.lists:
            self.pieces.append(" " if self.has_words else "")
        else:
            self.flush()

    def handle_endtag(self, tag):
        if self.silent:
            if tag in self.silent:
                del self.silent[self.silent.index(tag) :]
            return
        if tag == "a" or tag in _INLINE:
            self.close_inline(tag)
        elif tag in ("ul", "ol", "table"):
            self.flush()
            del self.lists[-1:]
        elif tag == "blockquote":
            self.flush()
            self.quotes = max(0, self.quotes - 1)
        elif tag == "figure" and self.figures:
            self.flush()
            self.end_figure(self.figures.pop())
        elif tag in _HEADINGS or tag in ("li", "tr", "figcaption"):
            self.flush()
        elif tag in _BLOCKS:
            self.part()

    def close_inline(self, tag):
        places = [place for place, (name, _) in enumerate(self.inline) if name == tag]
        if not places:
            return
        above = self.inline[places[-1] :]
        self.pieces += [_closing(name, opening) for name, opening in reversed(above)]
        self.inline[places[-1] :] = above[1:]
        self.pieces += [opening for _, opening in above[1:]]

    def handle_data(self, data):
        if self.silent:
            return
        text = _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", data)))
        if not self.has_words or (self.pieces and self.pieces[-1].endswith((" ", "<br>"))):
            text = text.lstrip()
        if text:
            self.has_words = self.has_words or bool(text.strip())
            self.pieces.append(escape(text, quote=False))

    def picture(self, given):
        decorative = given.get("role") in ("presentation", "none") or given.get("aria-hidden") == "true"
        address = given.get("src", "").strip() or given.get("data-src", "").strip()
        alt = _SPACES.sub(" ", given.get("alt", "")).strip()
        key = self.place(Picture(address, alt, decorative)) if address else ""
        if self.figures:
            self.figures[-1].had_picture = True
            self.figures[-1].keys += [key] * bool(key)
        elif key:
            if not self.lists and not self.quotes:
                self.flush()
            self.waiting.append(f'<figure data-picture="{key}"></figure>')
            self.stand()

    def played(self, address):
        address = f"https:{address}" if address.startswith("//") else address
        if re.match(r"https?://", address):
            self.note("What is played elsewhere (a video, a post) became a link to it.")
            self.flush()
            self.blocks.append(["p", [f'<a href="{escape(address)}">{escape(address, quote=False)}</a>']])
        elif address:
            self.note("A video or sound of its own was left: only pictures are taken in.", Kind.LEFT)

    def end_figure(self, figure):
        caption = f"<figcaption>{figure.caption}</figcaption>" if figure.caption else ""
        for number, key in enumerate(figure.keys, 1):
            told = caption if number == len(figure.keys) else ""
            self.waiting.append(f'<figure data-picture="{key}">{told}</figure>')
        if figure.caption and not figure.had_picture:
            self.blocks.append(["p", [figure.caption]])
        self.stand()

    def flush(self):
        closing = "".join(_closing(name, opening) for name, opening in reversed(self.inline))
        html, had_words, tag = "".join(self.pieces) + closing, self.has_words, self.tag
        self.pieces, self.has_words, self.tag = [opening for _, opening in self.inline], False, "p"
        if had_words and (html := _trimmed(html)):
            self.put(tag, html)
        self.stand()

    def put(self, tag, html):
        if tag == "figcaption" and self.figures:
            self.figures[-1].caption = html
            return
        gathering = self.lists[0] if self.lists else "blockquote" if self.quotes else ""
        if not gathering:
            self.blocks.append([tag, [html]])
        elif not self.is_fresh and self.blocks and self.blocks[-1][0] == gathering:
            self.blocks[-1][1].append(html)
        else:
            self.blocks.append([gathering, [html]])
        self.is_fresh = not gathering

    def stand(self):
        if self.waiting and not self.lists and not self.quotes:
            self.blocks += [["", [figure]] for figure in self.waiting]
            self.waiting = []

    def written(self) -> str:
        self.flush()
        while self.figures:
            self.end_figure(self.figures.pop())
        self.lists, self.quotes = [], 0
        self.stand()
        return "".join(_block(tag, parts) for tag, parts in self.blocks)


def _trimmed(html: str) -> str:
    """Without marks that hold nothing, and without breaks at either end."""
    for _ in range(DEEPEST):
        html = _EMPTY.sub("", html)
    html = html.strip()
    while html.startswith("<br>") or html.endswith("<br>"):
        html = html.removeprefix("<br>").removesuffix("<br>").strip()
    return html


def _closing(name: str, opening: str) -> str:
    return f"</{_INLINE.get(name, name)}>" if opening else ""


def _block(tag: str, parts: list[str]) -> str:
    if not tag:
        return parts[0]
    within = {"ul": "li", "ol": "li", "blockquote": "p"}.get(tag)
    inner = "".join(f"<{within}>{part}</{within}>" for part in parts) if within else parts[0]
    return f"<{tag}>{inner}</{tag}>"
