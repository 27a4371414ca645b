import pytest

from newsroom.lib.keyset import below
from shows.models import Person
from tests.factories import a_person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("order", [("name", "slug"), ("-name", "slug"), ("slug",), ("-name", "-slug")])
def test_what_stands_below_each_row_is_the_rest_of_the_list(order):
    for slug, name in (("a", "Kim"), ("b", "Lee"), ("c", "Kim"), ("d", "Park")):
        a_person(slug, name=name)
    whole = [person.slug for person in Person.objects.order_by(*order)]
    for number, slug in enumerate(whole):
        row = Person.objects.values("name", "slug").get(slug=slug)
        rest = Person.objects.filter(below(order, row)).order_by(*order)
        assert [person.slug for person in rest] == whole[number + 1 :]
