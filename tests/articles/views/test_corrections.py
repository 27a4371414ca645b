import re

import pytest

from articles import workflow
from articles.models import Edition
from articles.views import corrections
from newsroom.lib.timeline import redact
from tests.newsstand import on_sale, queries, words

pytestmark = pytest.mark.django_db


def corrected(at, slug, alice, note="The date was wrong.", kind="correction", **fields):
    article = on_sale(slug, **fields)
    at.forward(hours=1)
    workflow.update(article, by=alice, note=note, note_kind=kind)
    return article


def told(client, url="/corrections/"):
    answer = client.get(url)
    assert answer.status_code == 200
    return re.findall(r'correction-story" href="/news/([^/]+)/"', answer.content.decode())


def test_corrections_stand_newest_first_and_updates_are_none(client, at, alice):
    corrected(at, "older", alice)
    corrected(at, "newer", alice)
    corrected(at, "updated", alice, kind="update")
    assert told(client) == ["newer", "older"]
    assert "The date was wrong." in words(client.get("/corrections/"))


def test_an_empty_hub_says_so_and_leads_on(client, db):
    page = client.get("/corrections/")
    assert "No correction yet" in words(page)
    assert b'href="/news/"' in page.content


def test_a_correction_of_what_was_withdrawn_redacted_or_is_to_come_is_not_listed(client, at, alice):
    withdrawn = corrected(at, "withdrawn", alice)
    redacted = corrected(at, "redacted", alice)
    pending = on_sale("pending")
    assert told(client) == ["redacted", "withdrawn"]
    workflow.withdraw(withdrawn, by=alice, note="It was wrong.")
    redact(redacted.editions.order_by("live_from").last(), by=alice, because="By order of a court.")
    workflow.schedule(
        pending, at=at.forward(hours=0).replace(year=2027), by=alice, note="No.", note_kind="correction"
    )
    assert told(client) == []


def test_a_correction_leads_to_the_story_as_it_is_named_today(client, at, alice):
    article = corrected(at, "first-name", alice)
    at.forward(hours=1)
    article.slug, article.headline = "second-name", "Its second name"
    article.save()
    workflow.update(article, by=alice, note="Renamed.")
    assert told(client) == ["second-name"]
    assert "Its second name" in words(client.get("/corrections/"))


def test_paging_walks_through_all_of_them_in_as_many_queries(client, at, alice, monkeypatch):
    monkeypatch.setattr(corrections, "SIZE", 2)
    for number in range(5):
        corrected(at, f"story-{number}", alice)
    found, url = [], "/corrections/"
    while url:
        found += told(client, url)
        page = client.get(url).content.decode()
        url = (re.findall(r'rel="next" href="([^"]+)"', page) or [None])[0]
    assert found == [f"story-{number}" for number in (4, 3, 2, 1, 0)]
    assert queries(client, "/corrections/") == 1
    assert Edition.objects.count() == 10


def test_a_page_that_is_none_is_refused_in_words(client, db):
    assert client.get("/corrections/?after=abc").status_code == 400
    assert (
        b'content="noindex,follow"'
        in client.get("/corrections/?after=MjAyNi0wMy0wMVQxMjowMDowMCswMDowMCBh").content
    )
