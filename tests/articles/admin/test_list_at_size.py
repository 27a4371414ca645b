"""The desk's pages cost the same queries however many stories there are, and the list is read by an index."""

import pytest
from django.db import connection
from django.urls import reverse

from articles.models import Article
from newsroom import populating
from tests.desk_people import change_url, desk_of
from tests.newsstand import queries

pytestmark = pytest.mark.django_db

STORIES = reverse("admin:articles_article_changelist")


def populate(count, **options):
    populating.populate(count, say=lambda line: None, **options)


def counted(desk, story):
    pages = [STORIES, f"{STORIES}?q=lanterns", f"{STORIES}?state__exact=approved", change_url(story)]
    for page in pages:
        queries(desk, page)
    return [queries(desk, page) for page in pages]


def test_the_list_and_the_form_take_as_many_queries_for_300_stories_as_for_60(at):
    desk = desk_of("mona")
    populate(60)
    story = Article.objects.order_by("made_at", "slug").first()
    few = counted(desk, story)
    populate(240, more=True)
    assert counted(desk, story) == few
    assert max(few) <= 60


def test_the_list_is_read_in_its_order_without_sorting(at):
    populate(300)
    plan = Article.objects.order_by("-changed_at", "slug")[:50].explain()
    if connection.vendor == "sqlite":
        assert "articles_article_changed" in plan and "TEMP B-TREE" not in plan
