"""“Do the words fit the claims?”: on the story's form, and as advice on the pages that publish."""

import re

import pytest

from articles import workflow
from articles.models import Edition
from tests.articles.admin.posting import do, url
from tests.factories import a_release, a_story
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db

WHY = "“RELEASE DATE” claims more than we hold: “All Of Us Are Dead Season 2 comes out in late 2026” is rumoured."
FITS = "They do: nothing claims more or less than its level."


def a_bold_story(**fields):
    return a_story(headline="Season 2 RELEASE DATE <b>", leads=[held(a_release(key="late-2026"))], **fields)


def test_the_form_shows_the_word_in_its_sentence_and_the_claim(editor, at):
    article = a_bold_story()
    page = editor.get(url("change", article)).content.decode()
    assert "Season 2 <mark>RELEASE DATE</mark> &lt;b&gt;" in page
    claim = article.lead_claims.get()
    panel = page[page.index("Do the words fit the claims?") :]
    link = re.search(r'<a href="([^"]+)">All Of Us Are Dead Season 2 comes out in late 2026.</a>', panel)
    assert editor.get(link[1], follow=True).redirect_chain[-1][0].endswith(f"/milestone/{claim.pk}/change/")
    assert "Claims too much. " + WHY in words(editor.get(url("change", article)))


def test_a_story_whose_words_fit_says_so_in_a_line(editor, at):
    page = words(editor.get(url("change", a_story())))
    assert f"Do the words fit the claims? {FITS}" in page
    assert "Do the words fit" not in words(editor.get(url("add")))


@pytest.mark.parametrize("verb", ["publish", "schedule", "update"])
def test_the_pages_that_make_an_edition_advise_and_stop_nothing(editor, at, verb):
    article = a_bold_story(body="<p>Words.</p>")
    if verb == "update":
        workflow.publish(article, by=editor.user)
        at.forward(hours=1)
    page = words(editor.get(url(verb, article)))
    assert WHY in page and "Advice: it stops nothing." in page and "What stands in the way" not in page
    typed = {"at": "2026-03-02T09:00"} if verb == "schedule" else {"note_kind": "update", "note": "New."}
    do(editor, verb, article, **typed)
    assert Edition.objects.count() == 1 + (verb == "update")


def test_other_verbs_and_hindered_ones_advise_nothing(editor, at):
    article = a_bold_story()
    workflow.publish(article, by=editor.user)
    for verb in ("publish", "expire", "withdraw"):
        assert "Do the words fit" not in words(editor.get(url(verb, article)))
