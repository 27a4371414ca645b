"""What a page is, for machines: one graph of JSON-LD in the words of schema.org. It knows none of our apps.

A node is a dict with `@type` and, where others point at it, `@id`: the address of the page that is about it, and
a fragment. What is empty is left out.
"""

import json
from datetime import date, datetime

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from newsroom.lib.api import absolute

Node = dict[str, object]
LANGUAGE = "en"
ORGANISATION = "/#organisation"
# In a script element a browser looks for `</` and `<!--` alone; these three never stand in what we write.
ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def ref(path: str) -> Node:
    """Points at a node: path and fragment of its `@id`."""
    return {"@id": absolute(path)}


def node(kind: str, path: str = "", **properties: object) -> Node:
    """A node of this type; `path` is that of its `@id`, with its fragment."""
    told = {name: value for name, value in properties.items() if value not in (None, "", [], {}, ())}
    return {"@type": kind} | (ref(path) if path else {}) | told


def graph(*nodes: Node | None) -> Node:
    """Each node once: of two with one `@id`, what either says."""
    found: dict[object, Node] = {}
    for one in nodes:
        if one:
            key = one.get("@id", id(one))
            found[key] = one | found.get(key, {})
    return {"@context": "https://schema.org", "@graph": list(found.values())}


def escaped(document: Node) -> SafeString:
    """As it stands in a script element: text that can end neither the element nor the page."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - what could be markup was escaped in the line above


def publisher(**policies: str) -> Node:
    """Who publishes all this; policies by property, each an address."""
    logo = node("ImageObject", url=absolute(static("img/logo.png")), width=600, height=600)
    return node(
        "NewsMediaOrganization",
        ORGANISATION,
        name=settings.SITE_NAME,
        url=absolute("/"),
        logo=logo,
        **policies,
    )


def crumbs(*steps: tuple[str, str]) -> Node:
    """The way to a page from the front page down, name and path each."""
    places = [(settings.SITE_NAME, "/"), *steps]
    items = [
        node("ListItem", position=number, name=name, item=absolute(path))
        for number, (name, path) in enumerate(places, 1)
    ]
    return node("BreadcrumbList", itemListElement=items)


def plain_page(path: str) -> Node:
    """The graph of a page that is about nothing else."""
    page = node("WebPage", url=absolute(path), inLanguage=LANGUAGE, publisher=ref(ORGANISATION))
    return graph(page, publisher())


def day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def instant(at: datetime | None) -> str | None:
    """To the second, with its offset: as it stands in the page's `<time datetime>`."""
    return timezone.localtime(at).isoformat(timespec="seconds") if at else None
