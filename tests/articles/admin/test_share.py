"""Links to a preview: made, told once, listed, revoked."""

import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session

from articles import workflow
from articles.models import PreviewLink
from tests.articles.admin.posting import do, url
from tests.factories import a_story
from tests.newsstand import words

pytestmark = pytest.mark.django_db


def the_link(page):
    return re.search(r'value="http[^"]+?(/preview/[\w-]{43}/)"', page.content.decode())[1]


def test_a_link_is_made_and_opens_the_story_for_anybody(editor, client, at):
    article = a_story(headline="Not yet out")
    page = do(editor, "share", article, made_for="Ms Kim", hours="24")
    link = PreviewLink.objects.get()
    assert (link.article, link.made_by, link.made_for) == (article, editor.user, "Ms Kim")
    assert link.expires_at - link.made_at == timedelta(hours=24)
    assert "It works until 2 Mar 2026, 12:00 UTC." in words(page)
    assert "Not yet out" in words(client.get(the_link(page)))


def test_the_address_is_told_once_and_kept_nowhere(editor, at):
    article = a_story()
    token = the_link(do(editor, "share", article, hours="1")).split("/")[2]
    assert token not in editor.get(url("share", article)).content.decode()
    stored = [*PreviewLink.objects.values(), *LogEntry.objects.values()]
    stored += [session.get_decoded() for session in Session.objects.all()]
    assert token not in repr(stored)
    assert (
        "Share a preview: for somebody, until 1 Mar 2026, 13:00 UTC" in LogEntry.objects.get().change_message
    )


def test_a_link_is_revoked_even_where_somebody_saved_meanwhile(editor, client, at):
    article = a_story()
    address = the_link(do(editor, "share", article, made_for="Ms Kim", hours="24"))
    do(editor, "share", article, made_for="Mr Lee", hours="168")
    kim = PreviewLink.objects.get(made_for="Ms Kim")
    article.headline = "Saved meanwhile"
    article.save()
    page = editor.post(url("share", article), {"revoke": kim.pk}, follow=True)
    assert "The link for Ms Kim is revoked" in words(page) and "Revoked 1 Mar 2026, 12:00 UTC" in words(page)
    assert client.get(address).status_code == 404
    assert [link.made_for for link in PreviewLink.objects.open()] == ["Mr Lee"]


@pytest.mark.parametrize("forged", ["0", "x", "", "9" * 40, "1 OR 1=1", "٣"])
def test_links_of_other_stories_are_left_alone(editor, at, forged):
    theirs = PreviewLink.objects.make(a_story("theirs"), by=editor.user)[0]
    for number in (forged, str(theirs.pk)):
        editor.post(
            url("share", a_story(f"mine-{len(number)}-{number[:1] == forged[:1]}")), {"revoke": number}
        )
    assert list(PreviewLink.objects.open()) == [theirs]


def test_a_writer_neither_makes_nor_revokes_one_of_what_is_with_the_editors(writer, editor, at):
    article = a_story(made_by=writer.user, state="in_review")
    link = PreviewLink.objects.make(article, by=editor.user)[0]
    for response in (
        writer.get(url("share", article)),
        writer.post(url("share", article), {"hours": "24"}),
        writer.post(url("share", article), {"revoke": link.pk}),
    ):
        assert response.status_code == 403 and "Writers share their own drafts" in words(response)
    assert list(PreviewLink.objects.open()) == [link]


def test_a_withdrawn_story_is_not_shared(editor, at):
    article = a_story()
    workflow.publish(article, by=editor.user)
    workflow.withdraw(article, by=editor.user, note="Wrong.")
    assert "withdrawn: write a new one" in words(do(editor, "share", article, hours="24"))
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("hours", ["0", "-1", "100000", "x"])
def test_no_link_lasts_longer_than_is_offered(editor, at, hours):
    do(editor, "share", a_story(), hours=hours)
    assert not PreviewLink.objects.exists()


def test_writers_share_their_own_drafts_and_no_others(writer, client, at):
    own = a_story("bobs-story", headline="Bob’s words", made_by=writer.user)
    assert "Bob’s words" in words(client.get(the_link(do(writer, "share", own, hours="24"))))
    assert writer.get(url("share", a_story("hers"))).status_code == 404
    assert PreviewLink.objects.count() == 1
