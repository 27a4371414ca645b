import re

import pytest

from claims import hubs
from claims.assessing import retract, supersede
from tests.factories import a_milestone, a_season, a_show, a_source, a_user
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db
URL = "/renewals/"


def goes_on(slug, level="official", what="renewal"):
    return held(a_milestone(a_season(a_show(slug)), what, key=f"c-{slug}"), level)


def titles(client, query="") -> list[str]:
    page = client.get(URL + query).content.decode()
    return re.findall(r'<th scope="row"><a href="/shows/([\w-]+)/', page)


@pytest.fixture
def three(at):
    goes_on("beta", "reported")
    at.forward(days=1)
    goes_on("alpha", "rumoured", "cancellation")
    at.forward(days=1)
    goes_on("gamma")


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ("", ["gamma", "alpha", "beta"]),
        ("?sort=newest", ["gamma", "alpha", "beta"]),
        ("?sort=oldest", ["beta", "alpha", "gamma"]),
        ("?sort=title", ["alpha", "beta", "gamma"]),
        ("?sort=level", ["gamma", "beta", "alpha"]),
    ],
)
def test_it_is_sorted_as_it_is_asked(client, three, query, order):
    assert titles(client, query) == order


@pytest.mark.parametrize("sort", hubs.ORDERS)
def test_every_order_goes_on_where_a_page_ends(client, three, sort, monkeypatch):
    whole = titles(client, f"?sort={sort}")
    monkeypatch.setattr(hubs, "SIZE", 1)
    found, url = [], f"?sort={sort}"
    while url:
        page = client.get(URL + url).content.decode()
        found += re.findall(r'<th scope="row"><a href="/shows/([\w-]+)/', page)
        older = re.search(r'rel="next" href="/renewals/(\?[^"]+)"', page)
        url = older and older[1].replace("&amp;", "&")
    assert found == whole


def test_it_says_what_and_how_sure(client, three):
    page = words(client.get(URL))
    assert "Gamma Season 2 Renewed said 3 March 2026 Official" in page
    assert "Alpha Season 2 Cancelled said 2 March 2026 Rumoured" in page


def test_what_was_superseded_or_taken_back_is_not_listed(client, at):
    renewed = goes_on("alpha")
    taken_back = goes_on("beta")
    supersede(
        renewed, a_milestone(renewed.season, "cancellation"), "official", by=a_user(), evidence=[a_source()]
    )
    retract(taken_back, by=a_user(), because="It was another show.")
    page = words(client.get(URL))
    assert ("Alpha Season 2 Cancelled" in page, "Renewed" in page, "Beta" in page) == (True, False, False)


@pytest.mark.parametrize(
    "query", ["?sort=length", "?after=c-never", "?sort=title&sort=level", "?after=c-hidden"]
)
def test_what_it_can_not_read_it_says_in_words(client, three, query):
    a_milestone(a_season(a_show("hidden")), "renewal", key="c-hidden")
    assert client.get(URL + query).status_code == 400


def test_its_beginning_alone_is_for_search_engines(client, three):
    assert '<meta name="robots" content="noindex,follow">' in client.get(f"{URL}?sort=title").content.decode()
    assert "noindex" not in client.get(URL).content.decode()


def test_an_empty_list_offers_a_way_on(client, at):
    assert "Nothing here" in words(client.get(URL))


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    for number in range(3):
        goes_on(f"show-{number}")
    few = queries(client, URL)
    for number in range(3, 30):
        goes_on(f"show-{number}")
    assert queries(client, URL) == few <= 12
