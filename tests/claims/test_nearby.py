"""The light record of some claims answers for them as the whole one does."""

import pytest

from claims import record
from claims.assessing import assess, retract, supersede
from claims.merging import merge
from claims.models import Claim
from claims.moves import changed_at
from claims.nearby import around
from newsroom.lib import clock
from tests.factories import (
    a_casting,
    a_detail,
    a_milestone,
    a_person,
    a_release,
    a_season,
    a_show,
    a_source,
    a_user,
)
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def instead_of(old, new, level="official"):
    supersede(old, new, level, by=a_user(), because="Said.", evidence=[a_source()])
    return new


def beside(old, new, level="rumoured"):
    new.beside.add(old)
    return held(new, level)


@pytest.fixture
def world(at):
    """Claims of one season that are related in every way, and some that have nothing to do with them."""
    season = a_season()
    window = held(a_release(season, key="c-window"))
    held(a_milestone(season, "release", key="c-none"), "official")
    guess = beside(window, a_release(season, "2027-01", "2027-01", "early 2027", key="c-guess"))
    at.forward(days=1)
    day = instead_of(window, a_release(season, "2026-11-06", "2026-11-06", precision="day", key="c-day"))
    at.forward(days=1)
    eve = instead_of(day, a_release(season, "2026-12-24", "2026-12-24", precision="day", key="c-eve"))
    held(a_release(season, "2027-02", "2027-02", part="Volume 2", key="c-part"))
    lomon, other = a_person(), a_person("other")
    part = held(a_casting(lomon, season, character="Su-hyeok", key="c-lomon"))
    instead_of(part, a_casting(other, season, character="Su-hyeok", key="c-other"))
    held(a_detail(season, key="c-plot"))
    held(a_milestone(season, "renewal", key="c-renewed"), "official")
    twin = beside(eve, a_release(season, "2027-01", "2027-01", "in January", key="c-twin"))
    assess(guess, "debunked", by=a_user(), because="Not so.", refuted_by=day)
    at.forward(days=1)
    merge(twin, into=eve, by=a_user())
    retract(held(a_milestone(season, "delay", key="c-delay")), by=a_user(), because="A joke.")
    held(a_release(a_season(a_show("third"), 1), key="c-third"))
    at.forward(days=1)


def told(known, claim):
    """What a record says of one claim."""
    found = {one.key: one for one in (*known.claims, *known.merged)}.get(claim.key)
    if found is None:
        return None
    sources = [one.source.key for one in found.held.evidence.all()] if found.live_assessments else []
    rows = [(row.level, row.said, row.live_from) for row in found.history]
    stands, names = found in known.standing, (found.person, found.platform, found.subject, found.merged_into)
    return known.heir(found), stands, rows, sources, names, changed_at(known, found), found.supersedes


def test_it_answers_as_the_whole_record_does(world):
    whole = record.read(Claim.objects.all(), clock.now())
    for claim in Claim.objects.all():
        assert told(around([claim.pk], clock.now()), claim) == told(whole, claim), claim.key


def test_what_has_nothing_to_do_with_it_is_left_alone(world):
    known = around([Claim.objects.get(key="c-lomon").pk], clock.now())
    assert [claim.key for claim in known.claims] == ["c-lomon", "c-other"]
    assert [claim.key for claim in around([Claim.objects.get(key="c-renewed").pk], clock.now()).claims] == [
        "c-renewed"
    ]


def test_it_reads_an_earlier_moment_too(world, at):
    then = clock.now().replace(day=1)
    window = Claim.objects.get(key="c-window")
    assert around([window.pk], then).heir(window) == window


def test_any_number_costs_the_same(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        around(Claim.objects.values_list("pk", flat=True), clock.now())
