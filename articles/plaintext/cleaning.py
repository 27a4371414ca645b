"""Raw text to clean text: one kind of newline and space, no control characters, no HTML.

Block elements become lines, headings become `## …`, list items `• …`, so that the later steps know one
notation. Every step is one pass over the text.
"""

import html
import re
import unicodedata

_NEWLINES = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HYPHENS = re.compile(r"[\u2010\u2011\ufe63\uff0d]")
# Bidi marks, zero-width marks, soft hyphen, tag characters. Joiners (200C, 200D) spell words, so they stay.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_DECLARATION = re.compile(r"<![^<>]{0,200}>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>|[^<>]*>)")
_BROKEN_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9]*[\s/][^<>\n]*=[^<>\n]*$", re.M)

_LINE_TAGS_WORDS = """p div br hr tr section article header footer main aside ul ol table blockquote figure
figcaption dl dt dd nav form thead tbody tfoot caption body html head title pre"""
_LINE_TAGS = frozenset(_LINE_TAGS_WORDS.split())
_INLINE_TAGS_WORDS = """a abbr acronym applet area audio b base bdi bdo big button canvas center cite code col
colgroup data datalist del details dfn dialog em embed fieldset font frame i iframe img
input ins kbd label legend link map mark marquee math meta meter noscript object optgroup
option output param picture progress q rp rt ruby s samp select slot small source span
strike strong sub summary sup svg template textarea time tt u var video wbr"""
_INLINE_TAGS = frozenset(_INLINE_TAGS_WORDS.split())
_SILENT_TAGS = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "textarea",
        "title",
        "nav",
        "select",
    }
)
_HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### "}
_TAGS = _LINE_TAGS | _INLINE_TAGS | _SILENT_TAGS | set(_HEADINGS) | {"li", "td", "th"}


def clean(text: str) -> str:
    """The text as lines of plain words, in NFC, with HTML turned into the plain notation."""
    text = _NEWLINES.sub("\n", _SURROGATES.sub("\ufffd", text))
    if "<" in text:
        text = strip_tags(text)
    if "&" in text:
        text = html.unescape(text)
        # Escaped twice is how markup slips through: what the entities spelled is stripped as well.
        text = strip_tags(_SURROGATES.sub("\ufffd", text)) if "<" in text else text
    text = _INVISIBLE.sub("", _SPACES.sub(" ", _NEWLINES.sub("\n", text)))
    text = _HYPHENS.sub("-", text)
    return unicodedata.normalize("NFC", text)


def strip_tags(text: str) -> str:
    """The text without HTML; only known tags and tags with attributes count, so "<3" stays."""
    text = _DECLARATION.sub("", _without_comments(text))
    tags = [tag for tag in _TAG.finditer(text) if tag[2].lower() in _TAGS or "=" in tag[3]]
    closes = _closing_tags(tags)
    out, at = [], 0
    for number, tag in enumerate(tags):
        if tag.start() < at:
            continue
        out += [text[at : tag.start()], _in_plain(tag)]
        at = tag.end()
        if tag[2].lower() in _SILENT_TAGS and not tag[1] and number in closes:
            at = closes[number]
    return _BROKEN_TAG.sub("", "".join([*out, text[at:]]))


def _without_comments(text: str) -> str:
    """The text less `<!-- … -->`; an unclosed comment stays, for it may be no comment."""
    out, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        out.append(text[at:start])
        at = end + 3
    return "".join([*out, text[at:]])


def _closing_tags(tags: list[re.Match[str]]) -> dict[int, int]:
    """For each opening silent tag, where its content ends: found in one pass from the back."""
    ends: dict[str, int] = {}
    closes = {}
    for number in range(len(tags) - 1, -1, -1):
        name = tags[number][2].lower()
        if name in _SILENT_TAGS:
            if tags[number][1]:
                ends[name] = tags[number].end()
            elif name in ends:
                closes[number] = ends[name]
    return closes


def _in_plain(tag: re.Match[str]) -> str:
    """What a tag becomes in plain notation."""
    name, closing = tag[2].lower(), bool(tag[1])
    if name in _HEADINGS:
        return "\n\n" if closing else "\n\n" + _HEADINGS[name]
    if name == "li":
        return "" if closing else "\n• "
    if name in ("td", "th"):
        return " | " if closing else ""
    if name in ("p", "div", "section", "article", "table", "ul", "ol", "blockquote"):
        return "\n\n"
    if name in ("strong", "b"):
        return "**"
    return "\n" if name in _LINE_TAGS else ""
