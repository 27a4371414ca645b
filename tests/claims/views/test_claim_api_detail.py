import json

import pytest

from claims.assessing import assess, retract, supersede
from claims.merging import merge
from newsroom.lib import clock, timeline
from tests.factories import (
    a_casting,
    a_milestone,
    a_person,
    a_platform,
    a_release,
    a_season,
    a_source,
    a_user,
)
from tests.newsstand import held, queries

pytestmark = pytest.mark.django_db


def url(claim, query=""):
    return f"/api/v1/claims/{claim.key}/{query}"


def told(client, claim, query=""):
    answer = client.get(url(claim, query))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    return json.loads(answer.content)


def test_it_tells_a_claim_and_where_it_comes_from(client, at):
    origin = a_source("netflix", title="It comes late")
    echo = a_source("upi", "press", key="s-upi", repeats=origin, title="They say so")
    evidence = [{"source": echo, "quote": "Late in 2026.", "speaker": "A voice"}]
    data = told(client, held(a_release(a_season(), key="c-window"), evidence=evidence))
    assert data["url"] == "https://news.example/claims/c-window/"
    assert data["about"] == {
        "show": "all-of-us-are-dead",
        "season": 2,
        "title": "All Of Us Are Dead Season 2",
        "url": "https://news.example/shows/all-of-us-are-dead/season-2/",
    }
    assert (data["text"], data["value"]) == (
        *("All Of Us Are Dead Season 2 comes out in late 2026.", "late 2026"),
    )
    assert [data[name] for name in ("earliest", "latest", "precision", "as_said", "property", "kind")] == [
        *("2026-09-01", "2026-12-31", "window", "late 2026", "release", "milestone"),
    ]
    assert [data[name] for name in ("level", "as_of", "review_by", "badge", "origins")] == [
        *("rumoured", "2026-03-01", "2026-03-15", "rumoured, as of 1 March 2026", "1 outlet, 1 origin"),
    ]
    assert data["sources"] == [
        {
            "key": "s-upi",
            "kind": "published",
            "outlet": "Upi",
            "outlet_kind": "press",
            "title": "They say so",
            "url": echo.url,
            "archive_url": None,
            "published_on": "2026-01-05",
            "origin": "Netflix",
            "role": "supports",
            "quote": "Late in 2026.",
            "speaker": "A voice",
        }
    ]


def test_a_casting_and_a_platform_name_who_and_where(client, at):
    season = a_season()
    casting = told(
        client, held(a_casting(a_person(name="Lomon"), season, character="Su-hyeok", change="new"))
    )
    assert [casting[name] for name in ("person", "job", "character", "change", "property")] == [
        *({"slug": "lomon", "name": "Lomon"}, "actor", "Su-hyeok", "new", None),
    ]
    on = told(client, held(a_milestone(season, "platform", platform=a_platform())))
    assert (on["platform"], on["value"]) == ({"slug": "netflix", "name": "Netflix"}, "Netflix")


def test_its_history_is_told_newest_first(client, at):
    claim = held(a_release())
    at.forward(days=1)
    assess(claim, "official", by=a_user(), because="It was announced.", evidence=[a_source()])
    now, before = told(client, claim)["history"]
    assert [now[name] for name in ("level", "what", "reason", "live_from", "live_until")] == [
        *("official", "From rumoured to official", "It was announced.", "2026-03-02T12:00:00Z", None),
    ]
    assert [before[name] for name in ("level", "what", "live_from", "live_until")] == [
        *("rumoured", "First held", "2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z"),
    ]
    then = told(client, claim, f"?as_of={before['live_from']}")
    assert [(row["level"], row["live_until"]) for row in then["history"]] == [("rumoured", None)]


def test_an_end_that_is_to_come_announces_nothing(client, at):
    claim = held(a_release())
    before = client.get(url(claim)).content
    tomorrow = clock.now().replace(day=2)
    assess(claim, "official", by=a_user(), because="CANARY", at=tomorrow, evidence=[a_source()])
    assert claim.assessments.earliest("live_from").live_until == tomorrow
    assert client.get(url(claim)).content == before


