"""Programs elsewhere are told what is published: signed, under a key, in the API's words."""

import hashlib
import hmac
import json
import logging

import pytest

from articles import workflow
from claims.assessing import assess, retract
from newsroom.lib import clock
from newsroom.outbox.hooks import WebHooks
from newsroom.outbox.models import Dispatch, WebHook
from tests import factories as make
from tests.newsroom.outbox.listening import listening
from tests.newsroom.outbox.post_office import drained, states
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


@pytest.fixture
def ear(settings):
    settings.PRIVATE_WEBHOOKS = True
    with listening() as (url, told):
        hook = WebHook.objects.create(name="Carol’s", url=f"{url}/hook")
        yield hook, told


def events(told):
    return [json.loads(body) for _, _, body in told]


def test_a_story_is_told_in_the_apis_words(at, ear, client, alice):
    _, told = ear
    claim = held(make.a_release(key="c-window"))
    drained(WebHooks())
    told.clear()
    on_sale(claims=[claim], leads=[claim], headline="It comes in late 2026")
    drained(WebHooks())
    (event,) = events(told)
    as_api = client.get("/api/v1/articles/season-2-date/").json()
    story = event["story"]
    assert story == {name: as_api[name] for name in story if name != "note"} | {"note": None}
    assert (event["event"], story["edition"], story["level"]) == ("story.published", 1, "rumoured")
    assert event["at"] == "2026-03-01T12:00:00Z"


def test_it_is_signed_over_its_hour_and_words_and_carries_its_key(at, ear):
    hook, told = ear
    on_sale()
    drained(WebHooks())
    ((path, headers, body),) = told
    given = dict(part.split("=") for part in headers["Newsroom-Signature"].split(","))
    wanted = hmac.new(hook.secret.encode(), given["t"].encode() + b"." + body, hashlib.sha256).hexdigest()
    assert (path, given["v1"], int(given["t"])) == ("/hook", wanted, int(clock.now().timestamp()))
    assert headers["Idempotency-Key"] == Dispatch.objects.get().key == json.loads(body)["id"]
    assert hook.secret not in str(told)


def test_updates_levels_retractions_and_withdrawals_are_told(at, ear, alice):
    _, told = ear
    article, claim = on_sale(), held(make.a_release(key="c-window"))
    at.forward(minutes=1)
    drained(WebHooks())
    workflow.update(article, by=alice, note="One word more.")
    assess(claim, "official", by=alice, because="So.", evidence=[make.a_source()])
    at.forward(minutes=1)
    drained(WebHooks())
    retract(claim, by=alice, because="It was a joke.")
    workflow.withdraw(article, by=alice, note="It was wrong.")
    drained(WebHooks())
    found = events(told)
    names = ["story.published", "claim.assessed", "story.updated", "claim.assessed"]
    assert [one["event"] for one in found] == [*names, "claim.retracted", "story.withdrawn"]
    assert found[2]["story"]["note"] == {"kind": "update", "text": "One word more."}
    assert found[4]["claim"] == {
        "key": "c-window",
        "url": "https://news.example/claims/c-window/",
        "note": "It was a joke.",
    }
    assert found[5]["story"] == {
        "slug": "season-2-date",
        "url": "https://news.example/news/season-2-date/",
        "edition": 2,
        "note": "It was wrong.",
    }


def test_what_was_taken_back_before_it_was_told_is_not_told(at, ear, alice):
    _, told = ear
    article = on_sale(headline="A secret")
    at.forward(minutes=1)
    workflow.withdraw(article, by=alice, note="It was wrong.")
    drained(WebHooks())
    assert [one["event"] for one in events(told)] == ["story.withdrawn"]
    assert b"A secret" not in b"".join(body for *_, body in told)


def test_nothing_tells_what_is_scheduled(at, ear, alice):
    _, told = ear
    article = on_sale()
    article.headline = "Not yet"
    article.save()
    workflow.schedule(article, at=clock.now().replace(hour=18), by=alice, note="More to come.")
    drained(WebHooks())
    (event,) = events(told)
    assert "Not yet" not in str(event) and "18:00" not in str(event)


def test_a_webhook_is_told_what_it_asked_for(at, ear):
    _, told = ear
    WebHook.objects.update(tells_of_stories=False)
    on_sale(), held(make.a_release())
    drained(WebHooks())
    assert [one["event"] for one in events(told)] == ["claim.assessed"]
    WebHook.objects.update(is_active=False)
    on_sale("another")
    drained(WebHooks())
    assert len(told) == 1


@pytest.mark.parametrize(
    ("status", "state"), [(500, "waiting"), (302, "waiting"), (404, "waiting"), (410, "given_up")]
)
def test_what_is_no_yes_is_tried_again_and_a_410_is_not(at, settings, caplog, status, state):
    caplog.set_level(logging.CRITICAL)
    settings.PRIVATE_WEBHOOKS = True
    with listening(status) as (url, _):
        hook = WebHook.objects.create(name="Carol’s", url=url)
        on_sale()
        drained(WebHooks())
    assert states() == [(hook.key, state, 1)]
    assert str(status) in Dispatch.objects.get().said


def test_a_private_address_is_given_up_at_once(at, caplog):
    with listening() as (url, told):
        WebHook.objects.create(name="Carol’s", url=url)
        on_sale()
        drained(WebHooks())
    assert told == [] and Dispatch.objects.get().state == "given_up"
