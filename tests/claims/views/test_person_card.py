import pytest

from tests.cards import assert_is_a_card
from tests.factories import a_casting, a_person
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def test_a_person_has_a_card_with_a_hangul_name(client, at):
    held(a_casting(a_person(name="Lomon", native_name="로몬")))
    assert_is_a_card(client, "/people/lomon/card.png")
