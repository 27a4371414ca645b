"""Merging duplicates keeps every address, history and invariant."""

import pytest

from articles.models import Edition
from articles.workflow import publish
from claims.assessing import assess
from claims.merging import merge
from claims.models import Assessment, Claim
from newsroom.lib.refusals import Refused
from tests.factories import (
    a_casting,
    a_document,
    a_person,
    a_release,
    a_season,
    a_show,
    a_source,
    a_story,
    an_outlet,
)

pytestmark = pytest.mark.django_db


def test_a_merged_persons_credits_and_stories_follow(at, alice):
    lomon, park = a_person("lomon"), a_person("park-solomon", name="Park Solomon", aliases=["박솔로몬"])
    claim = a_casting(park)
    assess(claim, "rumoured", by=alice, evidence=[a_document()])
    both, one = a_story("both"), a_story("one")
    both.people.set([lomon, park])
    one.people.set([park])
    publish(both, by=alice)
    publish(one, by=alice)
    merge(park, into=lomon, by=alice)
    lomon.refresh_from_db()
    claim.refresh_from_db()
    assert claim.person == lomon
    assert lomon.aliases == ["Park Solomon", "박솔로몬"]
    assert [list(e.people.all()) for e in Edition.objects.all()] == [[lomon], [lomon]]
    with pytest.raises(Refused, match="merged already"):
        merge(park, into=lomon, by=alice)


def test_merged_shows_share_their_seasons(at, alice):
    kept, doubled = a_show("all-of-us-are-dead"), a_show("aouad", title="AOUAD")
    second = a_season(kept, 2)
    same, third = a_season(doubled, 2), a_season(doubled, 3)
    claim = a_release(same)
    assess(claim, "rumoured", by=alice, evidence=[a_document()])
    publish(a_story(show=doubled), by=alice)
    merge(doubled, into=kept, by=alice)
    claim.refresh_from_db()
    third.refresh_from_db()
    assert (claim.show, claim.season, third.show) == (kept, second, kept)
    assert list(Edition.objects.get().shows.all()) == [kept]


def test_merged_sources_and_outlets_are_one_origin(at, alice):
    one, other = a_source("upi", "press"), a_source("united-press", "press")
    claim = a_release()
    row = assess(claim, "reported", by=alice, evidence=[one, other])
    merge(other.outlet, into=an_outlet("upi"), by=alice)
    other.refresh_from_db()
    assert other.outlet.slug == "upi"
    merge(other, into=one, by=alice)
    assert {evidence.source for evidence in row.evidence.all()} == {one}


def test_a_source_is_not_merged_with_what_it_repeats(at, alice):
    origin = a_source()
    with pytest.raises(Refused, match="One repeats the other"):
        merge(a_source("upi", "press", repeats=origin), into=origin, by=alice)


def test_a_merged_claim_ends_and_its_stories_follow_the_other(at, alice):
    season = a_season()
    kept, doubled = a_release(season, key="c-kept"), a_release(season, key="c-doubled")
    doubled.beside.add(kept)
    assess(kept, "official", by=alice, evidence=[a_source()])
    assess(doubled, "rumoured", by=alice, evidence=[a_document()])
    publish(a_story(claims=[doubled], leads=[doubled]), by=alice)
    before = at.forward(hours=1)
    at.forward(hours=1)
    merge(doubled, into=kept, by=alice)
    now = at.forward(hours=1)
    assert not Edition.objects.live(before).at_least("official", before).exists()
    assert Edition.objects.live().at_least("official", now).count() == 1
    assert Claim.objects.with_held(now).get(key="c-doubled").held.level == "official"
    assert Claim.objects.with_held(before).get(key="c-doubled").held.level == "rumoured"
    assert Assessment.objects.been_live().count() == 2


def test_claims_about_two_things_are_two_claims(at, alice):
    show = a_show()
    with pytest.raises(Refused, match="differ in kind or subject"):
        merge(a_release(a_season(show, 1)), into=a_release(a_season(show, 2)), by=alice)
