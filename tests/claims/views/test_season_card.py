import pytest

from shows.models import FormerSlug
from tests.cards import assert_is_a_card
from tests.factories import a_release, a_season
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def test_a_season_has_a_card(client, at):
    held(a_release(a_season()))
    assert_is_a_card(client, "/shows/all-of-us-are-dead/season-2/card.png")


def test_under_a_former_name_it_leads_to_todays(client, at):
    season = a_season()
    held(a_release(season))
    FormerSlug.objects.create(slug="zombie-school", show=season.show)
    answer = client.get("/shows/zombie-school/season-2/card.png")
    assert (answer.status_code, answer["Location"]) == (301, "/shows/all-of-us-are-dead/season-2/card.png")
    assert client.get("/shows/all-of-us-are-dead/season-3/card.png").status_code == 404
