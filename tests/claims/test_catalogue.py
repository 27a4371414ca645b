import pytest

from claims import catalogue
from newsroom.lib.refusals import BadParameter
from shows.models import Person, Show
from tests.factories import a_person, a_show

pytestmark = pytest.mark.django_db


def test_a_list_of_names_goes_on_where_a_page_ends(monkeypatch):
    monkeypatch.setattr(catalogue, "SHOWS", 2)
    for slug, title in (("c", "alpha"), ("b", "Beta"), ("a", "Alpha"), ("d", "Gamma")):
        a_show(slug, title=title)
    first = catalogue.shows(Show.objects.all(), "")
    rest = catalogue.shows(Show.objects.all(), first.after)
    assert [row.slug for row in [*first.rows, *rest.rows]] == ["a", "c", "b", "d"]
    assert (first.after, rest.after) == ("c", "")


def test_people_stand_under_the_name_they_are_sorted_by():
    a_person("park", name="Park Ji-hu")
    a_person("lomon", name="Lomon", sort_name="Solomon")
    a_person("kim", name="Kim Si-eun")
    assert [row.slug for row in catalogue.people(Person.objects.all(), "").rows] == ["kim", "park", "lomon"]


def test_who_is_not_in_the_list_is_no_place_in_it():
    a_show("hidden")
    with pytest.raises(BadParameter):
        catalogue.shows(Show.objects.exclude(slug="hidden"), "hidden")
