"""The examples of docs/api.md are what the API answers."""

import json
import re
from pathlib import Path

import pytest

from articles.api_shapes import ENDPOINTS as OF_STORIES
from articles.workflow import publish
from claims.endpoints import ENDPOINTS as OF_CLAIMS
from newsroom.lib.openapi import path_of
from tests.factories import (
    a_disclaimer,
    a_milestone,
    a_person,
    a_platform,
    a_release,
    a_season,
    a_source,
    a_story,
    a_user,
)
from tests.newsstand import held

PAGE = (Path(__file__).parents[2] / "docs/api.md").read_text("utf-8")
EXAMPLES = [json.loads(text) for text in re.findall(r"^```json\n(.*?)^```", PAGE, re.M | re.S)]


@pytest.fixture
def world(at):
    season, lomon = a_season(), a_person(name="Lomon")
    source = a_source(
        *("upi", "press"),
        key="s-upi",
        title="They say late 2026",
        url="https://upi.example/late-2026",
        published_on="2026-02-27",
    )
    evidence = [{"source": source, "quote": "Late in 2026."}]
    held(a_release(season, key="c-window"), evidence=evidence, because="One outlet, unnamed sources.")
    held(a_milestone(season, "platform", platform=a_platform(), key="c-on"), "official")
    a_disclaimer(below="confirmed")
    words = {
        "headline": "Date nears",
        "standfirst": "Late in the year, if the rumour holds.",
        "kicker": "K-Drama",
        "body": '<p>It comes <span data-claim="c-window">in late 2026</span>.</p>',
    }
    article = a_story("date-nears", season.show, **words)
    article.seasons.add(season)
    article.people.add(lomon)
    article.lead_claims.set(season.claims.filter(key="c-window"))
    publish(article, by=a_user())


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("/api/v1/claims/?show=the-saltmarsh-lite", 0),
        ("/api/v1/claims/c-window/", 1),
        ("/api/v1/articles/date-nears/", 2),
        ("/api/v1/seasons/", 3),
    ],
)
def test_an_example_is_the_answer_key_for_key(client, world, url, number):
    answer = json.loads(client.get(url).content)
    assert answer == EXAMPLES[number]
    assert list(answer) == list(EXAMPLES[number])


@pytest.mark.django_db
def test_a_list_leaves_out_what_the_page_says_it_does(client, world):
    _, claim, story, _ = EXAMPLES
    listed = json.loads(client.get("/api/v1/claims/?property=release").content)["items"]
    assert listed == [{name: claim[name] for name in claim if name != "history"}]
    listed = json.loads(client.get("/api/v1/articles/").content)["items"]
    names = list(story)[: list(story).index("image") + 1]
    assert listed == [{name: story[name] for name in names}]


def test_every_address_and_parameter_stands_on_the_page():
    endpoints = (*OF_STORIES, *OF_CLAIMS)
    places = [path_of(one.route).replace("{", "<").replace("}", ">") for one in endpoints]
    assert [place for place in places if f"`{place}`" not in PAGE] == []
    assert [
        one.name for endpoint in endpoints for one in endpoint.params if f"`{one.name}`" not in PAGE
    ] == []
