"""Ghost's own formats of a text (lexical, mobiledoc), for posts of which the export holds no HTML."""

import json
from html import escape
from typing import Any

DEEPEST = 40
_BLOCKS = {"paragraph": "p", "quote": "blockquote", "aside": "blockquote", "listitem": "li"}
_MARKS = ((1, "strong"), (2, "em"))


def of_lexical(source: str) -> str:
    """HTML of a lexical document; nothing where it is none."""
    root = _loaded(source).get("root")
    return _node(root, 0) if isinstance(root, dict) else ""


def _loaded(source: Any) -> dict:
    try:
        loaded = json.loads(source) if isinstance(source, str) else source
    except (ValueError, RecursionError):
        return {}
    return loaded if isinstance(loaded, dict) else {}


def _node(node: dict, depth: int) -> str:
    children = node.get("children")
    within = [one for one in children if isinstance(one, dict)] if isinstance(children, list) else []
    inner = "".join(_node(one, depth + 1) for one in within) if depth < DEEPEST else ""
    kind = node.get("type")
    if kind in ("text", "extended-text"):
        return _text(node)
    if kind == "image":
        return _image(node)
    if kind == "html":
        return str(node.get("html") or "")
    if kind == "linebreak":
        return "<br>"
    if kind == "link":
        return f'<a href="{escape(str(node.get("url") or ""))}">{inner}</a>'
    if kind in ("heading", "extended-heading"):
        return f"<h2>{inner}</h2>" if node.get("tag") in ("h1", "h2") else f"<h3>{inner}</h3>"
    if kind == "list":
        tag = "ol" if node.get("listType") == "number" else "ul"
        return f"<{tag}>{inner}</{tag}>"
    tag = _BLOCKS.get(str(kind).removeprefix("extended-"))
    return f"<{tag}>{inner}</{tag}>" if tag else inner


def _text(node: dict) -> str:
    text, marks = escape(str(node.get("text") or "")), node.get("format")
    for bit, tag in _MARKS:
        if isinstance(marks, int) and marks & bit:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _image(card: dict) -> str:
    alt = f'alt="{escape(str(card.get("alt") or ""))}"'
    image = f'<img src="{escape(str(card.get("src") or ""))}" {alt}>'
    return f"<figure>{image}<figcaption>{card.get('caption') or ''}</figcaption></figure>"


def of_mobiledoc(source: str) -> str:
    """HTML of a mobiledoc document; nothing where it is none."""
    document = _loaded(source)
    sections, cards = document.get("sections"), document.get("cards")
    cards = cards if isinstance(cards, list) else []
    return (
        "".join(_section(one, cards) for one in sections if isinstance(one, list))
        if isinstance(sections, list)
        else ""
    )


def _section(section: list, cards: list) -> str:
    kind, rest = section[0] if section else None, section[1:]
    if kind == 1 and len(rest) > 1:
        tag = rest[0] if rest[0] in ("h1", "h2", "h3", "h4", "blockquote") else "p"
        return f"<{tag}>{_markers(rest[1])}</{tag}>"
    if kind == 3 and len(rest) > 1 and isinstance(rest[1], list):
        tag = "ol" if rest[0] == "ol" else "ul"
        return f"<{tag}>{''.join(f'<li>{_markers(one)}</li>' for one in rest[1])}</{tag}>"
    if kind == 10 and rest and isinstance(rest[0], int) and 0 <= rest[0] < len(cards):
        return _card(cards[rest[0]])
    return ""


def _markers(markers: Any) -> str:
    """The words of [0, opened, closed, "text"] after another."""
    found = markers if isinstance(markers, list) else []
    return "".join(escape(str(one[3])) for one in found if isinstance(one, list) and len(one) > 3)


def _card(card: Any) -> str:
    name, held = (*card, {}, {})[:2] if isinstance(card, list) else ("", {})
    if not isinstance(held, dict):
        return ""
    if name == "image":
        return _image(held)
    if name == "html":
        return str(held.get("html") or "")
    text = str(held.get("markdown") or "") if "markdown" in str(name) else ""
    return "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip())
