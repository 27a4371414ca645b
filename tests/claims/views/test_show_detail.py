from datetime import date

import pytest

from claims.merging import merge
from claims.models import Claim
from shows.models import FormerSlug
from tests.factories import a_casting, a_milestone, a_person, a_release, a_season, a_show, a_user
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db
URL = "/shows/all-of-us-are-dead/"


def test_each_season_has_its_answer(client, at):
    held(a_release(a_season()))
    assert "Season 2 No date announced; rumoured for late 2026." in words(client.get(URL))


def test_a_film_is_tracked_on_its_own_page(client, at):
    film = a_show("the-light", kind="film")
    held(
        Claim.objects.create(show=film, kind="milestone", property="filming_start", precision="none"),
        "official",
    )
    page = words(client.get("/shows/the-light/"))
    assert "Where it stands" in page
    assert "Renewed" not in page


def test_without_anything_live_it_answers_like_a_show_that_never_existed(client, at):
    a_milestone(a_season())
    assert client.get(URL).status_code == 404
    assert client.get(URL).content == client.get("/shows/never/").content == client.get("/never/").content


def test_before_its_first_row_it_was_not_there(client, at):
    held(a_release(a_season()))
    assert client.get(f"{URL}?as_of=2026-02-28").status_code == 404
    assert client.get(f"{URL}?as_of=2026-03-01").status_code == 200


def test_an_old_address_and_a_merged_show_lead_here_in_one_hop(client, at):
    show = a_show()
    held(a_release(a_season(show)))
    FormerSlug.objects.create(slug="now-at-our-school", show=show)
    merge(a_show("duplicate"), into=show, by=a_user())
    for old in ("now-at-our-school", "duplicate"):
        answer = client.get(f"/shows/{old}/?as_of=2026-03-01&utm=x")
        assert (answer.status_code, answer["Location"]) == (301, f"{URL}?as_of=2026-03-01")


def test_how_the_date_has_moved_is_shown_of_a_film_and_left_to_the_seasons_of_a_series(client, at):
    film = a_show("the-film", kind="film")
    for show in (film, a_show()):
        season = None if show.is_film else a_season(show)
        for part in ("Cinemas", "Television"):
            made = {"show": show, "season": season, "property": "release", "precision": "year", "part": part}
            held(
                Claim.objects.create(
                    kind="milestone", earliest=date(2027, 1, 1), latest=date(2027, 12, 31), **made
                )
            )
    assert "Cinemas : 2027 1 January to 31 December 2027" in words(client.get("/shows/the-film/"))
    assert "How the date has moved" not in words(client.get(URL))
    assert "How the date has moved" in words(client.get(f"{URL}season-2/"))


def test_it_costs_the_same_however_much_is_told(client, at):
    show = a_show()

    def more(first, last):
        for number in range(first, last):
            season = a_season(show, number)
            held(a_release(season))
            held(a_casting(a_person(f"person-{number}"), season))
            on_sale(f"story-{number}", show=show)

    more(1, 4)
    few = queries(client, URL)
    more(4, 31)
    assert queries(client, URL) == few <= 12
