"""What a badge says, wherever it says it."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from claims import record
from claims.badges import badge_of
from claims.models import Claim
from newsroom.lib import clock
from tests.factories import a_release
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def badge(day):
    (claim,) = record.read(Claim.objects.all(), clock.now()).claims
    return badge_of(claim, day)


def test_its_words_are_its_level_and_the_day(at):
    held(a_release())
    assert badge(date(2026, 3, 15)).words == "rumoured, as of 1 March 2026"


def test_past_its_review_the_words_say_so(at):
    held(a_release())
    assert badge(date(2026, 3, 16)).words == "rumoured, as of 1 March 2026, not re-checked since 1 March 2026"


def test_it_says_what_it_is_about_but_no_spoiler(at):
    held(a_release(key="a-window"))
    held(a_release(key="b-finale", part="Finale", spoiler="major"))
    claims = record.read(Claim.objects.all(), clock.now()).claims
    assert [badge_of(claim, date(2026, 3, 1)).about for claim in claims] == [
        "All Of Us Are Dead Season 2 comes out in late 2026.",
        "",
    ]


def test_an_overdue_badge_shows_it(at):
    held(a_release())
    fresh, stale = (
        render_to_string("components/_badge.html", {"badge": badge(date(2026, 3, day))}) for day in (15, 16)
    )
    visible = (
        '<span class="badge-stale"><span class="badge-why">not re-checked since </span>1 March 2026</span>'
    )
    assert visible in stale
    assert "re-checked" not in fresh
