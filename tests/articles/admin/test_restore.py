"""Bringing a version back as the draft: seen first, and nothing of what stood there is lost."""

import pytest

from articles import workflow
from articles.models import Article, Edition, FormerDraft
from newsroom.lib import timeline
from shows.models import Person
from tests.articles.admin.posting import do, field, url
from tests.factories import a_disclaimer, a_person, a_release, a_season, a_story, an_author, an_image
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db
NAMES = ("headline", "standfirst", "body", "kicker", "description", "image")
LINKS = ("shows", "seasons", "people", "lead_claims", "disclaimers")


def state(story):
    story = type(story).objects.get(pk=story.pk)
    links = [sorted(getattr(story, name).values_list("pk", flat=True)) for name in LINKS]
    return [
        *(getattr(story, name) for name in NAMES),
        *links,
        [line.author.slug for line in story.bylines.all()],
    ]


@pytest.fixture
def article(at, alice):
    """Live as it was, and wholly another on the desk."""
    claim, season = held(a_release(key="c-window")), a_season(number=3)
    article = a_story(
        "the-date", claims=[claim], leads=[claim], standfirst="Old.", kicker="Old", description="Old"
    )
    article.image = an_image("i-old", alt="Old")
    article.save()
    article.seasons.add(season)
    article.disclaimers.add(a_disclaimer())
    workflow.publish(article, by=alice)
    at.forward(days=1)
    for name in ("headline", "standfirst", "kicker", "description"):
        setattr(article, name, "New words")
    article.body, article.slug, article.state = "<p>New.</p>", "the-new-date", "approved"
    article.image = an_image("i-new", alt="New")
    article.save()
    for name in ("shows", "seasons", "lead_claims", "disclaimers"):
        getattr(article, name).clear()
    article.people.add(a_person())
    article.bylines.all().delete()
    article.bylines.create(author=an_author("bob-ashdown"))
    article.bylines.create(author=an_author(), position=1)
    return article


def test_the_page_shows_what_would_change_before_it_is_done(editor, article):
    before = state(article)
    page = editor.get(url("restore", article, version="1"))
    assert "<del>New words</del>" in page.content.decode() and "<ins>The date</ins>" in page.content.decode()
    assert "The story is approved: it becomes a draft again." in words(page)
    assert (state(article), FormerDraft.objects.count()) == (before, 0)


def test_all_that_the_edition_said_is_the_draft_again(editor, article):
    done = do(editor, "restore", article, version="1")
    assert "The draft is edition 1 again." in words(done)
    assert state(article) == state(Edition.objects.get())
    article.refresh_from_db()
    assert (article.state, article.slug) == ("draft", "the-new-date")
    assert Edition.objects.count() == 1


def test_what_the_draft_held_is_found_again_and_brought_back(editor, article):
    before = state(article)
    do(editor, "restore", article, version="1")
    former = FormerDraft.objects.get()
    assert (former.by, former.gave_way_to) == (editor.user, "edition 1")
    page = words(editor.get(url("compare", article, one=f"former-{former.pk}")))
    assert "New words" in page and "Bring back a former draft as the draft…" in page
    done = do(editor, "restore", article, version=f"former-{former.pk}")
    assert "The draft is a former draft again." in words(done)
    assert state(article) == before


def test_what_a_former_draft_named_and_is_no_more_is_left_out(editor, article):
    do(editor, "restore", article, version="1")
    gone, survivor = Person.objects.get(slug="lomon"), a_person("survivor")
    gone.merged_into = survivor
    gone.save()
    do(editor, "restore", article, version=f"former-{FormerDraft.objects.get().pk}")
    assert [person.slug for person in Article.objects.get().people.all()] == ["survivor"]


def test_a_change_meanwhile_is_told_and_nothing_done(editor, article):
    page = editor.get(url("restore", article))
    Article.objects.filter(pk=article.pk).update(headline="Another")
    response = editor.post(url("restore", article), {"_version": field(page, "_version"), "version": "1"})
    assert "Somebody changed this while you were reading" in words(response)
    assert (Article.objects.get().headline, FormerDraft.objects.count()) == ("Another", 0)


@pytest.mark.parametrize("forged", ["draft", "2", "off-1", "former-1", "", "x"])
def test_what_is_no_version_of_this_story_changes_nothing(editor, article, forged):
    other = a_story("other")
    FormerDraft.objects.create(pk=1, article=other, content={}, gave_way_to="edition 1", by=editor.user)
    before = state(article)
    do(editor, "restore", article, version=forged)
    assert state(article) == before


def test_a_redacted_edition_does_not_come_back(editor, manager, article):
    timeline.redact(Edition.objects.get(), by=manager.user, because="A court order.")
    assert "There is no other version of this story yet." in words(editor.get(url("restore", article)))
    do(editor, "restore", article, version="1")
    assert Article.objects.get().headline == "New words"


def test_what_says_the_same_is_not_brought_back(editor, at):
    article = a_story()
    workflow.publish(article, by=editor.user)
    assert "The draft says just that already" in words(do(editor, "restore", article, version="1"))
    assert not FormerDraft.objects.exists()


def test_a_withdrawn_story_stays_as_it_is(editor, article):
    workflow.withdraw(article, by=editor.user, note="Wrong.")
    assert "withdrawn: write a new one" in words(editor.get(url("restore", article)))


def test_a_writer_does_not_change_what_is_published(writer, article):
    Article.objects.update(made_by=writer.user)
    before = state(article)
    for response in (
        writer.get(url("restore", article)),
        writer.post(url("restore", article), {"version": "1"}),
    ):
        assert response.status_code == 403 and "ask an editor" in words(response)
    assert state(article) == before
