import pytest

from tests.factories import a_milestone, a_platform, a_season, a_show
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db
URL = "/platforms/netflix/"


def released_on(platform, slug, level="official"):
    season = a_season(a_show(slug))
    return held(a_milestone(season, "platform", platform=platform), level)


def test_it_names_its_titles_and_their_stories(client, at):
    released_on(a_platform(), "sweet-home")
    on_sale("a-story", show=a_show("elsewhere"))
    article = on_sale("its-story", show=released_on(a_platform("sbs"), "on-sbs").show)
    assert article.headline not in words(client.get(URL))
    page = words(client.get("/platforms/sbs/"))
    assert ("On Sbs Season 2" in page, article.headline in page, "A story" in page) == (True, True, False)


def test_without_a_live_claim_it_has_no_page(client, at):
    a_milestone(a_season(), "platform", platform=a_platform())
    assert client.get(URL).content == client.get("/never/").content


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    platform = a_platform()
    for number in range(3):
        on_sale(f"story-{number}", show=released_on(platform, f"show-{number}").show)
    few = queries(client, URL)
    for number in range(3, 30):
        on_sale(f"story-{number}", show=released_on(platform, f"show-{number}").show)
    assert queries(client, URL) == few <= 12
