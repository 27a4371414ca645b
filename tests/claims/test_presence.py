import pytest

from articles import workflow
from claims import presence
from newsroom.lib.refusals import NotHere
from tests.factories import a_casting, a_milestone, a_person, a_platform, a_season, a_show, a_user
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


def there() -> list[list[str]]:
    rows = presence.shows(), presence.seasons(), presence.people(), presence.platforms()
    return [[str(row) for row in found] for found in rows]


def test_nobody_is_there_until_something_live_speaks_of_them(at):
    season = a_season()
    a_casting(a_person(), season)
    a_milestone(season, "platform", platform=a_platform())
    on_sale(
        at=at.forward(days=0).replace(hour=20), seasons=[season], people=[a_person("other")], show=season.show
    )
    assert there() == [[], [], [], []]


def test_a_live_claim_makes_pages_of_all_whom_it_names(at):
    season = a_season()
    held(a_casting(a_person(), season))
    held(a_milestone(season, "platform", platform=a_platform()))
    assert there() == [["All Of Us Are Dead"], ["All Of Us Are Dead Season 2"], ["Lomon"], ["Netflix"]]


def test_a_story_makes_pages_of_its_topics_and_takes_them_along(at):
    season = a_season(a_show("the-show"))
    article = on_sale(seasons=[season], people=[a_person()], show=a_show("other"))
    assert there() == [["Other", "The Show"], ["The Show Season 2"], ["Lomon"], []]
    workflow.withdraw(article, by=a_user(), note="It was wrong.")
    assert there() == [[], [], [], []]


def test_a_name_that_is_not_there_is_refused(at):
    a_person()
    with pytest.raises(NotHere):
        presence.find(presence.people(), "lomon")
