"""A sitemap, checked against its schema and read."""

from pathlib import Path

import lxml.etree
import xmlschema

SCHEMA = Path(__file__).parent / "newsroom" / "schemas" / "sitemap.xsd"
SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


def read(client, address: str):
    """The file's root. Fails where it is not what the standard takes."""
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/xml; charset=utf-8")
    xmlschema.XMLSchema(SCHEMA).validate(answer.content.decode())
    return lxml.etree.fromstring(answer.content)


def texts(root, path: str) -> list[str]:
    return [one.text for one in root.xpath(path, namespaces=SPACES)]


def locs(client, address: str) -> list[str]:
    """The addresses that a file names, or the files that an index names, without scheme and host."""
    found = texts(read(client, address), "//s:loc")
    assert [one for one in found if not one.startswith("https://news.example/")] == []
    return [one.removeprefix("https://news.example") for one in found]
