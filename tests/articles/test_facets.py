import re

import pytest

from tests.factories import a_person
from tests.newsstand import on_sale

pytestmark = pytest.mark.django_db


def test_whoever_types_a_name_into_a_find_box_is_led_to_it(client, at):
    on_sale("portrait", people=[a_person("park-ji-hu", name="Park Ji-hu")])
    page = client.get("/news/?person=Park+Ji-hu")
    assert b"/news/portrait/" in page.content
    assert '/news/?person=park-ji-hu">' in page.content.decode()  # its canonical address


def test_beyond_twenty_values_a_facet_has_a_find_box(client, at):
    people = [a_person(f"person-{number:02}") for number in range(22)]
    on_sale("ensemble", people=people)
    page = client.get("/news/").content.decode()
    assert page.count('href="/news/?person=') == 20
    assert re.findall(r'<option value="(person-[0-9]+)">', page) == ["person-20", "person-21"]
