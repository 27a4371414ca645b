"""What moved, on the desk: the list, the note that tells readers, the reason that dismisses."""

import pytest

from articles.models import Edition, Resolution
from claims.assessing import assess, retract
from tests.articles.admin.posting import do, url
from tests.factories import a_release, a_season, a_source, a_user
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db

MOVED = "release window, late 2026, from rumoured to official"


@pytest.fixture
def article(at):
    window = held(a_release(a_season()))
    on_sale("the-date", claims=[window])
    at.forward(hours=1)
    assess(window, "official", by=a_user(), because="Netflix says so.", evidence=[a_source()])
    return Edition.objects.get().article


def test_the_list_says_what_moved_and_for_whom_with_a_draft(editor, article):
    page = words(editor.get(url("ripple_tasks")))
    assert f"R{MOVED[1:]}" in page
    assert "Live stories that rest on it: 1." in page
    assert f"The date published 1 Mar 2026, 12:00 UTC Update: R{MOVED[1:]}. Netflix says so." in page


def test_an_empty_list_says_what_will_stand_there(editor, at):
    assert "Nothing is to be answered." in words(editor.get(url("ripple_tasks")))


def test_the_story_itself_says_that_something_moved(editor, article):
    assert "Something moved since readers got this" in words(editor.get(url("change", article)))


def test_telling_readers_publishes_the_drafted_note(editor, article):
    page = editor.get(url("tell", article))
    assert f"R{MOVED[1:]}. Netflix says so." in page.context["form"]["note"].value()
    done = do(editor, "tell", article, note="It is official.", note_kind="update")
    assert "Edition 2 is live since 1 Mar 2026, 13:00 UTC, with its note." in words(done)
    assert Edition.objects.live().get().note == "It is official."
    assert "Nothing has moved under this story" in words(editor.get(url("tell", article)))


def test_dismissing_asks_for_a_reason_and_keeps_it(editor, article):
    task = editor.get(url("dismiss", article)).context["form"]["tasks"].value()
    refused = do(editor, "dismiss", article, tasks=task, because="")
    assert "This field is required." in words(refused)
    do(editor, "dismiss", article, tasks=task, because="Nobody reads it.")
    assert [one.because for one in Resolution.objects.all()] == ["Nobody reads it."]
    assert "Nothing is to be answered." in words(editor.get(url("ripple_tasks")))


def test_a_note_waits_while_an_update_is_scheduled(editor, article, at):
    do(editor, "update", article, at="2026-03-02T09:00", note="Soon.", note_kind="update", substantive="on")
    assert "Edition 2 is scheduled for 2 Mar 2026, 09:00 UTC" in words(editor.get(url("tell", article)))
    assert editor.get(url("dismiss", article)).context["form"] is not None


def test_a_writer_is_told_who_does_it(writer, article):
    response = writer.get(url("ripple_tasks"))
    assert response.status_code == 403
    assert "an editor’s to do" in words(response)


def test_one_note_never_answers_what_its_writer_was_not_shown(editor, article, at):
    seen = editor.get(url("tell", article)).context["form"]["seen"].value()
    at.forward(hours=1)
    retract(article.editions.get().claims.get(), by=a_user(), because="Forged.")
    typed = {"note": "It is official.", "note_kind": "update"}
    assert "Something has moved since you looked" in words(do(editor, "tell", article, seen=seen, **typed))
    fresh = editor.get(url("tell", article)).context["form"]["seen"].value()
    assert "Edition 2 is live" in words(do(editor, "tell", article, seen=fresh, **typed))
