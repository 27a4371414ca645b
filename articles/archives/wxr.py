"""A WordPress export (WXR 1.0 to 1.2) to posts. Pure: no Django, nothing fetched, no file held whole."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import BinaryIO
from urllib.parse import unquote, urlsplit
from xml.parsers.expat import ExpatError

from articles.archives.decoding import texts
from articles.archives.items import Item, fragments, parsed
from articles.archives.post import Kind, Note, Picture, Post, Standing
from articles.archives.shortcodes import html_of

_AUTHOR = re.compile(r"<wp:author>.*?</wp:author>", re.DOTALL)
_STANDING = {"publish": Standing.PUBLISHED, "draft": Standing.DRAFT, "pending": Standing.DRAFT,
             "future": Standing.DRAFT}  # fmt: skip
_LEFT = {
    "private": "It is private there: publish it there first if readers may have it.",
    "trash": "It lies in the bin there.",
    "auto-draft": "It was begun and never saved there.",
    "inherit": "It is a revision of another post.",
}
_KINDS = {"page": "page", "nav_menu_item": "menu item", "revision": "revision", "attachment": "attachment"}
_UNSORTED = {"", "uncategorized", "uncategorised", "allgemein", "미분류"}


class Wxr:
    """`open` opens the file anew: attachments may stand after the posts that show them."""

    house = "WordPress"

    def __init__(self, open_file: Callable[[], BinaryIO]):
        self.open = open_file
        self.is_cut = False
        self.left: Counter[str] = Counter()  # of what is no post, by kind
        self.damaged: list[str] = []
        self.authors: dict[str, str] = {}
        self.attachments: dict[str, Picture] = {}

    def posts(self) -> Iterator[Post]:
        """The posts in the file's order. Raises NotAnArchive before the first."""
        for item in self._items():
            if item["wp:post_type"] == "attachment" and item["wp:post_id"]:
                alt = item.meta.get("_wp_attachment_image_alt", "")
                self.attachments[item["wp:post_id"]] = Picture(item["wp:attachment_url"], alt)
        self.damaged.clear()
        for item in self._items():
            kind = item["wp:post_type"] or "post"
            if kind == "post":
                yield self._post(item)
            else:
                self.left[_KINDS.get(kind, f"“{kind[:40]}”")] += 1

    def _items(self) -> Iterator[Item]:
        with self.open() as file:
            found = fragments(texts(file))
            self._read_authors(next(found))
            last = ""
            for number, fragment in enumerate(found):
                if last:
                    yield from self._parsed(last, number)
                last = fragment
            self.is_cut = bool(last)

    def _read_authors(self, head: str) -> None:
        for fragment in _AUTHOR.findall(head):
            try:
                author = parsed(fragment)
            except ExpatError:
                continue
            self.authors[author["wp:author_login"]] = author["wp:author_display_name"]

    def _parsed(self, fragment: str, number: int) -> Iterator[Item]:
        """The item; of one that is damaged, those that it has swallowed."""
        try:
            yield parsed(fragment)
        except ExpatError as error:
            title = re.search(r"<title>(?:<!\[CDATA\[)?([^<\]]{1,80})", fragment)
            named = f"“{title[1].strip()}”" if title else f"Item {number}"
            self.damaged.append(f"{named} can't be read ({error}): export this post again, by itself.")
            if (within := fragment.find("<item>", 1)) > 0:
                yield from self._parsed(fragment[within:], number)

    def _post(self, item: Item) -> Post:
        body, notes = html_of(item["content:encoded"], self.attachments.get)
        at, on_date = _instant(item)
        standing, reason, on_standing = _standing(item)
        address = urlsplit_safely(item["link"])
        number = item["wp:post_id"]
        addresses = (
            [unquote(address.path)]
            if address and address.path.startswith("/") and address.path.strip("/")
            else []
        )
        addresses += [f"?p={number}"] if number.isascii() and number.isdigit() else []
        creator = item["dc:creator"]
        lead = self.attachments.get(item.meta.get("_thumbnail_id", ""))
        kicker, on_tags = _kicker(item)
        return Post(
            guid=item["guid"] or item["link"] or f"{number}:{item['title']}",
            standing=standing, reason=reason, title=item["title"], slug=unquote(item["wp:post_name"]),
            body=body, excerpt=item["excerpt:encoded"],
            description=item.meta.get("_yoast_wpseo_metadesc", ""), at=at,
            authors=tuple(filter(None, [self.authors.get(creator) or creator])), kicker=kicker,
            addresses=tuple(addresses), lead=lead,
            notes=(*notes, *on_date, *on_standing, *on_tags, *_on_lead(item, lead)),
        )  # fmt: skip


def _standing(item: Item) -> tuple[Standing, str, list[Note]]:
    status = item["wp:status"]
    if item["wp:post_password"]:
        return Standing.LEFT, "It has a password there: take that away first if readers may have it.", []
    if status not in _STANDING:
        return Standing.LEFT, _LEFT.get(status, f"Its state there, “{status[:40]}”, means nothing here."), []
    notes = []
    if status == "future":
        hour = item["wp:post_date_gmt"] or item["wp:post_date"]
        said = f"It was scheduled there for {hour[:40]}: schedule it at the desk if it is to go out."
        notes.append(Note(Kind.CHANGED, said))
    return _STANDING[status], "", notes


def _instant(item: Item) -> tuple[datetime | None, list[Note]]:
    """When it went out: in UTC where the archive says so, else its local time taken as UTC."""
    for name in ("wp:post_date_gmt", "wp:post_date"):
        try:
            at = datetime.strptime(item[name], "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
        except ValueError:
            continue
        is_local = name == "wp:post_date" and item["wp:status"] == "publish"
        said = "Its hour is that of its house, without a zone: it was taken as UTC."
        return at, [Note(Kind.CHANGED, said)] if is_local else []
    return None, []


def _kicker(item: Item) -> tuple[str, list[Note]]:
    """The first category that says something, else the first tag; the others are named."""
    named = [(domain, name) for domain, name in item.categories if name.casefold() not in _UNSORTED]
    ordered = [name for wanted in ("category", "post_tag") for domain, name in named if domain == wanted]
    notes = (
        [Note(Kind.LEFT, f"Further categories and tags: {', '.join(ordered[1:])}.")] if ordered[1:] else []
    )
    return (ordered[0] if ordered else ""), notes


def _on_lead(item: Item, lead: Picture | None) -> list[Note]:
    if lead or not item.meta.get("_thumbnail_id", "").strip("0"):
        return []
    return [Note(Kind.LEFT, "Its featured picture is not in the archive: choose one at the desk.")]


def urlsplit_safely(address: str):
    try:
        return urlsplit(address)
    except ValueError:
        return None
