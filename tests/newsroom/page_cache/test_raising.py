"""Which writes make readers' pages anew."""

import pytest
from django.apps import apps
from django.core.management import call_command

from articles.models import Article
from articles.workflow import publish, withdraw
from newsroom.page_cache.models import Generation
from newsroom.page_cache.raising import DESK, PUBLIC, PUBLIC_COLUMNS
from tests import factories as make
from tests.newsroom.page_cache.kiosk import Looks

OURS = ("newsroom", "articles", "claims", "shows", "images")


def test_every_model_is_seen_by_readers_or_is_the_desks():
    ours = [m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith(OURS)]
    named = {model._meta.label for model in ours if not model._meta.proxy}
    assert named == set(PUBLIC) | set(PUBLIC_COLUMNS) | DESK


@pytest.fixture
def moves(at):
    looks = Looks()

    def moves(act):
        before = looks.current()
        act()
        return looks.current().generation != before.generation

    return moves


def test_a_draft_moves_nothing_and_every_public_act_does(moves, alice):
    article = make.a_story("a-draft")

    def draft():
        article.headline = "Another headline"
        article.save()
        article.people.add(make.a_person("somebody"))

    assert not moves(draft)
    assert moves(lambda: publish(article, by=alice))
    assert moves(lambda: article.people.get().save())
    assert moves(lambda: Article.objects.filter(pk=article.pk).update(withdrawal_note="It was wrong."))
    assert moves(lambda: withdraw(article, by=alice, note="It was wrong indeed."))
    assert not moves(lambda: None)
    assert moves(lambda: call_command("reindex", verbosity=0))


def test_a_lost_row_of_the_generation_is_made_again(moves, alice):
    publish(make.a_story("a-story"), by=alice)
    Generation.objects.all().delete()
    assert moves(lambda: publish(make.a_story("another"), by=alice))
    assert Generation.objects.count() == 1
