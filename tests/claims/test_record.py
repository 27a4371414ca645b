import pytest

from claims import record
from claims.assessing import assess, restate, retract, supersede
from claims.models import Claim
from newsroom.lib import clock
from tests.factories import a_release, a_season, a_source, a_user
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def whole():
    return record.read(Claim.objects.all(), clock.now())


def succeed(old, as_said, **fields):
    new = a_release(as_said=as_said)
    supersede(
        old, new, "rumoured", by=a_user(), because="it moved", evidence=[a_source("press", "press")], **fields
    )
    return new


def test_only_changes_of_level_or_value_are_changes(at):
    claim = held(a_release(a_season()))
    at.forward(days=1)
    assess(claim, "rumoured", by=a_user(), because="checked again", evidence=[a_source()])
    restate(claim, "It is due late in 2026.", by=a_user())
    at.forward(days=1)
    assess(claim, "official", by=a_user(), because="announced", evidence=[a_source()])
    found = [(change.before and change.before.level, change.held.level) for change in whole().changes]
    assert found == [("rumoured", "official"), (None, "rumoured")]


def test_a_new_value_names_what_it_takes_the_place_of(at):
    old = held(a_release(a_season()))
    at.forward(days=1)
    new = succeed(old, "in spring 2027")
    held_now = whole()
    assert held_now.standing == [new]
    assert [(change.claim, change.instead_of) for change in held_now.changes] == [(new, old), (old, None)]


def test_what_was_taken_back_in_between_is_passed_over(at):
    first = held(a_release(a_season()))
    at.forward(days=1)
    second = succeed(first, "in spring 2027")
    at.forward(days=1)
    third = succeed(second, "in summer 2027")
    retract(second, by=a_user(), because="nobody said so")
    assert whole().gone == {first: third}


def test_what_is_still_to_come_supersedes_nothing(at):
    old = held(a_release(a_season()))
    succeed(old, "in spring 2027", at=at.forward(days=0).replace(hour=20))
    assert whole().standing == [old]
