"""What the tests of pages need in a line: things held, stories on sale, and how a page is read."""

import re
from html import unescape

from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import workflow
from claims.assessing import assess
from tests import factories


def held(claim, level="rumoured", because="as it was told", **fields):
    """A claim that is live, on one source of the kind that its level takes."""
    kind = {"official": "primary", "reported": "trade"}.get(level, "press")
    evidence = fields.pop("evidence", None) or [factories.a_source(f"{kind}-outlet", kind)]
    if level == "confirmed":
        evidence = [{"source": evidence[0], "speaker": "Somebody Who Knows"}]
    assess(claim, level, by=factories.a_user(), because=because, evidence=evidence, **fields)
    return claim


def on_sale(slug="season-2-date", at=None, **fields):
    """A story that is live, or will be at an hour."""
    when = {name: fields.pop(name) for name in ("until", "note", "note_kind") if name in fields}
    topics = {name: fields.pop(name, ()) for name in ("seasons", "people")}
    article = factories.a_story(slug, **fields)
    article.seasons.set(topics["seasons"])
    article.people.set(topics["people"])
    workflow.publish(article, by=factories.a_user(), at=at, **when)
    return article


def words(response) -> str:
    """The words of a page, spaces folded, tags gone; its foot, the same everywhere, left out."""
    text = re.sub(r"<(script|style|title|footer)\b.*?</\1>", " ", response.content.decode(), flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


def queries(client, url, status=200) -> int:
    """How many queries a page takes."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == status
    return len(captured)
