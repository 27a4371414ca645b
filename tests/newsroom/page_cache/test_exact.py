"""A page from memory is, at every moment and whatever the desk does, the page that Django would make at that moment."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from hypothesis import given, settings

from articles.models import Article
from claims.models import Claim
from newsroom.lib import clock
from newsroom.management.commands.public_urls import listed
from newsroom.page_cache.boundary import next_boundary
from tests.histories import UNHURRIED, a_desk, histories, played
from tests.newsroom.page_cache.kiosk import asked, kiosk

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


@settings(max_examples=3, **UNHURRIED)
@given(history=histories(min_size=10, max_size=16))
def test_whatever_the_desk_does_readers_get_what_django_would_say(history):
    with a_desk() as desk:
        pages, django = kiosk(), WSGIHandler()
        for step, _ in enumerate(played(desk, history)):
            for address in addresses()[step % 3 :: 3]:
                assert asked(pages, address) == asked(kiosk(django), address), address
        desk.time.shift(timedelta(days=2))
        for address in addresses():
            assert asked(pages, address) == asked(kiosk(django), address), address


def test_between_two_boundaries_no_page_changes():
    """A page that reads of the clock what no boundary knows would be stale here."""
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=UTC), tick=False) as time:
        call_command("load_demo", verbosity=0)
        addresses = [one["example"] for one in listed() if one["example"] and "card" not in one["name"]]
        assert len(addresses) > 15
        began = rendered(addresses)
        time.move_to(next_boundary(clock.read()) - timedelta(microseconds=1))
        assert rendered(addresses) == began


def rendered(addresses):
    django = WSGIHandler()
    return {address: without_date(asked(django, address)) for address in addresses}


def without_date(answer):
    status, headers, body = answer
    return status, {name: value for name, value in headers.items() if name != "Date"}, body
