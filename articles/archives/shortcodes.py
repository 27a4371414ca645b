"""What WordPress writes in a text besides HTML: paragraphs without marks, shortcodes, comments of blocks."""

import re
from collections.abc import Callable
from html import escape

from articles.archives.post import Kind, Note, Picture

Attachment = Callable[[str], Picture | None]

_CAPTION = re.compile(r"\[caption[^\]]{0,500}\](.*?)\[/caption\]", re.DOTALL)
_IMAGE = re.compile(r"((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL)
_GALLERY = re.compile(r"\[gallery\b([^\]]{0,2000})\]")
_EMBED = re.compile(r"\[embed[^\]]{0,200}\]\s*(https?://[^\s\[\]<>\"]{3,1000})\s*\[/embed\]")
_ESCAPED = re.compile(r"\[(\[[a-z][^\[\]]{0,200}\])\]")
_CODE = re.compile(r"\[(/?)([a-z][a-z0-9_-]{1,40})((?:\s[^\[\]]{0,2000})?)/?\]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LONE_ADDRESS = re.compile(r"^[ \t]*(https?://[^\s<>\"\[\]]{3,1000})[ \t\r]*$", re.MULTILINE)
_TAG = re.compile(r"(<[^<>]*>)")
_KNOWN = frozenset(
    ["audio", "video", "playlist", "wp_caption", "contact-form", "more", "gallery", "caption", "embed"]
)


def html_of(content: str, attachment: Attachment) -> tuple[str, list[Note]]:
    """The content as HTML that a browser would show alike, without shortcodes."""
    is_of_blocks = "<!-- wp:" in content
    content, notes = _without_codes(_COMMENT.sub("", content), attachment)
    content = _LONE_ADDRESS.sub(lambda found: f"<p>{_link(found[1])}</p>", content)
    return content if is_of_blocks else _paragraphs(content), notes


def _without_codes(content: str, attachment: Attachment) -> tuple[str, list[Note]]:
    if "[" not in content:
        return content, []
    notes: list[Note] = []
    kept: list[str] = []

    def put_by(found: re.Match[str]) -> str:
        kept.append(found[1])
        return f"\x00{len(kept) - 1}\x00"

    content = _ESCAPED.sub(put_by, content.replace("\x00", ""))
    content = _CAPTION.sub(lambda found: _figure(found[1]), content)
    content = _GALLERY.sub(lambda found: _gallery(found[1], attachment, notes), content)
    content = _EMBED.sub(lambda found: f"<p>{_link(found[1])}</p>", content)
    content = _bare(content, notes)
    return re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found[1])], content), notes


def _figure(inner: str) -> str:
    image = _IMAGE.search(inner)
    if not image:
        return inner
    return f"<figure>{image[1]}<figcaption>{image[2].strip()}</figcaption></figure>"


def _gallery(attributes: str, attachment: Attachment, notes: list[Note]) -> str:
    ids = re.findall(r"\d+", (re.search(r"ids=[\"']?([\d,\s]+)", attributes) or [""])[0])
    found = [picture for picture in map(attachment, ids) if picture]
    if not ids or len(found) < len(ids):
        said = "A gallery names pictures that the archive does not list: add them at the desk."
        notes.append(Note(Kind.LEFT, said))
    images = "".join(f'<img src="{escape(one.address)}" alt="{escape(one.alt)}">' for one in found)
    return f"<figure>{images}</figure>" if images else ""


def _bare(content: str, notes: list[Note]) -> str:
    """The content without other shortcodes; what stands between an opening and a closing one stays."""
    closed = {name for slash, name, _ in _CODE.findall(content) if slash}

    def replaced(found: re.Match[str]) -> str:
        _, name, attributes = found.groups()
        if name not in _KNOWN | closed and "=" not in attributes:
            return found[0]  # words in brackets: [sic], [updated]
        note = Note(Kind.LEFT, f"The shortcode [{name}] means nothing here and was taken out.")
        if note not in notes:
            notes.append(note)
        return ""

    return _CODE.sub(replaced, content)


def _paragraphs(content: str) -> str:
    """As the classic editor shows it: an empty line ends a paragraph, a line's end is one."""
    parts = _TAG.split(content.replace("\r\n", "\n").replace("\r", "\n"))
    for place in range(0, len(parts), 2):
        parts[place] = re.sub(r"\n[ \t]*\n\s*", "<p>", parts[place]).replace("\n", "<br>")
    return "".join(parts)


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address, quote=False)}</a>'
