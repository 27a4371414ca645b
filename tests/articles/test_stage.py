"""Where a story stands with its readers, in words."""

from datetime import timedelta

import pytest

from articles import workflow
from articles.models import Article
from articles.stage import stage_of
from newsroom.lib import clock
from tests.factories import a_story, a_user

pytestmark = pytest.mark.django_db


def words():
    return stage_of(Article.objects.get()).words


def test_a_story_goes_from_the_desk_to_its_readers_and_back(at):
    article, alice = a_story(), a_user()
    told = [words()]
    edition = workflow.schedule(article, at=clock.now() + timedelta(hours=2), by=alice)
    told.append(words())
    held = workflow.hold(edition, by=alice)
    told.append(words())
    workflow.release(held, by=alice)
    at.forward(hours=1)
    told.append(words())
    workflow.update(article, by=alice, note="News.", at=clock.now() + timedelta(hours=1))
    told.append(words())
    at.forward(hours=2)
    workflow.expire(article, by=alice, at=clock.now() + timedelta(hours=1))
    told.append(words())
    at.forward(hours=2)
    told.append(words())
    workflow.withdraw(article, by=alice, note="It was wrong.")
    assert [*told, words()] == [
        "Not published",
        "Scheduled for 1 Mar 2026, 14:00 UTC",
        "On hold",
        "Live",
        "Live, update due 1 Mar 2026, 14:00 UTC",
        "Live, until 1 Mar 2026, 16:00 UTC",
        "Expired",
        "Withdrawn",
    ]
