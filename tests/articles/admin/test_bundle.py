"""“Publish together”: two stories and a claim at one moment, all of them or none."""

import pytest

from articles.models import Edition
from claims.assessing import judge
from newsroom.lib import clock
from tests.articles.admin.posting import field, url
from tests.factories import a_release, a_season, a_source, a_story
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories(at):
    season = a_season()
    claim = held(a_release(season))
    judge(claim, "official", evidence=[a_source()])
    return [a_story("one", show=season.show), a_story("two", show=season.show)], claim


def send(client, articles, **typed):
    return client.post(url("bundle"), opened(client, articles) | typed, follow=True)


def opened(client, articles):
    """What the page holds as it is opened."""
    keys = [article.pk for article in articles]
    page = client.get(url("bundle"), {"story": keys})
    return {"story": keys} | {f"version-{key}": field(page, f"version-{key}") for key in keys}


def test_two_stories_and_a_claim_go_live_at_one_moment(editor, stories, at):
    articles, claim = stories
    page = words(editor.get(url("bundle"), {"story": [article.pk for article in articles]}))
    assert "comes out in late 2026. (official, rumoured now)" in page
    told = words(send(editor, articles, claims=claim.key, at="2026-03-02T09:00"))
    assert "2 stories and 1 claim go live at one moment: 2 Mar 2026, 09:00 UTC." in told
    assert not Edition.objects.live().exists() and claim.assessments.live().get().level == "rumoured"
    at.to("2026-03-02T09:00:00")
    rows = [*Edition.objects.live(), claim.assessments.live().get()]
    assert {row.live_from for row in rows} == {clock.now()} and len(rows) == 3


def test_one_fault_keeps_all_of_it_back(editor, stories):
    articles, claim = stories
    articles[1].headline = ""
    articles[1].save()
    told = words(send(editor, articles, claims=claim.key))
    assert "The story has no headline" in told
    assert not Edition.objects.exists() and claim.assessments.live().get().level == "rumoured"


def test_a_live_story_among_them_asks_for_its_note(editor, stories, at):
    articles, _ = stories
    on_sale("three", show=articles[0].shows.get())
    live = Edition.objects.get().article
    at.forward(hours=1)
    assert "This field is required." in words(send(editor, [articles[0], live]))
    assert Edition.objects.count() == 1
    send(editor, [articles[0], live], **{f"note-{live.pk}": "It says more."})
    assert {(row.slug, row.live_from) for row in Edition.objects.live()} == {
        ("one", clock.now()),
        ("three", clock.now()),
    }


def test_the_list_leads_there(editor, stories):
    articles, _ = stories
    ticked = {"action": "publish_together", "_selected_action": [article.pk for article in articles]}
    page = editor.post(url("changelist"), ticked, follow=True)
    assert "These go live at one moment" in words(page)


def test_a_writer_has_no_such_action_and_is_told_so(writer, stories):
    articles, _ = stories
    assert "Publish together" not in words(writer.get(url("changelist")))
    assert "an editor’s to do" in words(send(writer, articles))
    assert not Edition.objects.exists()


def test_forged_stories_do_nothing(editor, stories):
    assert "No story is chosen" in words(editor.post(url("bundle"), {"story": ["x", "99999999999999999999"]}))


def test_a_story_that_was_edited_meanwhile_is_taken_out_and_the_others_are_offered(editor, stories):
    articles, _ = stories
    data = opened(editor, articles)
    articles[1].headline = "Somebody else’s words"
    articles[1].save()
    page = editor.post(url("bundle"), data)
    assert "“Somebody else’s words” was changed after you had opened this page" in words(page)
    assert not Edition.objects.exists()
    kept = {"story": [articles[0].pk], f"version-{articles[0].pk}": field(page, f"version-{articles[0].pk}")}
    editor.post(url("bundle"), kept)
    assert [row.slug for row in Edition.objects.live()] == ["one"]


def test_what_comes_without_the_version_that_was_seen_publishes_nothing(editor, stories):
    articles, _ = stories
    editor.post(url("bundle"), {"story": [article.pk for article in articles]})
    assert not Edition.objects.exists()
