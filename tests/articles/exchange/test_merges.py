"""After a merge: every old address leads on, the site is sound, and out and in again it is the same."""

from collections import namedtuple

import pytest
from django.core.management import call_command

from articles.workflow import publish
from claims import due
from claims.assessing import assess
from claims.merging import merge
from claims.models import Claim
from claims.outcomes import mark
from newsroom import integrity
from newsroom.lib import clock
from tests import factories as make
from tests.articles.exchange.walking import addresses, pages
from tests.articles.exchange.worlds import there_and_back
from tests.newsstand import held

pytestmark = pytest.mark.django_db
# `moved`: old addresses and where they lead; `conflicts`: the claims that stand side by side from then on.
Merge = namedtuple("Merge", ["duplicate", "survivor", "moved", "conflicts"])


def two_people():
    """Park Solomon is Lomon, who was announced twice for one season."""
    season = make.a_season()
    lomon, park = make.a_person("lomon"), make.a_person("park-solomon")
    held(make.a_casting(lomon, season, key="c-lomon"))
    held(make.a_casting(park, season, change="new", character="Lee Su-hyeok", key="c-park"))
    moved = {"/people/park-solomon/": "/people/lomon/"}
    return Merge(park, lomon, moved, [["c-lomon", "c-park"]])


def two_shows():
    """Here a date took the place of a window; there a third date was told."""
    show, twin = make.a_show(), make.a_show("now-at-our-school")
    season, same = make.a_season(show, 2), make.a_season(twin, 2)
    window = held(make.a_release(season, key="c-window"))
    held(make.a_release(season, "2026-11", "2026-11", key="c-date", supersedes=window), "official")
    held(make.a_release(same, "2027-01", "2027-01", key="c-third"), "reported")
    here, there = "/shows/all-of-us-are-dead/", "/shows/now-at-our-school/"
    moved = {there: here, f"{there}season-2/": f"{here}season-2/", f"{there}cast/": f"{here}cast/"}
    return Merge(twin, show, moved, [["c-date", "c-third"]])


def two_seasons():
    season = make.a_season()
    twin = make.a_season(season.show, 20)
    held(make.a_release(season, key="c-here"))
    held(make.a_milestone(twin, "cancellation", key="c-cancelled"))
    held(make.a_milestone(season, "renewal", key="c-renewed"))
    held(make.a_release(twin, "2027-01", "2027-01", key="c-there"), "reported")
    moved = {"/shows/all-of-us-are-dead/season-20/": "/shows/all-of-us-are-dead/season-2/"}
    return Merge(twin, season, moved, [["c-cancelled", "c-renewed"], ["c-here", "c-there"]])


def two_outlets():
    """What was confirmed on two words rests on one."""
    deadline, line = make.a_source("deadline", "trade"), make.a_source("deadline-line", "press")
    assess(make.a_release(key="c-two"), "confirmed", by=make.a_user(), evidence=[deadline, line])
    return Merge(line.outlet, deadline.outlet, {}, [])


def two_sources():
    """The one that goes knew the day, the one that stays the address."""
    told = make.a_source(url="", published_on="2026-01-07", archive_url="https://archive.example/1")
    kept = make.a_source(published_on="")
    assess(make.a_release(key="c-told"), "reported", by=make.a_user(), evidence=[told])
    return Merge(told, kept, {}, [])


def two_claims():
    """The duplicate had superseded a window that stands again without it, and its outcome was known."""
    season = make.a_season()
    window = held(make.a_release(season, key="c-window"), "rumoured")
    twin = held(make.a_release(season, "2026-02", "2026-02", key="c-twin", supersedes=window), "official")
    kept = make.a_release(season, "2026-02", "2026-02", key="c-kept")
    kept.beside.add(twin)
    held(kept, "reported")
    mark(twin, "true", on=twin.latest, by=make.a_user())
    return Merge(twin, kept, {"/claims/c-twin/": "/claims/c-kept/"}, [["c-kept", "c-window"]])


CASES = [two_people, two_shows, two_seasons, two_outlets, two_sources, two_claims]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_a_merge_leaves_no_loose_ends(case, at, client, alice, tmp_path, settings):
    merged = case()
    publish(make.a_story(claims=list(Claim.objects.live())), by=alice)
    at.forward(hours=1)
    assert [client.get(url).status_code for url in merged.moved] == [200] * len(merged.moved)
    merge(merged.duplicate, into=merged.survivor, by=alice)
    at.forward(hours=1)
    assert {url: client.get(url).headers.get("Location") for url in merged.moved} == merged.moved
    groups = due.conflicts(clock.now()).rows
    assert sorted(sorted(claim.key for claim in group) for group in groups) == merged.conflicts
    assert list(integrity.faults()) == []
    asked = [*addresses(), *merged.moved]
    was = pages(client, asked)
    first, second = there_and_back(tmp_path, settings)
    assert first.decode() == second.decode()
    now = pages(client, asked)
    assert [address for address in asked if now[address] != was[address]] == []
    call_command("verify", verbosity=0)


def test_what_was_confirmed_before_two_outlets_were_one_says_so_in_the_file(at, alice, tmp_path, settings):
    merged = two_outlets()
    merge(merged.duplicate, into=merged.survivor, by=alice)
    first, _ = there_and_back(tmp_path, settings)
    assert b'"gate_met_then": true' in first
    assert [claim.key for claim in due.not_carried(clock.now()).rows] == ["c-two"]
