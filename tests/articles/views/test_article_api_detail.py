import json

import pytest

from articles import workflow
from claims.assessing import retract, supersede
from newsroom.lib import clock
from tests.factories import (
    a_casting,
    a_disclaimer,
    a_person,
    a_release,
    a_season,
    a_source,
    a_story,
    a_user,
    an_image,
)
from tests.newsstand import held, on_sale, queries

pytestmark = pytest.mark.django_db
URL = "/api/v1/articles/date-nears/"


def told(client, url=URL):
    answer = client.get(url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    return json.loads(answer.content)


def test_it_tells_the_words_as_published_and_the_claims_as_they_are_held(client, at):
    a_disclaimer("unsure", "Not all of {show} is sure.", below="official")
    window, cast = held(a_release(key="c-window")), held(a_casting(key="c-cast"), "official")
    on_sale("date-nears", claims=[window, cast], leads=[window, cast], standfirst="Late.", kicker="News")
    data = told(client)
    assert (data["headline"], data["standfirst"], data["kicker"]) == ("Date nears", "Late.", "News")
    assert data["body_html"] == (
        '<p>Words of date-nears. <span data-claim="c-window">c-window</span>'
        ' <span data-claim="c-cast">c-cast</span></p>'
    )
    assert data["text"] == "Words of date-nears. c-window c-cast"
    assert (data["level"], data["lead_claims"]) == ("rumoured", ["c-window", "c-cast"])
    assert [(one["key"], one["level"], one["now"]) for one in data["claims"]] == [
        ("c-window", "rumoured", None),
        ("c-cast", "official", None),
    ]
    assert data["disclaimers"] == ["Not all of All Of Us Are Dead is sure."]
    assert data["figures"][0] == (
        "This story cites 2 claims: 1 official and 1 rumoured; the oldest was checked on 1 March 2026."
    )
    assert data["facts_checked"] == "2026-03-01"


def test_a_claim_in_a_story_is_the_claim_by_itself(client, at):
    window = held(a_release())
    on_sale("date-nears", claims=[window])
    [claim] = told(client)["claims"]
    alone = told(client, f"/api/v1/claims/{window.key}/")
    claim.pop("now")
    assert {name: alone[name] for name in claim} == claim


def test_what_answers_in_place_of_a_claim_is_named_with_it(client, at):
    old = held(a_release(key="c-old"))
    on_sale("date-nears", claims=[old])
    at.forward(days=1)
    new = a_release(old.season, "2026-11-06", "2026-11-06", precision="day", key="c-new")
    supersede(old, new, "official", by=a_user(), because="Said.", evidence=[a_source()])
    assert told(client)["claims"][0]["now"] == {
        "key": "c-new",
        "url": "https://news.example/claims/c-new/",
        "value": "6 November 2026",
        "level": "official",
        "as_of": "2026-03-02",
        "is_stale": False,
        "badge": "official, as of 2 March 2026",
        "spoiler": "none",
    }
    assert told(client)["updated_at"] == "2026-03-02T12:00:00+00:00"


def test_a_retracted_claim_is_named_and_its_words_are_not(client, at):
    claim = held(a_release(key="c-window"))
    on_sale("date-nears", claims=[claim], leads=[claim])
    retract(claim, by=a_user(), because="It was another show.")
    data = told(client)
    assert (data["retracted"], data["claims"], data["lead_claims"], data["level"]) == (
        ["c-window"],
        [],
        [],
        None,
    )


def test_its_notes_are_told_newest_first(client, at, alice):
    article = on_sale("date-nears")
    for kind in ("correction", "clarification"):
        at.forward(days=1)
        workflow.update(article, by=alice, note=f"A {kind}.", note_kind=kind)
    data = told(client)
    assert data["edition"] == 3
    assert data["notes"] == [
        {
            "kind": "clarification",
            "text": "A clarification.",
            "at": "2026-03-03T12:00:00+00:00",
            "edition": 3,
        },
        {"kind": "correction", "text": "A correction.", "at": "2026-03-02T12:00:00+00:00", "edition": 2},
    ]
    assert told(client, f"{URL}?as_of=2026-03-01")["notes"] == []


def test_a_picture_is_shown_while_its_rights_last(client, at):
    on_sale("date-nears", image=an_image(alt="A school", credit="SLL", rights_until="2026-03-05"))
    image = told(client)["image"]
    assert client.get(image["url"].removeprefix("https://news.example")).getvalue()
    assert [image[name] for name in ("alt", "credit", "width", "height")] == ["A school", "SLL", 1600, 900]
    at.forward(days=6)
    assert told(client)["image"] is None
    assert told(client, f"{URL}?as_of=2026-03-01")["image"] is None


def test_a_pending_edit_and_a_scheduled_story_show_nothing(client, at, alice):
    article = on_sale("date-nears")
    before = client.get(URL).content
    article.headline, article.slug = "CANARY", "canary"
    article.save()
    workflow.schedule(article, at=clock.now().replace(year=2027), by=alice)
    on_sale("later", at=clock.now().replace(year=2027))
    a_story("draft")
    assert client.get(URL).content == before
    never = client.get("/api/v1/articles/never/")
    assert never.status_code == 404
    assert {client.get(f"/api/v1/articles/{slug}/").content for slug in ("canary", "later", "draft")} == {
        never.content
    }


def test_a_renamed_story_answers_in_one_hop(client, at, alice):
    article = on_sale("first-name")
    at.forward(days=1)
    article.slug = "date-nears"
    article.save()
    workflow.update(article, by=alice, note="Renamed.")
    answer = client.get("/api/v1/articles/first-name/")
    assert (answer.status_code, answer["Location"]) == (301, URL)
    assert told(client, "/api/v1/articles/first-name/?as_of=2026-03-01")["slug"] == "first-name"


def test_what_was_taken_back_or_has_expired_is_gone_with_a_note(client, at, alice):
    wrong, brief = on_sale("date-nears"), on_sale("brief")
    at.forward(hours=1)
    workflow.withdraw(wrong, by=alice, note="It was wrong.")
    workflow.expire(brief, by=alice)
    assert json.loads(client.get(URL).content) == {
        "title": "This story was withdrawn",
        "status": 410,
        "detail": "It was wrong.",
    }
    assert client.get("/api/v1/articles/brief/").status_code == 410


@pytest.mark.parametrize(
    ("query", "status"), [("2026-02-01", 404), ("2030-01-01", 400), ("x", 400), ("%00", 400)]
)
def test_a_moment_must_be_one_at_which_it_was_live(client, at, query, status):
    on_sale("date-nears")
    assert client.get(f"{URL}?as_of={query}").status_code == status


def test_thirty_claims_cost_as_many_queries_as_three(client, at, alice):
    season = a_season()
    claims = [held(a_casting(a_person(f"p-{number}"), season)) for number in range(30)]
    on_sale("few", claims=claims[:3], leads=claims[:1])
    on_sale("date-nears", claims=claims, leads=claims)
    assert queries(client, URL) == queries(client, "/api/v1/articles/few/") <= 16
