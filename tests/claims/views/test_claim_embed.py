import pytest

from claims.assessing import retract
from tests.factories import a_detail, a_release, a_season, a_user
from tests.heads import links, meta, page
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db
EMBED = "/claims/c-window/embed/"


@pytest.fixture
def claim(at):
    return held(a_release(a_season(), key="c-window"))


def test_it_shows_the_claim_its_level_and_its_day(client, claim):
    text = words(client.get(EMBED))
    for told in (claim.said, "Rumoured", "as of 1 March 2026", "Evidence and history"):
        assert told in text


def test_it_alone_may_stand_in_somebody_elses_page(client, claim):
    answer = client.get(EMBED)
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    again = client.get(EMBED, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, "X-Frame-Options" in again) == (304, False)
    assert "frame-ancestors *" in again["Content-Security-Policy"]
    for address in (
        "/",
        "/claims/c-window/",
        "/shows/all-of-us-are-dead/",
        "/claims/c-none/embed/",
        "/nothing/",
    ):
        other = client.get(address)
        assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
        assert other["X-Frame-Options"] == "DENY"


def test_it_runs_nothing_and_is_not_indexed(client, claim):
    tree = page(client, EMBED)
    assert tree.xpath("//script") == []
    assert meta(tree)["robots"] == ["noindex"]
    assert links(tree, "canonical") == [(None, "https://news.example/claims/c-window/")]


def test_a_major_spoiler_is_folded_and_in_no_title(client, at):
    held(a_detail(a_season(), "The hero dies.", spoiler="major", key="c-dies"), "reported")
    tree = page(client, "/claims/c-dies/embed/")
    assert "The hero" not in tree.findtext(".//title")
    assert "The hero dies." in tree.xpath("string(//details)")


def test_what_is_not_held_can_not_be_shown(client, at, claim):
    a_release(claim.season, key="c-draft", part="Volume 1")
    assert client.get("/claims/c-draft/embed/").status_code == 404
    at.forward(hours=1)
    assert client.get(f"{EMBED}?as_of=2026-03-01").status_code == 200
    retract(claim, by=a_user(), because="It was a joke.")
    assert client.get(EMBED).status_code == 410


def test_it_costs_little(client, claim):
    assert queries(client, EMBED) <= 8
