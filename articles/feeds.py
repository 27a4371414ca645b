"""A feed of stories, written in three ways: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.

None reads the clock: the same entries are the same bytes. Whatever is written in a story, the feed is well-formed.
"""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.feedgenerator import rfc2822_date, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from articles.entries import Entry

ATOM = "http://www.w3.org/2005/Atom"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when a feed without entries was updated: Atom asks for a date
LANGUAGE = "en"


@dataclass(frozen=True)
class Feed:
    """`url` is the list that it follows, `own_url` the feed's own address; `hub` tells who subscribes of news at
    once (WebSub)."""

    site: str
    title: str
    summary: str
    url: str
    own_url: str
    docs_url: str
    hub: str
    entries: list[Entry]

    @property
    def updated_at(self) -> datetime:
        return max((entry.updated_at for entry in self.entries), default=NEVER)

    @property
    def changed_at(self) -> datetime | None:
        return max((entry.changed_at for entry in self.entries), default=None)


@dataclass(frozen=True)
class Kind:
    """A way to write a feed, and what it is called in a header."""

    write: Callable[[Feed], bytes]
    media_type: str

    @property
    def content_type(self) -> str:
        return f"{self.media_type}; charset=utf-8"


class _Xml(SimplerXMLGenerator):
    def tag(self, name: str, words: str | None = None, **attributes: str) -> None:
        self.addQuickElement(name, words, attributes)


def _rss(feed: Feed) -> bytes:
    out = io.BytesIO()
    xml = _Xml(out, "utf-8")
    xml.startDocument()
    spaces = {
        "xmlns:atom": ATOM,
        "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    }
    xml.startElement("rss", {"version": "2.0", **spaces})
    xml.startElement("channel", {})
    for name, words in {"title": feed.title, "link": feed.url, "description": feed.summary}.items():
        xml.tag(name, words)
    xml.tag("language", LANGUAGE)
    _links(xml, feed, RSS, "atom:link")
    if feed.entries:
        xml.tag("lastBuildDate", rfc2822_date(feed.updated_at))
    for entry in feed.entries:
        _rss_item(xml, entry)
    xml.endElement("channel")
    xml.endElement("rss")
    return out.getvalue()


def _rss_item(xml: _Xml, entry: Entry) -> None:
    xml.startElement("item", {})
    xml.tag("title", entry.title)
    xml.tag("link", entry.url)
    xml.tag("description", entry.summary)
    for name, _ in entry.authors:
        xml.tag("dc:creator", name)
    xml.tag("pubDate", rfc2822_date(entry.published_at))
    xml.tag("guid", entry.key, isPermaLink="true")
    if entry.level:
        xml.tag("category", entry.level)
    xml.tag("atom:updated", rfc3339_date(entry.updated_at))
    xml.tag("content:encoded", entry.content)
    xml.endElement("item")


def _links(xml: _Xml, feed: Feed, kind: Kind, tag: str) -> None:
    xml.tag(tag, rel="self", type=kind.media_type, href=feed.own_url)
    if feed.hub:
        xml.tag(tag, rel="hub", href=feed.hub)


def _atom(feed: Feed) -> bytes:
    out = io.BytesIO()
    xml = _Xml(out, "utf-8")
    xml.startDocument()
    xml.startElement("feed", {"xmlns": ATOM, "xml:lang": LANGUAGE})
    for name, words in {"title": feed.title, "subtitle": feed.summary, "id": feed.own_url}.items():
        xml.tag(name, words)
    xml.tag("updated", rfc3339_date(feed.updated_at))
    xml.tag("link", rel="alternate", type="text/html", href=feed.url)
    _links(xml, feed, ATOM_1, "link")
    _author(xml, feed.site, "")
    for entry in feed.entries:
        _atom_entry(xml, entry, feed.site)
    xml.endElement("feed")
    return out.getvalue()


def _atom_entry(xml: _Xml, entry: Entry, site: str) -> None:
    xml.startElement("entry", {})
    xml.tag("title", entry.title)
    xml.tag("id", entry.key)
    xml.tag("link", rel="alternate", type="text/html", href=entry.url)
    xml.tag("published", rfc3339_date(entry.published_at))
    xml.tag("updated", rfc3339_date(entry.updated_at))
    for name, url in entry.authors or [(site, "")]:
        _author(xml, name, url)
    if entry.level:
        xml.tag("category", term=entry.level)
    xml.tag("summary", entry.summary)
    xml.tag("content", entry.content, type="html")
    xml.endElement("entry")


def _author(xml: _Xml, name: str, url: str) -> None:
    xml.startElement("author", {})
    xml.tag("name", name)
    if url:
        xml.tag("uri", url)
    xml.endElement("author")


def _json(feed: Feed) -> bytes:
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": feed.own_url,
        "description": feed.summary,
        "language": LANGUAGE,
        "authors": [{"name": feed.site}],
        **({"hubs": [{"type": "WebSub", "url": feed.hub}]} if feed.hub else {}),
        "items": [_json_item(entry, feed) for entry in feed.entries],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _json_item(entry: Entry, feed: Feed) -> dict:
    return {
        "id": entry.key,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": rfc3339_date(entry.published_at),
        "date_modified": rfc3339_date(entry.updated_at),
        "authors": [{"name": name, "url": url} for name, url in entry.authors] or [{"name": feed.site}],
        "tags": [entry.level] if entry.level else [],
        "_newsroom": {"about": feed.docs_url, "level": entry.level or None, "claims": entry.claims},
    }


RSS = Kind(_rss, "application/rss+xml")
ATOM_1 = Kind(_atom, "application/atom+xml")
JSON_1_1 = Kind(_json, "application/feed+json")
