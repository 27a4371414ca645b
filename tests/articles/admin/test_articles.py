"""The story's form: what it keeps, what it asks, and whom it refuses."""

import pytest

from articles import workflow
from articles.models import Article
from tests.articles.admin.posting import field, form_of, url
from tests.factories import a_story, an_author
from tests.newsstand import queries, words

pytestmark = pytest.mark.django_db


def test_a_story_is_begun_and_changed(editor):
    response = editor.post(
        url("add"), form_of(editor, headline="Season 2 is coming", body="<p>It <b>is</b>.</p>")
    )
    article = Article.objects.get()
    assert response.status_code == 302
    assert (article.slug, article.body, article.made_by) == (
        "season-2-is-coming",
        "<p>It is.</p>",
        editor.user,
    )
    editor.post(url("change", article), form_of(editor, article, headline="Season 2 is here"))
    article.refresh_from_db()
    assert (article.headline, article.slug) == ("Season 2 is here", "season-2-is-coming")


def test_one_headline_gives_as_many_addresses_as_there_are_stories(editor):
    for _ in range(3):
        editor.post(url("add"), form_of(editor, headline="Season 2", slug="season-2"))
    assert sorted(Article.objects.values_list("slug", flat=True)) == ["season-2", "season-2-2", "season-2-3"]


def test_an_address_that_somebody_typed_must_be_free(editor):
    a_story("the-date")
    response = editor.post(url("add"), form_of(editor, headline="Another", slug="the-date"))
    assert "Another story has this address: choose another." in words(response)
    assert field(response, "headline") == "Another"


def test_a_headline_in_hangul_asks_for_an_address(editor):
    response = editor.post(url("add"), form_of(editor, headline="지금 우리 학교는"))
    assert "No address can be made of this headline, which has no Latin letters" in words(response)
    editor.post(url("add"), form_of(editor, headline="지금 우리 학교는", slug="all-of-us-are-dead"))
    assert Article.objects.get().slug == "all-of-us-are-dead"


def test_what_word_puts_into_the_text_is_taken_out(editor):
    word = '<p class="MsoNormal" style="margin:0"><o:p>Words</o:p><script>steal()</script><span lang="EN">!</span></p>'
    editor.post(url("add"), form_of(editor, headline="Pasted", body=word))
    assert Article.objects.get().body == "<p>Words!</p>"


def test_a_stale_save_is_refused_and_shows_both(editor, manager):
    article = a_story("the-date", body="<p>Old.</p>")
    hers, mine = form_of(manager, article, body="<p>Hers.</p>"), form_of(editor, article, body="<p>Mine.</p>")
    assert manager.post(url("change", article), hers).status_code == 302
    response = editor.post(url("change", article), mine)
    article.refresh_from_db()
    assert article.body == "<p>Hers.</p>"
    assert response.status_code == 409
    page = response.content.decode()
    assert "&lt;p&gt;Mine.&lt;/p&gt;" in page and "&lt;p&gt;Hers.&lt;/p&gt;" in page
    again = mine | {"_version": field(response, "_version")}
    assert editor.post(url("change", article), again).status_code == 302


def test_a_writer_sees_and_changes_their_own_drafts_alone(writer, editor):
    theirs = a_story("theirs", headline="Canary of Alice", made_by=editor.user)
    own = a_story("own", headline="Of Bob", made_by=writer.user)
    signed = a_story("signed", headline="Under Bob’s name")
    author = an_author("bob-ashdown")
    author.account = writer.user
    author.save()
    signed.bylines.create(author=author)
    page = words(writer.get(url("changelist")))
    assert "Of Bob" in page and "Under Bob’s name" in page and "Canary" not in page
    for secondary in ("change", "history", "delete"):
        response = writer.get(url(secondary, theirs))
        assert response.status_code in (302, 403) and "Canary" not in words(response), secondary
    told = words(writer.get(url("change", theirs)))
    assert "No story of yours is here." in told
    assert writer.post(url("change", own), form_of(writer, own, headline="Better")).status_code == 302


@pytest.mark.parametrize("state", ["in_review", "approved"])
def test_a_writer_who_saves_what_was_submitted_is_refused_in_words_and_keeps_them(writer, state):
    article = a_story(made_by=writer.user)
    typed = form_of(writer, article, body="<p>My new words.</p>")
    Article.objects.filter(pk=article.pk).update(state=state)
    response = writer.post(url("change", article), typed)
    assert response.status_code == 403
    assert "once it is a draft again, it is yours to change" in words(response)
    assert "My new words." in words(response)
    article.refresh_from_db()
    assert "My new words" not in article.body


def test_what_readers_saw_is_not_deleted(editor, at):
    shown, draft = a_story("shown"), a_story("draft")
    workflow.publish(shown, by=editor.user)
    assert editor.post(url("delete", shown), {"post": "yes"}).status_code == 403
    assert editor.post(url("delete", draft), {"post": "yes"}).status_code == 302
    ticked = {"action": "delete_selected", "_selected_action": [shown.pk], "post": "yes"}
    editor.post(url("changelist"), ticked)
    assert list(Article.objects.all()) == [shown]


def test_the_form_tells_where_the_story_stands_and_lists_its_editions(editor, at):
    article = a_story("the-date", headline="The date")
    workflow.publish(article, by=editor.user)
    at.forward(hours=1)
    workflow.update(article, by=editor.user, note="We were wrong.", note_kind="correction")
    at.forward(hours=1)
    page = editor.get(url("change", article))
    assert "With readers: Live." in words(page)
    assert "Correction: We were wrong." in words(page)
    assert "/news/the-date/editions/1/" in page.content.decode()


def test_a_list_of_stories_costs_the_same_for_one_and_for_three(editor):
    a_story("story-0")
    costs = [queries(editor, url("changelist"))]
    a_story("story-1"), a_story("story-2")
    costs.append(queries(editor, url("changelist")))
    assert costs[0] == costs[1] <= 11


def test_words_that_are_changed_after_approval_wait_for_review_again(editor, at):
    article = a_story(state="approved")
    page = editor.post(url("change", article), form_of(editor, article), follow=True)
    assert Article.objects.get().state == "approved" and "in review again" not in words(page)
    typed = form_of(editor, article, headline="Other words")
    page = editor.post(url("change", article), typed, follow=True)
    assert Article.objects.get().state == "in_review"
    assert "What had been approved were other words: the story is in review again." in words(page)
