"""Draft, in review, approved, and back."""

import pytest

from articles import reviewing
from articles.models import Article
from newsroom.lib.refusals import Refused
from tests.factories import a_story

pytestmark = pytest.mark.django_db


def state():
    return Article.objects.get().state


def test_a_draft_is_submitted_approved_and_reopened():
    article = a_story()
    reviewing.submit(article)
    assert state() == "in_review"
    reviewing.approve(article)
    assert state() == "approved"
    reviewing.reopen(article)
    assert state() == "draft"


def test_what_was_done_by_another_meanwhile_is_refused():
    article, same = a_story(), Article.objects.get()
    reviewing.submit(article)
    with pytest.raises(Refused, match="Only a draft can be submitted"):
        reviewing.submit(same)
    reviewing.approve(article)
    with pytest.raises(Refused, match="approved already"):
        reviewing.approve(same)


def test_a_story_without_a_headline_is_not_submitted():
    with pytest.raises(Refused, match="headline"):
        reviewing.submit(a_story(headline=""))
