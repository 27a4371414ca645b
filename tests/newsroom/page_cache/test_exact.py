"""A page from memory is, at every moment and whatever the desk does, the page that Django would make at that moment."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from hypothesis import given, settings

from articles.models import Article, Edition
from claims.models import Claim
from newsroom.lib import clock
from newsroom.management.commands.public_urls import listed
from newsroom.page_cache.boundary import next_boundary
from newsroom.page_cache.models import Generation
from tests.histories import UNHURRIED, a_desk, histories, played
from tests.newsroom.page_cache.kiosk import Looks, asked, kiosk

pytestmark = pytest.mark.django_db
PAGES = [
    "/",
    "/news/",
    "/news/feed.rss",
    "/shows/all-of-us-are-dead/season-2/",
    "/corrections/",
    "/scoreboard/",
]


def addresses():
    claims = [claim.get_absolute_url() for claim in Claim.objects.order_by("pk")[:3]]
    stories = [f"/news/{article.slug}/" for article in Article.objects.order_by("pk")[:3]]
    return [*PAGES, *claims, *stories, "/news/?min=reported", "/api/v1/claims/"]


@settings(max_examples=8, **UNHURRIED)
@given(history=histories(min_size=15, max_size=25))
def test_whatever_the_desk_does_readers_get_what_django_would_say(history):
    with a_desk() as desk:
        pages, django = kiosk(), WSGIHandler()
        for _ in played(desk, history):
            for address in addresses():
                assert asked(pages, address) == asked(kiosk(django), address), address
        desk.time.shift(timedelta(days=2))
        for address in addresses():
            assert asked(pages, address) == asked(kiosk(django), address), address


def test_between_two_boundaries_no_page_changes():
    """A page that reads of the clock what no boundary knows would be stale here."""
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC), tick=False) as time:
        call_command("load_demo", verbosity=0)
        addresses = [one["example"] for one in listed() if one["example"]]
        assert len(addresses) > 15
        turns = 0
        while turns < 6:
            began = rendered(addresses)
            boundary = next_boundary(clock.read())
            time.move_to(boundary - timedelta(microseconds=1))
            assert rendered(addresses) == began
            time.move_to(boundary)
            turns += 1


def rendered(addresses):
    django = WSGIHandler()
    return {address: without_date(asked(django, address)) for address in addresses}


def without_date(answer):
    status, headers, body = answer
    return status, {name: value for name, value in headers.items() if name != "Date"}, body


def test_a_draft_moves_nothing_and_every_public_act_does(at, alice):
    from tests import factories as make

    looks = Looks()
    article = make.a_story("a-draft")

    def moves(act):
        before = looks.current()
        act()
        return looks.current().generation != before.generation

    def draft():
        article.headline = "Another headline"
        article.save()
        article.people.add(make.a_person("somebody"))

    assert not moves(draft)
    from articles.workflow import publish, withdraw

    assert moves(lambda: publish(article, by=alice))
    assert moves(lambda: article.people.get().save())
    assert moves(lambda: Article.objects.filter(pk=article.pk).update(withdrawal_note="It was wrong."))
    assert moves(lambda: withdraw(article, by=alice, note="It was wrong indeed."))
    assert Generation.objects.count() == 1 and Edition.objects.count() == 1


def test_a_lost_row_of_the_generation_is_made_again(at, alice):
    from articles.workflow import publish
    from tests import factories as make

    looks = Looks()
    before = looks.current()
    Generation.objects.all().delete()
    publish(make.a_story("a-story"), by=alice)
    assert looks.current() is not before and Generation.objects.count() == 1
