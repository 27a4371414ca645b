"""Every public page has one graph, in words that schema.org knows, whose every address answers."""

from urllib.parse import urldefrag

import pytest

from articles.models import Edition
from tests import factories as make
from tests.heads import BASE, graph, one, public_pages
from tests.newsroom.schema_org import nodes, strange
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at, alice):
    """One of each thing that has a page, with everything that a graph could tell of it."""
    show = make.a_show(
        title="All of Us Are Dead", aliases=["AOUAD"], genres=["Horror"], country="KR", image=make.an_image()
    )
    show.external_ids = {"tmdb": "99966", "imdb": "tt14169960", "tvmaze": "1", "wikidata": "Q1"}
    show.save()
    season, lomon = make.a_season(show), make.a_person(name="Lomon", native_name="로몬")
    claims = [
        held(make.a_release(season, key="c-window")),
        held(make.a_casting(lomon, season, key="c-lomon", character="Lee Su-hyeok"), "official"),
        held(make.a_casting(make.a_person("lee-jq"), season, job="director"), "official"),
        held(make.a_casting(make.a_person("someone"), season, job="stunts"), "confirmed"),
        held(make.a_casting(make.a_person("mowg"), season, job="composer"), "confirmed"),
        held(make.a_milestone(season, "platform", platform=make.a_platform()), "official"),
        held(make.a_milestone(season, "episodes", value="8"), "official"),
        held(make.a_detail(season, "</script><script>alert('no')</script>", key="c-naughty"), "reported"),
    ]
    make.a_season(make.a_show("film", kind="film"), number=1)
    on_sale(
        claims=claims,
        leads=claims[:1],
        seasons=[season],
        people=[lomon],
        kicker="K-Drama",
        image=make.an_image("i-2"),
    )
    at.forward(hours=1)
    return show


def test_every_page_has_one_graph_of_known_words(client, world):
    pages = public_pages(client)
    assert len(pages) > 12
    found = {address: strange(graph(client, address)) for address in pages}
    assert {address: words for address, words in found.items() if words} == {}


def test_every_address_of_ours_in_a_graph_answers(client, world):
    found = set()
    for address in public_pages(client):
        for node in nodes(graph(client, address)):
            told = [value for name in ("@id", "url", "item", "image") for value in _texts(node.get(name))]
            found |= {urldefrag(value).url.removeprefix(BASE) for value in told if value.startswith(BASE)}
    assert found >= {"/", "/confidence/", "/shows/all-of-us-are-dead/", "/people/lomon/", "/claims/c-window/"}
    found = {address for address in found if not address.startswith("/static/")}
    assert {address for address in found if _status(client, address or "/") != 200} == set()


def _status(client, address):
    response = client.get(address)
    b"".join(response)  # a picture's file is closed once it was read
    return response.status_code


def _texts(value) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, str)]


def test_breadcrumbs_are_contiguous_and_end_at_the_page(client, world):
    for address in (
        "/shows/all-of-us-are-dead/season-2/",
        "/claims/c-window/",
        "/news/season-2-date/",
        "/people/lomon/",
    ):
        items = one(client, address, "BreadcrumbList")["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert (items[0]["item"], items[-1]["item"]) == (f"{BASE}/", BASE + address)


def test_naughty_words_come_back_as_they_went_in(client, world):
    node = one(client, "/claims/c-naughty/", "Claim")
    assert node["text"] == "</script><script>alert('no')</script>"


def test_the_levels_are_a_set_of_terms_and_each_claim_points_at_one(client, world):
    terms = one(client, "/confidence/", "DefinedTermSet")
    assert [term["termCode"] for term in terms["hasDefinedTerm"]] == [
        *("official", "confirmed", "reported", "rumoured", "speculation", "debunked"),
    ]
    status = one(client, "/claims/c-window/", "Claim")["creativeWorkStatus"]
    assert {"@id": status["inDefinedTermSet"]["@id"]} == {"@id": terms["@id"]}
    assert status["@id"] in {term["@id"] for term in terms["hasDefinedTerm"]}


def test_the_front_page_says_who_publishes_and_by_which_policies(client, world):
    told = one(client, "/", "NewsMediaOrganization")
    policies = {
        name: value for name, value in told.items() if name.endswith(("Policy", "Principles", "Info"))
    }
    assert len(policies) >= 2
    assert {client.get(value.removeprefix(BASE)).status_code for value in policies.values()} == {200}


def test_a_page_with_a_past_moment_tells_that_moment(client, at, world):
    made = Edition.objects.live().get().live_from
    at.forward(days=10)
    held(make.a_casting(make.a_person("late"), key="c-late"), "official")
    now, then = (
        one(client, f"/shows/all-of-us-are-dead/season-2/{query}", "TVSeason")
        for query in ("", f"?as_of={made.date()}")
    )
    assert (len(now["actor"]), len(then["actor"])) == (2, 1)
