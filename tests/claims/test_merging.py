"""Merging duplicates keeps every address, history and invariant."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from articles.models import Edition
from articles.workflow import publish, schedule
from claims import questions
from claims.assessing import assess, judge, retract
from claims.merging import falls_short_after, merge
from claims.models import Assessment, Claim
from newsroom.lib import clock
from newsroom.lib.refusals import Refused
from tests.factories import (
    a_casting,
    a_detail,
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


def test_a_merge_of_claims_knows_who_and_when(at, alice, mona):
    season = a_season()
    double, kept = a_detail(season, key="c-double"), a_detail(season, key="c-kept")
    merge(double, into=kept, by=mona)
    double.refresh_from_db()
    assert (double.merged_into, double.merged_by, double.merged_at) == (kept, mona, clock.now())


def test_what_superseded_the_duplicate_supersedes_the_one_that_stays(at, alice):
    season = a_season()
    kept, doubled = a_release(season, key="c-kept"), a_release(season, key="c-doubled")
    doubled.beside.add(kept)
    after = a_release(season, "2027-01", "2027-01", key="c-after", supersedes=doubled)
    for claim in (kept, doubled, after):
        assess(claim, "rumoured", by=alice, evidence=[a_document()])
    merge(doubled, into=kept, by=alice)
    after.refresh_from_db()
    assert after.supersedes == kept
    assert questions.standing(Claim.objects.with_held()) == [after]


def test_what_would_supersede_from_below_stands_beside(at, alice):
    season = a_season()
    kept, doubled = a_release(season, key="c-kept"), a_release(season, key="c-doubled")
    doubled.beside.add(kept)
    after = a_release(season, "2027-01", "2027-01", key="c-after", supersedes=doubled)
    assess(kept, "official", by=alice, evidence=[a_source()])
    for claim in (doubled, after):
        assess(claim, "rumoured", by=alice, evidence=[a_document()])
    merge(doubled, into=kept, by=alice)
    after.refresh_from_db()
    assert after.supersedes == doubled
    assert questions.are_beside(after, kept)


def refusals(duplicate, survivor, by):
    with pytest.raises(Refused) as refused:
        merge(duplicate, into=survivor, by=by)
    return " ".join(refused.value.messages)


def test_what_readers_know_is_not_merged_into_what_they_do_not(at, alice):
    season = a_season()
    known, draft = a_detail(season, key="c-known"), a_detail(season, key="c-draft")
    assess(known, "rumoured", by=alice, evidence=[a_document()])
    assert "is not with them: merge that into this" in refusals(known, draft, alice)
    later = a_detail(season, key="c-later")
    judge(later, "rumoured", evidence=[a_document()])
    schedule(a_story(claims=[later]), at=clock.now() + timedelta(days=2), by=alice)
    assert "A story that is to come cites" in refusals(later, known, alice)
    merge(draft, into=known, by=alice)


def test_what_was_retracted_or_superseded_by_it_is_no_survivor(at, alice):
    season = a_season()
    one, other = a_release(season, key="c-one"), a_release(season, key="c-other")
    other.supersedes = one
    other.save()
    assert "One supersedes the other" in refusals(one, other, alice)
    gone = a_detail(season, key="c-gone")
    assess(gone, "rumoured", by=alice, evidence=[a_document()])
    retract(gone, by=alice, because="It was a joke.")
    assert "was retracted: nothing can live on in it" in refusals(a_detail(season), gone, alice)


def test_sources_of_two_outlets_are_two_and_what_one_knew_is_kept(at, alice):
    kept = a_source(published_on="", url="")
    assert "merge the outlets first" in refusals(a_source("upi", "press"), kept, alice)
    told = a_source(published_on="2026-01-07", url="https://netflix.example/7")
    merge(told, into=kept, by=alice)
    kept.refresh_from_db()
    assert (kept.published_on, kept.url) == ("2026-01-07", "https://netflix.example/7")


def test_what_would_no_longer_carry_its_level_is_known_before_and_nothing_is_merged(at, alice):
    one, other = a_source("deadline", "trade"), a_source("deadline-line", "press")
    claim = a_release(key="c-two")
    assess(claim, "confirmed", by=alice, evidence=[one, other])
    assert falls_short_after(other.outlet, into=one.outlet) == [claim]
    assert [row.merged_into for row in (one.outlet, other.outlet)] == [None, None]
    assert falls_short_after(an_outlet("upi", "press"), into=one.outlet) == []


def test_only_a_merge_opens_what_stands_beside(at, alice):
    season = a_season()
    one, other = a_detail(season, key="c-one"), a_detail(season, key="c-other")
    assess(one, "rumoured", by=alice, evidence=[a_document()])
    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        one.beside.add(other)
