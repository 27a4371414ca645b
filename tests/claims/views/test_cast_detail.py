import re

import pytest

from shows.models import Person
from tests.factories import a_casting, a_person, a_season, a_show
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db
URL = "/shows/all-of-us-are-dead/cast/"


@pytest.fixture
def cast(at):
    season = a_season()
    held(a_casting(a_person("park-ji-hu"), season, character="Nam On-jo"), "official")
    held(a_casting(a_person("kim-si-eun"), season, change="new"))


def test_it_is_in_groups_and_filtered_by_change_and_level(client, cast):
    everybody = words(client.get(URL))
    assert "Returning Park Ji Hu Nam On-jo Official" in everybody
    assert "New Kim Si Eun Rumoured" in everybody
    assert "Kim Si Eun" not in words(client.get(f"{URL}?min=reported"))
    assert "Park Ji Hu" not in words(client.get(f"{URL}?change=new"))
    assert "Nobody fits that" in words(client.get(f"{URL}?change=guest"))


@pytest.mark.parametrize("query", ["change=x", "min=likely", "min=reported&min=official", "change=%00"])
def test_what_it_can_not_read_it_says_in_words(client, cast, query):
    answer = client.get(f"{URL}?{query}")
    assert answer.status_code == 400
    assert "That address doesn’t work" in words(answer)


def test_strange_parameters_change_no_byte(client, cast):
    assert client.get(f"{URL}?utm_source=x").content == client.get(URL).content


def test_a_persons_other_shows_are_one_click_away(client, cast):
    lomon = Person.objects.get(slug="park-ji-hu")
    held(a_casting(lomon, a_season(a_show("near"))))
    held(a_casting(lomon, a_season(a_show("left")), change="departing"))
    held(a_casting(lomon, a_season(a_show("twist")), spoiler="major"))
    a_casting(lomon, a_season(a_show("unheard")))
    page = client.get(URL).content.decode()
    assert re.findall(r'class="cast-also">Also in (.*?)</span>', page) == ['<a href="/shows/near/">Near</a>']


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    season = a_season()
    for number in range(3):
        held(a_casting(a_person(f"person-{number}"), season))
    few = queries(client, URL)
    for number in range(3, 30):
        held(a_casting(a_person(f"person-{number}"), season))
    assert queries(client, URL) == few <= 12