def test_it_says_what_it_supersedes_and_what_stands_beside_it(client, at):
    season, source = a_season(), a_source()
    old = held(a_release(season, key="c-old"))
    rival = a_release(season, as_said="in June", key="c-rival")
    rival.beside.add(old)
    held(rival)
    assert told(client, old)["beside"] == ["c-rival"]
    new = a_release(season, "2026-11-06", "2026-11-06", precision="day", key="c-new")
    supersede(old, new, "official", by=a_user(), because="Said.", evidence=[source])
    relations = ("supersedes", "superseded_by", "beside")
    assert [[told(client, one)[name] for name in relations] for one in (old, rival, new)] == [
        [None, "c-new", []],
        [None, "c-new", []],
        ["c-old", None, []],
    ]


def test_what_refutes_it_is_named(client, at):
    season = a_season()
    claim = held(a_release(season))
    other = held(a_milestone(season, "renewal", key="c-other"), "official")
    denial = a_source("upi", "press", key="s-denial")
    fields = {"refuted_by": other, "refuting_source": denial, "refuting_url": "https://upi.example/no"}
    at.forward(hours=1)
    assess(claim, "debunked", by=a_user(), because="No.", **fields)
    data = told(client, claim)
    assert (data["refuted_by"], data["refuting_url"]) == ("c-other", "https://upi.example/no")
    assert [(one["key"], one["role"]) for one in data["sources"]][-1] == ("s-denial", "refutes")
    assert data["review_by"] is None


def test_a_retracted_claim_says_why_at_every_moment(client, at):
    claim = held(a_release())
    at.forward(days=2)
    retract(claim, by=a_user(), because="It was another show.")
    for query in ("", "?as_of=2026-03-01"):
        answer = client.get(url(claim, query))
        assert (answer.status_code, json.loads(answer.content)) == (
            410,
            {"title": "This claim was retracted", "status": 410, "detail": "It was another show."},
        )


def test_a_merged_claim_leads_to_the_one_it_was_merged_into(client, at):
    old = held(a_release())
    new = a_release(as_said="at the end of 2026")
    new.beside.add(old)
    held(new)
    at.forward(days=1)
    merge(old, into=new, by=a_user())
    answer = client.get(url(old))
    assert (answer.status_code, answer["Location"]) == (301, url(new))


def test_a_redacted_row_is_gone_with_the_reason_and_keeps_its_place(client, at):
    claim = held(a_release(), because="a secret")
    at.forward(days=1)
    assess(claim, "official", by=a_user(), because="Said.", evidence=[a_source()])
    timeline.redact(claim.assessments.first(), by=a_user(), because="A court ordered it.")
    row = told(client, claim)["history"][-1]
    assert [row[name] for name in ("level", "text", "reason", "redacted")] == [
        *("rumoured", None, None, "A court ordered it."),
    ]
    assert client.get(url(claim, "?as_of=2026-03-01")).status_code == 410


def test_what_was_never_held_is_like_what_never_was(client, at):
    claim = a_release()
    never = client.get("/api/v1/claims/never-made/")
    assert (client.get(url(claim)).content, never.status_code) == (never.content, 404)
    held(claim)
    for query, status in {"?as_of=2026-02-01": 404, "?as_of=2030-01-01": 400, "?as_of=x": 400}.items():
        assert client.get(url(claim, query)).status_code == status


def test_thirty_rivals_cost_as_many_queries_as_three(client, at):
    season = a_season()
    claim = held(a_release(season))

    def more(first, last):
        for number in range(first, last):
            rival = a_release(season, part=f"Part {number}")
            held(rival)
            held(a_casting(a_person(f"p-{number}"), season))

    more(0, 3)
    few = queries(client, url(claim))
    more(3, 30)
    assert queries(client, url(claim)) == few <= 9
