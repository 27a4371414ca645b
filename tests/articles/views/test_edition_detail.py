import pytest

from articles import workflow
from newsroom.lib import timeline
from tests.factories import a_user
from tests.newsstand import on_sale, queries, words

pytestmark = pytest.mark.django_db
URL = "/news/season-2-date/editions/1/"


@pytest.fixture
def article(at):
    article = on_sale(headline="First words")
    at.forward(days=1)
    article.headline = "Second words"
    article.save()
    workflow.update(article, by=a_user(), note="New words.")
    return article


def test_an_old_edition_shows_its_own_words_and_is_not_indexed(client, article):
    page = client.get(URL)
    assert "First words" in words(page)
    assert "Second words" not in words(page)
    assert '<meta name="robots" content="noindex">' in page.content.decode()
    assert queries(client, URL) <= 12


def test_an_edition_to_come_is_not_there(client, article, at):
    workflow.update(article, by=a_user(), note="Third words.", at=at.forward(days=0).replace(hour=20))
    assert client.get("/news/season-2-date/editions/3/").content == client.get("/never/").content


def test_a_redacted_edition_says_why(client, article):
    timeline.redact(article.editions.get(number=1), by=a_user(), because="For a child's sake.")
    answer = client.get(URL)
    assert (answer.status_code, "For a child's sake." in words(answer)) == (410, True)
    assert client.get("/news/season-2-date/").status_code == 200
