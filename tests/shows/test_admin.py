"""The catalogue's forms: addresses that lead on, names as people type them, a search that finds them all."""

import pytest
from django.urls import reverse

from shows.models import FormerSlug, Person, Season, Show
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled

pytestmark = pytest.mark.django_db


def saved(row, **typed):
    alice = desk_of("alice")
    return alice.post(change_url(row), filled(alice.get(change_url(row))) | typed)


def added(to, **typed):
    alice, url = desk_of("alice"), reverse(f"admin:shows_{to}_add")
    return alice.post(url, filled(alice.get(url)) | typed)


def found(term, model="person"):
    query = {"app_label": "claims", "model_name": "claim", "field_name": model, "term": term}
    return [one["text"] for one in desk_of("bob").get(reverse("admin:autocomplete"), query).json()["results"]]


def test_an_old_address_leads_on(db):
    show = make.a_show("all-of-us")
    assert saved(show, slug="all-of-us-are-dead").status_code == 302
    assert [(one.slug, one.show) for one in FormerSlug.objects.all()] == [("all-of-us", show)]


def test_an_address_can_be_taken_back(db):
    show = make.a_show("one")
    saved(show, slug="two")
    show.refresh_from_db()
    saved(show, slug="one")
    assert [one.slug for one in FormerSlug.objects.all()] == ["two"]


def test_an_address_that_leads_to_another_is_not_to_be_had(db):
    saved(make.a_show("one"), slug="two")
    page = added("show", title="One", slug="one", kind="series")
    assert "This address was another’s before" in page.content.decode().replace("&#x27;", "’")
    page = added("person", name="One", slug="one")
    assert page.status_code == 302  # people have addresses of their own


def test_an_address_is_made_from_the_name(db):
    assert added("person", name="Park Ji-hu").status_code == 302
    assert Person.objects.get().slug == "park-ji-hu"
    page = added("person", name="박지후")
    assert "which has no Latin letters: write one" in page.content.decode()


def test_names_are_typed_one_a_line_and_ids_as_pairs(db):
    typed = {
        "aliases": "Park Solomon\r\n\r\n 박솔로몬 \r\nPark Solomon",
        "external_ids": "tmdb: 99966\r\nIMDB: nm1",
    }
    assert added("person", name="Lomon", **typed).status_code == 302
    person = Person.objects.get()
    assert person.aliases == ["Park Solomon", "박솔로몬"]
    assert person.external_ids == {"tmdb": "99966", "imdb": "nm1"}
    page = desk_of("alice").get(change_url(person))
    assert filled(page)["aliases"] == "Park Solomon\n박솔로몬"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("tmdb", "is no pair: write “tmdb: 99966”"),
        ("myspace: 1", "Unknown service myspace"),
        ("tmdb:", "is no pair"),
    ],
)
def test_ids_that_can_not_be_read_are_told(db, typed, told):
    assert told in added("person", name="Lomon", external_ids=typed).content.decode()


@pytest.mark.parametrize(
    "term", ["Lomon", "solomon park", "PARK SOL", "박솔로몬", "로몬", "Élodie", "élodie"]
)
def test_any_alias_spelling_and_order_finds_a_person(db, term):
    make.a_person("lomon", native_name="로몬", aliases=["Park Solomon", "박솔로몬", "Élodie"])
    make.a_person("somebody-else")
    assert found(term) == ["Lomon"]


@pytest.mark.parametrize("term", ["\0x", "%", "_", "'", '"', "\\", "x" * 5000, "ji-hu O'Brien"])
def test_nothing_that_is_typed_breaks_a_search(db, term):
    make.a_person()
    assert found(term) == []


def test_a_season_is_found_by_show_and_number(db):
    show = make.a_show()
    make.a_season(show, 1), make.a_season(show, 2)
    assert found("dead season 2", "season") == ["All Of Us Are Dead Season 2"]


def test_a_seasons_number_is_its_address_and_stays(db):
    season = make.a_season()
    assert saved(season, number="7", title="The siege").status_code == 302
    assert saved(season.show, **{"seasons-0-number": "8"}).status_code == 302
    season.refresh_from_db()
    assert (season.number, season.title) == (2, "The siege")


def test_a_season_is_added_on_its_show(db):
    show = make.a_show()
    saved(show, **{"seasons-TOTAL_FORMS": "1", "seasons-0-number": "1", "seasons-0-show": show.pk})
    assert [season.key for season in Season.objects.all()] == ["all-of-us-are-dead/1"]


def test_country(db):
    assert added("show", title="One", kind="series", country="kr").status_code == 302
    assert Show.objects.get().country == "KR"
    assert "Give two letters" in added("show", title="Two", kind="series", country="1!").content.decode()


def test_a_season_lists_its_claims(db):
    season = make.a_season()
    make.a_release(season), make.a_casting(season=season)
    page = desk_of("bob").get(change_url(season)).content.decode()
    assert "All Of Us Are Dead Season 2 comes out in late 2026." in page
    assert "Lomon returns to All Of Us Are Dead Season 2." in page
