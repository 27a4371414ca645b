"""The verbs of a story: each says what will happen, does it, or says in words why not."""

from datetime import timedelta

import pytest

from articles import workflow
from articles.admin.review_verbs import Approve
from articles.admin.verbs import ON_THE_PAPER
from articles.models import Article, Edition
from claims.assessing import judge
from newsroom.lib import clock
from tests.articles.admin.posting import do, field, url
from tests.factories import a_release, a_source, a_story
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


def typed(at):
    return at.strftime("%Y-%m-%dT%H:%M")


def test_publish_now(editor, at):
    article = a_story("the-date", claims=[held(a_release())])
    page = words(editor.get(url("publish", article)))
    assert "goes live at once, for everybody, at /news/the-date/." in page
    assert "The story is not approved (draft): it goes out on your word alone." in page
    assert "Edition 1 is live since 1 Mar 2026, 12:00 UTC." in words(do(editor, "publish", article))
    assert Edition.objects.live().get().by == editor.user


def test_what_stands_in_the_way_is_told_first_and_nothing_is_kept(editor, at):
    claim = a_release()
    judge(claim, "official", evidence=[a_source("herald", "press")])
    article = a_story("the-date", claims=[claim])
    page = words(editor.get(url("publish", article)))
    assert "What stands in the way" in page and "“Official” needs a dated announcement" in page
    assert not Edition.objects.exists()
    assert "“Official” needs a dated announcement" in words(do(editor, "publish", article))
    assert not Edition.objects.exists()


def test_schedule(editor, at):
    article = a_story()
    assert "Edition 1 goes live at 2 Mar 2026, 09:00 UTC." in words(
        do(editor, "schedule", article, at="2026-03-02T09:00")
    )
    page = words(editor.get(url("change", article)))
    assert "With readers: Scheduled for 2 Mar 2026, 09:00 UTC." in page


@pytest.mark.parametrize(
    ("zone", "hour", "sentence"),
    [
        ("Etc/UTC", "2026-03-01T11:00", "1 Mar 2026, 11:00 UTC has passed; it is 1 Mar 2026, 12:00 UTC now."),
        ("Europe/London", "2026-03-29T01:30", "choose 02:30, or an earlier hour"),
        ("Europe/London", "2026-10-25T01:30", "say whether you mean the first (BST) or the second (GMT)"),
        ("Etc/UTC", "soon", "Give a day and an hour, as 2026-03-01 09:00."),
        ("Etc/UTC", "", "This field is required."),
    ],
)
def test_an_hour_that_can_not_be_is_told_with_a_way_on(editor, at, settings, zone, hour, sentence):
    settings.TIME_ZONE = zone
    response = do(editor, "schedule", a_story(), at=hour)
    assert sentence in words(response)
    assert field(response, "at") == hour
    assert not Edition.objects.exists()


def test_update_with_a_correction(editor, at):
    article = a_story(body="<p>Old.</p>")
    workflow.publish(article, by=editor.user)
    at.forward(hours=1)
    missing = words(do(editor, "update", article, note_kind="correction", note=" "))
    assert "This field is required." in missing
    told = do(
        editor, "update", article, note_kind="correction", note="It is May, not March.", substantive="on"
    )
    assert "Edition 2 goes live" in words(told)
    edition = Edition.objects.live().get()
    assert (edition.note_kind, edition.note, edition.is_substantive) == (
        "correction",
        "It is May, not March.",
        True,
    )


def test_move_hold_release_cancel(editor, at):
    article = a_story()
    hour = clock.now() + timedelta(hours=2)
    workflow.schedule(article, at=hour, by=editor.user)
    do(editor, "move", article, at=typed(hour + timedelta(hours=1)))
    assert Edition.objects.pending().get().live_from == hour + timedelta(hours=1)
    assert "Edition 1 is on hold." in words(do(editor, "hold", article))
    assert "With readers: On hold." in words(editor.get(url("change", article)))
    do(editor, "release", article, at=typed(hour))
    assert Edition.objects.pending().get().live_from == hour
    assert "Edition 1 is called off." in words(do(editor, "cancel", article))
    assert not Edition.objects.pending().exists()


