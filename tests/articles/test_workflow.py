"""The verbs of a story."""

from datetime import timedelta

import pytest

from articles.models import Edition, Story
from articles.workflow import expire, hold, only_here, publish, release, schedule, update, withdraw
from claims.assessing import assess, judge
from newsroom.lib import clock
from newsroom.lib.refusals import Refused
from tests.factories import a_document, a_release, a_source, a_story, an_image

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(at):
    claim = a_release(key="c-window")
    judge(claim, "rumoured", evidence=[a_document()])
    return claim


def numbers(article):
    return [(row.number, row.is_live()) for row in article.editions.uncancelled().order_by("live_from")]


def test_publishing_copies_the_article_and_leaves_the_desk_free(claim, at, alice):
    article = a_story(claims=[claim], leads=[claim])
    edition = publish(article, by=alice)
    article.headline = "Not yet"
    article.save()
    article.lead_claims.clear()
    edition.refresh_from_db()
    assert edition.headline == "Season 2 date"
    assert [row.key for row in edition.claims.all()] == ["c-window"]
    assert [row.key for row in edition.lead_claims.all()] == ["c-window"]
    assert [author.slug for author in edition.authors] == ["alice-han"]
    assert claim.assessments.live().get().live_from == edition.live_from


def test_editions_are_numbered_in_the_order_of_going_live(claim, at, alice):
    article = a_story()
    first = schedule(article, at=clock.now() + timedelta(hours=1), by=alice)
    at.forward(hours=2)
    second = update(article, by=alice, note="More.")
    assert numbers(article) == [(1, False), (2, True)]
    assert second.published_at == first.live_from


def test_an_hour_that_has_passed_is_refused(claim, alice):
    with pytest.raises(
        Refused, match="1 Mar 2026, 11:00 UTC has passed: choose a later hour, or publish now"
    ):
        schedule(a_story(), at=clock.now() - timedelta(hours=1), by=alice)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"headline": ""}, "The story has no headline."),
        ({"body": "<p> </p>"}, "The story has no body."),
        (
            {"body": '<p><span data-claim="c-none">x</span></p>'},
            "The text marks a claim “c-none” that does not exist",
        ),
    ],
)
def test_a_story_without_its_least_is_refused(claim, alice, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        publish(a_story(**fields), by=alice)
    assert not Edition.objects.exists()


def test_every_fault_is_said_at_once(claim, alice):
    article = a_story(headline="", body="")
    article.shows.clear()
    with pytest.raises(Refused) as refusal:
        publish(article, by=alice)
    assert len(refusal.value.messages) == 3


def test_a_picture_needs_alt_text_or_to_be_decorative(claim, alice):
    image = an_image(alt="")
    with pytest.raises(Refused, match="no alt text"):
        publish(a_story(image=image), by=alice)
    image.is_decorative = True
    image.save()
    assert publish(a_story("decorated", image=image), by=alice)


def test_nothing_goes_live_under_embargo(claim, alice):
    article = a_story(embargo_until=clock.now() + timedelta(hours=2))
    with pytest.raises(Refused, match="under embargo until 1 Mar 2026, 14:00 UTC"):
        publish(article, by=alice)
    assert schedule(article, at=article.embargo_until, by=alice)


def test_a_claim_without_its_evidence_holds_the_story_back(at, alice):
    claim = a_release(key="c-window")
    article = a_story(claims=[claim])
    with pytest.raises(Refused, match="has no level yet: judge it first"):
        publish(article, by=alice)
    judge(claim, "official", evidence=[a_document()])
    with pytest.raises(Refused, match="“Official” needs"):
        publish(article, by=alice)
    assert not Edition.objects.exists() and not claim.assessments.exists()


def test_an_address_that_another_story_had_is_refused(claim, at, alice):
    article = a_story("first-address")
    publish(article, by=alice)
    article.slug = "second-address"
    article.save()
    publish(article, by=alice)
    with pytest.raises(Refused, match="“first-address” belongs to another story"):
        publish(a_story("first-address"), by=alice)


def test_a_held_edition_waits_and_its_claims_with_it(claim, at, alice):
    article = a_story(claims=[claim])
    edition = schedule(article, at=clock.now() + timedelta(hours=1), by=alice)
    held = hold(edition, by=alice)
    at.forward(hours=2)
    assert held.is_held and numbers(article) == [] and not claim.assessments.uncancelled().exists()
    released = release(held, by=alice)
    assert numbers(article) == [(1, True)] and claim.assessments.live().get().live_from == released.live_from
    with pytest.raises(Refused, match="another has taken its place"):
        release(held, by=alice)


def test_a_story_expires_at_its_hour_and_retracts_nothing(claim, at, alice):
    article = a_story(claims=[claim])
    publish(article, by=alice)
    expire(article, by=alice, at=clock.now() + timedelta(hours=1))
    at.forward(hours=1)
    assert not article.editions.live().exists() and claim.assessments.live().exists()


def test_an_update_takes_over_the_hour_at_which_its_story_expires(claim, at, alice):
    article = a_story()
    publish(article, by=alice)
    hour = clock.now() + timedelta(hours=5)
    expire(article, by=alice, at=hour)
    at.forward(hours=1)
    assert update(article, by=alice, note="More.").live_until == hour


def test_withdrawing_says_why_and_calls_off_what_was_to_come(claim, at, alice):
    article = a_story(claims=[claim])
    with pytest.raises(Refused, match="never live"):
        withdraw(article, by=alice, note="Wrong.")
    publish(article, by=alice)
    at.forward(hours=1)
    schedule(article, at=clock.now() + timedelta(hours=1), by=alice)
    with pytest.raises(Refused, match="why the story is withdrawn"):
        withdraw(article, by=alice, note="")
    withdraw(article, by=alice, note="It was wrong.")
    assert not article.editions.been_live(clock.now() + timedelta(days=1)).exists()
    with pytest.raises(Refused, match="was withdrawn"):
        publish(article, by=alice)
    with pytest.raises(Refused, match="was withdrawn on 1 Mar 2026, 13:00 UTC already"):
        withdraw(article, by=alice, note="Again.")


def test_the_form_of_withdrawal_names_the_claims_that_nothing_else_rests_on(claim, at, alice):
    other = a_release(key="c-part", part="Volume 1")
    assess(other, "official", by=alice, evidence=[a_source()])
    article = a_story(claims=[claim, other])
    publish(article, by=alice)
    publish(a_story("second", claims=[other]), by=alice)
    assert only_here(article) == [claim]


def test_publishing_copies_every_field_that_article_and_edition_share():
    shared = {field.name for field in Story._meta.get_fields()} - {"kicker_slug"}
    assert shared == {*Story.COLUMNS, *Story.LINKS}


def test_a_failure_inside_publish_leaves_everything_as_it_was(claim, alice, monkeypatch):
    article = a_story(claims=[claim])
    monkeypatch.setattr("articles.workflow._plan", lambda claims, by: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(article, by=alice)
    assert not Edition.objects.exists() and not claim.assessments.exists()
