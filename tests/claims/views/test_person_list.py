import pytest

from tests.factories import a_casting, a_person
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db


def test_people_stand_under_the_letter_of_their_sort_name(client, at):
    on_sale(people=[a_person("tom-hanks", sort_name="Hanks, Tom"), a_person("elodie", name="Élodie")])
    a_casting(a_person("hidden"))
    assert "People E Élodie H Tom Hanks" in words(client.get("/people/"))


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    for number in range(3):
        held(a_casting(a_person(f"person-{number}")))
    few = queries(client, "/people/")
    for number in range(3, 30):
        held(a_casting(a_person(f"person-{number}")))
    assert queries(client, "/people/") == few <= 12