def test_expire(editor, at, client):
    article = a_story("the-date")
    workflow.publish(article, by=editor.user)
    at.forward(minutes=1)
    do(editor, "expire", article)
    at.forward(minutes=1)
    assert client.get("/news/the-date/").status_code == 410


def test_withdraw_with_the_claims_that_rest_on_it_alone(editor, at, client):
    alone, shared = held(a_release()), held(a_release(part="Volume 2"))
    article = a_story("the-date", claims=[alone, shared])
    workflow.publish(article, by=editor.user)
    workflow.publish(a_story("other", claims=[shared]), by=editor.user)
    at.forward(hours=1)
    page = editor.get(url("withdraw", article)).content.decode()
    assert f'value="{alone.key}"' in page and "checked" in page and f'value="{shared.key}"' not in page
    assert "withdrawn, and 1 claim with it" in words(
        do(editor, "withdraw", article, note="It was wrong.", retract=alone.key)
    )
    alone.refresh_from_db(), shared.refresh_from_db()
    assert alone.retracted_at and not shared.retracted_at
    gone = client.get("/news/the-date/")
    assert (gone.status_code, "It was wrong." in words(gone)) == (410, True)


def test_a_managing_editor_redacts_an_edition(editor, manager, at, client):
    article = a_story("the-date")
    first = workflow.publish(article, by=editor.user)
    at.forward(hours=1)
    workflow.update(article, by=editor.user, note="Better.")
    at.forward(hours=1)
    assert editor.get(url("redact", article)).status_code == 403
    assert "Edition 1 is redacted." in words(
        do(manager, "redact", article, edition=first.pk, because="A court order.")
    )
    assert client.get("/news/the-date/editions/1/").status_code == 410


def test_submit_approve_and_back(editor, writer, at):
    article = a_story(made_by=writer.user)
    assert "submitted for review" in words(do(writer, "submit", article))
    assert "The story is in review" in words(writer.get(url("change", article)))
    do(editor, "approve", article)
    assert Article.objects.get().state == "approved"
    assert writer.get(url("reopen", article)).status_code == 403
    do(editor, "reopen", article)
    do(writer, "submit", article)
    do(writer, "reopen", article)
    assert Article.objects.get().state == "draft"


VERBS = [verb.name for verb in (Approve, *ON_THE_PAPER)]


@pytest.mark.parametrize("verb", VERBS)
def test_a_writer_is_refused_in_words(writer, at, verb):
    article = a_story(made_by=writer.user)
    forged = {"note": "x", "at": "2027-01-01T00:00"}
    for response in (writer.get(url(verb, article)), writer.post(url(verb, article), forged)):
        assert response.status_code == 403
        assert "editor’s to do" in words(response)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("verb", [*VERBS, "submit", "reopen"])
def test_a_writer_does_nothing_to_the_stories_of_others(writer, editor, at, verb):
    article = a_story("theirs", headline="Canary", made_by=editor.user, state="in_review")
    for response in (writer.get(url(verb, article)), writer.post(url(verb, article))):
        assert response.status_code in (403, 404) and "Canary" not in words(response)
    article.refresh_from_db()
    assert article.state == "in_review"


@pytest.mark.parametrize("verb", ["publish", "withdraw", "approve"])
def test_asking_changes_nothing_and_a_change_meanwhile_is_told(editor, at, verb):
    article = a_story()
    if verb == "withdraw":
        workflow.publish(article, by=editor.user)
        at.forward(hours=1)
    before = Edition.objects.count()
    page = editor.get(url(verb, article))
    Article.objects.filter(pk=article.pk).update(headline="Another")
    response = editor.post(url(verb, article), {"_version": field(page, "_version"), "note": "Typed."})
    assert "Somebody changed this while you were reading" in words(response)
    assert Edition.objects.count() == before
    if verb == "withdraw":
        assert "Typed." in response.content.decode()
