"""What machines read of a page: its graph of JSON-LD and the elements of its head, parsed."""

from collections import defaultdict

import extruct
import lxml.html

from newsroom.management.commands.public_urls import listed

BASE = "https://news.example"


def page(client, address, status=200):
    """The parsed page."""
    answer = client.get(address)
    assert answer.status_code == status, address
    return lxml.html.document_fromstring(answer.content)


def graph(client, address) -> list[dict]:
    """The nodes of the one graph that a page has."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    found = extruct.extract(answer.content.decode(), base_url=BASE + address, syntaxes=["json-ld"])["json-ld"]
    [document] = found
    assert set(document) == {"@context", "@graph"} and document["@context"] == "https://schema.org"
    return document["@graph"]


def of_type(nodes: list[dict], kind: str) -> list[dict]:
    return [node for node in nodes if node["@type"] == kind]


def one(client, address, kind: str) -> dict:
    """The only node of a type on a page."""
    [node] = of_type(graph(client, address), kind)
    return node


def meta(tree) -> dict[str, list[str]]:
    """The head's meta elements by name or property."""
    found = defaultdict(list)
    for element in tree.xpath("//head/meta[@name or @property]"):
        found[element.get("name") or element.get("property")].append(element.get("content"))
    return dict(found)


def links(tree, rel: str) -> list[tuple[str | None, str]]:
    """Type and address of the head's links of a relation."""
    return [(one.get("type"), one.get("href")) for one in tree.xpath(f"//head/link[@rel='{rel}']")]


# Pages with a head of their own, and what is no page at all.
OTHERS = {"claim_embed", "media_file", "health_live", "health_ready", "api_docs"}


def public_pages(client) -> list[str]:
    """One address of each kind of page that readers meet."""
    examples = [row["example"] for row in listed() if row["name"] not in OTHERS and row["example"]]
    return [one for one in examples if client.get(one)["Content-Type"].startswith("text/html")]
