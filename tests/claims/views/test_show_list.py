import pytest

from tests.factories import a_milestone, a_season, a_show
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db


def test_it_names_what_a_story_or_a_claim_speaks_of_and_nothing_else(client, at):
    on_sale(show=a_show("told-of"))
    held(a_milestone(a_season(a_show("claimed"))))
    a_milestone(a_season(a_show("hidden")))
    on_sale("later", show=a_show("scheduled"), at=at.forward(days=0).replace(hour=23))
    page = words(client.get("/shows/"))
    assert ("Told Of" in page, "Claimed" in page, "Hidden" in page, "Scheduled" in page) == (
        True,
        True,
        False,
        False,
    )


def test_an_empty_list_says_so(client):
    assert "Nothing is told of any show yet" in words(client.get("/shows/"))


def test_it_costs_the_same_for_three_shows_and_for_thirty(client, at):
    for number in range(3):
        on_sale(f"story-{number}", show=a_show(f"show-{number}"))
    few = queries(client, "/shows/")
    for number in range(3, 30):
        on_sale(f"story-{number}", show=a_show(f"show-{number}"))
    assert queries(client, "/shows/") == few <= 12
