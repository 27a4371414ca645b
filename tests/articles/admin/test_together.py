"""Verbs done to many stories: refusals told first, each row its own act, stale rows left alone, undo where it goes."""

import pytest
from django.contrib.admin.models import LogEntry

from articles import workflow
from articles.models import Article, Edition
from tests.articles.admin.posting import field, url
from tests.factories import a_season, a_show, a_story
from tests.newsstand import on_sale, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories(at):
    return [a_story(slug) for slug in ("one", "two", "three")]


def opened(client, verb, rows):
    keys = [row.pk for row in rows]
    page = client.get(url("together"), {"verb": verb, "row": keys})
    kept = [key for key in keys if field(page, f"version-{key}")]
    return page, {"verb": verb, "row": kept} | {
        f"version-{key}": field(page, f"version-{key}") for key in kept
    }


def done(client, verb, rows, **typed):
    return client.post(url("together"), opened(client, verb, rows)[1] | typed)


def states():
    return dict(Article.objects.order_by("slug").values_list("slug", "state"))


def test_the_list_leads_to_the_page_that_asks(editor, stories):
    data = {"action": "do_approve", "_selected_action": [row.pk for row in stories]}
    page = editor.post(url("changelist"), data, follow=True)
    assert "“Approve” will be done to 3" in words(page)
    assert set(states().values()) == {"draft"}


def test_a_writer_is_offered_what_is_theirs(writer, editor, stories):
    Article.objects.update(made_by=writer.user)
    offered = {
        who: words(client.get(url("changelist"))) for who, client in (("bob", writer), ("alice", editor))
    }
    assert "Submit for review… Set the kicker" in offered["bob"] and "Approve…" not in offered["bob"]
    assert "Approve…" in offered["alice"]
    assert "is an editor’s to do" in words(opened(writer, "approve", stories)[0])
    done(writer, "approve", stories)
    writer.post(url("together"), {"verb": "approve", "row": [row.pk for row in stories]})
    assert set(states().values()) == {"draft"}


def test_what_will_be_refused_is_told_first_and_the_rest_is_done(editor, stories):
    Article.objects.filter(slug="two").update(headline="")
    page, _ = opened(editor, "publish", stories)
    told = words(page)
    assert "“Publish now” will be done to 2" in told and "The story has no headline" in told
    told = words(done(editor, "publish", stories))
    assert "Done to 2 of 2" in told
    assert sorted(row.slug for row in Edition.objects.live()) == ["one", "three"]


def test_a_row_that_was_changed_meanwhile_is_left_alone(editor, stories):
    _, data = opened(editor, "approve", stories)
    Article.objects.filter(slug="two").update(standfirst="Somebody else’s")
    told = words(editor.post(url("together"), data))
    assert "Done to 2 of 3" in told and "Somebody changed this while you were reading" in told
    assert states() == {"one": "approved", "three": "approved", "two": "draft"}


def test_what_was_done_can_be_undone_where_it_can(editor, stories):
    page = done(editor, "approve", stories)
    keys = [row.pk for row in stories]
    data = {"verb": "reopen", "row": keys} | {f"version-{key}": field(page, f"version-{key}") for key in keys}
    assert "Undo: back to draft" in page.content.decode()
    assert "Done to 3 of 3" in words(editor.post(url("together"), data))
    assert set(states().values()) == {"draft"}


def test_many_are_scheduled_for_one_hour_and_called_off_again(editor, stories, at):
    page = done(editor, "schedule", stories, at="2026-03-02T09:00")
    assert "Done to 3 of 3" in words(page) and Edition.objects.pending().count() == 3
    assert "has passed" in words(done(editor, "schedule", [a_story("four")], at="2026-02-02T09:00"))
    done(editor, "cancel", stories)
    assert not Edition.objects.pending().exists()


def test_kicker_and_topic_are_set_on_the_desk_alone(editor, stories):
    live = Article.objects.get(slug="one")
    workflow.publish(live, by=editor.user)
    a_season(a_show("pachinko"))
    assert "Nothing in the catalogue has this address" in words(
        done(editor, "topic", stories, topic="nowhere")
    )
    assert "It is about Pachinko Season 2 too." in words(done(editor, "topic", stories, topic="pachinko/2"))
    assert "It is about Pachinko too." in words(done(editor, "topic", stories, topic="pachinko"))
    assert "The kicker is “Casting”" in words(done(editor, "kicker", stories, kicker="Casting"))
    told = [
        (row.kicker, row.kicker_slug, row.seasons.count(), row.shows.count()) for row in Article.objects.all()
    ]
    assert told == [("Casting", "casting", 1, 2)] * 3
    assert Edition.objects.get().kicker == ""


def test_a_writer_changes_no_story_of_others(writer, stories):
    mine = a_story("mine", made_by=writer.user)
    forged = {"verb": "kicker", "kicker": "Mine", "row": [row.pk for row in [*stories, mine]]}
    forged |= {f"version-{mine.pk}": opened(writer, "kicker", [mine])[1][f"version-{mine.pk}"]}
    told = words(writer.post(url("together"), forged))
    assert "Done to 1 of 1" in told  # the others are not even found
    assert list(Article.objects.exclude(kicker="").values_list("slug", flat=True)) == ["mine"]


def test_each_act_is_in_the_log(editor, stories):
    done(editor, "approve", stories)
    assert [entry.change_message for entry in LogEntry.objects.all()] == [
        "Approve, with others: The story is approved."
    ] * 3


def test_a_verb_that_is_not_offered_is_not_there(editor, stories):
    assert editor.get(url("together"), {"verb": "withdraw"}).status_code == 404
    assert editor.get(url("together"), {"verb": "approve", "row": ["x", "9" * 30]}).status_code == 200


def test_fifty_are_done_at_one_time(editor, stories):
    rows = [*stories, *(a_story(f"story-{number}") for number in range(50))]
    told = words(opened(editor, "approve", rows)[0])
    assert "“Approve” will be done to 50" in told and "At one time 50 are done" in told


def test_a_live_story_is_not_published_again(editor, at):
    live = on_sale("live")
    assert "The story is live: update it" in words(opened(editor, "publish", [live])[0])
