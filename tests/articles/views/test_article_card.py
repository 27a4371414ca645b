import pytest

from articles import workflow
from tests.cards import assert_is_a_card
from tests.factories import a_release, a_season, a_story, a_user
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


def test_a_story_has_a_card(client, at):
    claim = held(a_release(a_season()))
    on_sale("a-story", claims=[claim], leads=[claim], headline="로몬, 시즌 2로 돌아온다", kicker="K-Drama")
    assert_is_a_card(client, "/news/a-story/card.png")


def test_a_new_headline_is_another_picture_at_once(client, at):
    article = on_sale("a-story")
    before = client.get("/news/a-story/card.png").content
    article.headline = "Quite another"
    article.save()
    assert client.get("/news/a-story/card.png").content == before
    at.forward(hours=1)
    workflow.update(article, by=a_user(), note="Renamed.")
    at.forward(minutes=1)
    assert client.get("/news/a-story/card.png").content != before


def test_a_draft_has_none_and_a_withdrawn_story_is_gone(client, at):
    a_story("a-draft")
    article = on_sale("a-story")
    at.forward(hours=1)
    workflow.withdraw(article, by=a_user(), note="It was wrong.")
    statuses = [client.get(f"/news/{slug}/card.png").status_code for slug in ("a-draft", "a-story")]
    assert statuses == [404, 410]
