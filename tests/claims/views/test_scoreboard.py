"""/scoreboard/: who was right how often, and every miss."""

import pytest

from claims.assessing import assess, restate
from claims.outcomes import mark
from newsroom.lib import timeline
from tests import factories as make
from tests.claims.test_scoreboard import resolved
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(at, alice):
    return make.a_season()


def test_nothing_to_count_yet(at, client):
    page = words(client.get("/scoreboard/"))
    assert "Nothing to count yet" in page and "How we count" in page


def test_under_ten_there_is_not_enough_data(season, client):
    for _ in range(9):
        resolved(season, "true")
    page = words(client.get("/scoreboard/"))
    assert "not enough data (9 resolved)" in page and "100 %" not in page


def test_at_ten_there_is_a_share_and_each_miss_is_linked_with_its_value(season, client, at):
    for number in range(8):
        resolved(season, "true", key=f"c-true-{number}")
    resolved(season, "false", key="c-false", statement="They move to Busan.")
    autumn = held(
        make.a_release(season, key="c-slipped"), "reported", evidence=[make.a_source("upi", "press")]
    )
    at.to("2027-02-01T12:00")
    mark(autumn, "slipped", by=make.a_user())
    answer = client.get("/scoreboard/")
    page = words(answer)
    assert "80 % 8 of 10" in page
    assert "Slipped , 1 Feb 2027 :" in page and "False , 1 Mar 2026 : They move to Busan." in page
    links = [
        f'href="/claims/{key}/"' in answer.content.decode() for key in ("c-false", "c-slipped", "c-true-1")
    ]
    assert links == [True, True, False]
    assert [client.get(f"/claims/{key}/").status_code for key in ("c-false", "c-slipped")] == [200, 200]


def test_a_miss_is_told_in_the_words_in_which_it_is_held(season, client, at, alice):
    claim = resolved(season, "false", key="c-false", statement="They move to Busna.")
    at.forward(hours=1)
    restate(claim, "They move to Busan.", by=alice)
    at.forward(hours=1)
    page = words(client.get("/scoreboard/"))
    assert "They move to Busan." in page and "Busna" not in page


def test_a_miss_that_was_redacted_or_spoils_says_none_of_its_words(season, client, at, mona):
    gone = resolved(season, "false", key="c-gone", statement="Words under a court order.")
    resolved(season, "false", key="c-spoils", statement="Everybody dies.", spoiler="major")
    assert "court order" in words(client.get("/scoreboard/"))
    timeline.redact(gone.assessments.get(), by=mona, because="A court order.")
    page = words(client.get("/scoreboard/"))
    assert "Words under" not in page and "Everybody dies" not in page
    assert "that is no longer held" in page and "that spoils the story" in page


def test_what_is_only_planned_moves_nothing(season, client, at, alice):
    resolved(season, "true")
    before = client.get("/scoreboard/").content
    assess(make.a_detail(season), "official", by=alice, evidence=[make.a_source()], at=at.forward(days=2))
    at.forward(days=-2)
    assert client.get("/scoreboard/").content == before


def test_it_costs_the_same_however_many(season, client):
    for _ in range(3):
        resolved(season, "false")
    few = queries(client, "/scoreboard/")
    for _ in range(20):
        resolved(season, "false")
    assert queries(client, "/scoreboard/") == few
