import pytest

from articles import workflow
from newsroom.lib import timeline
from tests.factories import a_user
from tests.newsstand import on_sale, queries, words

pytestmark = pytest.mark.django_db
URL = "/news/season-2-date/history/"


def test_it_lists_what_has_been_live_newest_first(client, at):
    article = on_sale(headline="First words")
    at.forward(days=1)
    workflow.update(article, by=a_user(), note="Said more.")
    at.forward(days=1)
    workflow.update(article, by=a_user(), note="To come.", at=at.forward(days=0).replace(hour=20))
    page = words(client.get(URL))
    assert page.index("Edition 2") < page.index("Edition 1")
    assert ("Said more." in page, "To come." in page) == (True, False)
    assert "Edition 2" not in words(client.get(f"{URL}?as_of=2026-03-01"))
    assert queries(client, URL) <= 12


def test_a_redacted_edition_keeps_its_place_without_its_words(client, at):
    article = on_sale(headline="First words")
    at.forward(days=1)
    article.headline = "Second words"
    article.save()
    workflow.update(article, by=a_user(), note="Corrected.")
    timeline.redact(article.editions.get(number=1), by=a_user(), because="By law.")
    page = words(client.get(URL))
    assert "Edition 1 was redacted: By law." in page
    assert "First words" not in page
