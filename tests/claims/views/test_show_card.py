import pytest

from tests.cards import assert_is_a_card
from tests.factories import a_release, a_season, a_show
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def test_a_show_has_a_card(client, at):
    held(a_release(a_season()))
    assert_is_a_card(client, "/shows/all-of-us-are-dead/card.png")


def test_a_show_that_nobody_has_heard_of_has_none(client, at):
    a_show()
    assert client.get("/shows/all-of-us-are-dead/card.png").status_code == 404
