import pytest

from tests.factories import a_casting, a_person, a_release, a_season, a_show
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db


def test_what_comes_next_is_dated(client, at):
    season = a_season()
    held(a_casting(a_person(), season, character="Lee Su-hyeok"), "official")
    held(a_release(season))
    page = words(client.get("/people/lomon/"))
    assert "Up next All Of Us Are Dead Season 2 Lee Su-hyeok returning Official" in page
    assert "late 2026 Rumoured" in page


def test_whom_nothing_live_names_has_no_page(client, at):
    a_casting(a_person())
    assert client.get("/people/lomon/").content == client.get("/never/").content


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    person = a_person()

    def more(first, last):
        for number in range(first, last):
            season = a_season(a_show(f"show-{number}"))
            held(a_casting(person, season))
            held(a_release(season))
            on_sale(f"story-{number}", show=season.show, people=[person])

    more(0, 3)
    few = queries(client, "/people/lomon/")
    more(3, 30)
    assert queries(client, "/people/lomon/") == few <= 12
