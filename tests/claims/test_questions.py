"""Which claims answer one question, and which of them stands."""

import pytest

from claims import questions
from claims.assessing import assess, retract, supersede
from claims.models import Claim
from newsroom.lib.refusals import Refused
from tests.factories import (
    a_casting,
    a_milestone,
    a_person,
    a_platform,
    a_release,
    a_season,
    a_show,
    a_source,
)

pytestmark = pytest.mark.django_db


def keys(claims):
    return sorted(claim.key for claim in claims)


def held(season):
    return list(
        Claim.objects.about(season).live().with_held().select_related("supersedes").prefetch_related("beside")
    )


@pytest.fixture
def season(at):
    return a_season()


def rumoured(claim, alice, **fields):
    return assess(claim, "rumoured", by=alice, evidence=[a_source("somebody", "social")], **fields)


def official(claim, alice, **fields):
    return assess(claim, "official", by=alice, evidence=[a_source()], **fields)


def test_renewal_and_cancellation_are_one_question(season):
    renewed, cancelled = a_milestone(season), a_milestone(season, "cancellation")
    assert questions.are_rivals(renewed, cancelled)


def test_parts_platforms_and_seasons_are_questions_of_their_own(season):
    whole, volume = a_release(season), a_release(season, part="Volume 1")
    other = a_release(a_season(season.show, 3))
    platform = a_milestone(season, "platform", platform=a_platform())
    assert not any(questions.are_rivals(whole, one) for one in (volume, other, platform))


def test_a_casting_asks_who_and_if_named_whose_part(season):
    lomon, park = a_person(), a_person("park-ji-hu")
    one = a_casting(lomon, season, character="Lee Su-hyeok")
    recast = a_casting(park, season, character="lee su-hyeok")
    leaving = a_casting(lomon, season, change="departing")
    director = a_casting(lomon, season, job="director")
    assert questions.are_rivals(one, recast) and questions.are_rivals(one, leaving)
    assert not questions.are_rivals(one, director)


def test_trailers_details_and_no_date_announced_rival_nothing(season):
    none = a_release(season, precision="none", earliest="2026", latest="2026", as_said="")
    none.earliest = none.latest = None
    for claim in (a_milestone(season, "trailer"), none):
        assert questions.questions(claim) == set()


def test_a_second_live_claim_needs_a_word_on_the_first(season, alice):
    first, second = (
        a_release(season, key="c-late"),
        a_release(season, "2026-06", as_said="mid 2026", key="c-mid"),
    )
    rumoured(first, alice)
    with pytest.raises(Refused, match="say that it supersedes it, or that both stand beside each other"):
        rumoured(second, alice)
    second.beside.add(first)
    rumoured(second, alice)
    assert keys(questions.standing(held(season))) == ["c-late", "c-mid"]
    assert [keys(group) for group in questions.conflicts(held(season))] == [["c-late", "c-mid"]]


def test_what_supersedes_takes_with_it_what_stood_beside(season, alice):
    late, mid = a_release(season, key="c-late"), a_release(season, "2026-06", key="c-mid")
    rumoured(late, alice)
    mid.beside.add(late)
    rumoured(mid, alice)
    day = a_release(season, "2026-11-06", "2026-11-06", precision="day", key="c-day")
    supersede(late, day, "official", by=alice, evidence=[a_source()])
    assert keys(questions.standing(held(season))) == ["c-day"]
    retract(day, by=alice, because="The announcement was a fake.")
    assert keys(questions.standing(held(season))) == ["c-late", "c-mid"]


def test_a_debunked_successor_lets_its_predecessor_stand(season, at, alice):
    late, day = a_release(season, key="c-late"), a_release(season, "2026-11-06", "2026-11-06", key="c-day")
    rumoured(late, alice)
    supersede(late, day, "rumoured", by=alice, evidence=[a_source("somebody", "social")])
    at.forward(hours=1)
    assess(day, "debunked", by=alice, refuting_url="https://netflix.example/no")
    assert keys(questions.standing(held(season))) == ["c-late"]


def test_superseding_takes_an_equal_or_higher_level(season, alice):
    late, day = a_release(season, key="c-late"), a_release(season, "2026-11-06", "2026-11-06", key="c-day")
    official(late, alice)
    with pytest.raises(Refused, match="that takes an equal or higher level"):
        supersede(late, day, "rumoured", by=alice, evidence=[a_source("somebody", "social")])


def test_what_answers_another_question_supersedes_nothing(season, alice):
    late = a_release(season)
    film = a_release(a_season(a_show("a-film"), 1))
    with pytest.raises(Refused, match="does not answer the same question"):
        supersede(late, film, "rumoured", by=alice)
