import pytest

from claims.assessing import retract
from tests.cards import assert_is_a_card
from tests.factories import a_release, a_season, a_user
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def test_a_claim_has_a_card(client, at):
    held(a_release(a_season(), key="c-window"))
    assert_is_a_card(client, "/claims/c-window/card.png")


def test_what_is_not_held_has_none(client, at):
    claim = held(a_release(a_season(), key="c-window"))
    a_release(claim.season, key="c-draft", part="Volume 1")
    assert client.get("/claims/c-draft/card.png").status_code == 404
    at.forward(hours=1)
    retract(claim, by=a_user(), because="It was a joke.")
    assert client.get("/claims/c-window/card.png").status_code == 410
