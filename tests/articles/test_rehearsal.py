"""A rehearsal tells what would refuse a publication, and keeps nothing."""

from datetime import timedelta

import pytest

from articles.models import Edition
from articles.rehearsal import faults
from claims.assessing import judge
from claims.models import Assessment
from newsroom.lib import clock
from tests.factories import a_release, a_source, a_story, a_user

pytestmark = pytest.mark.django_db


def test_what_would_go_through_has_no_faults_and_leaves_nothing(at):
    claim = a_release()
    judge(claim, "rumoured", evidence=[a_source()])
    assert faults(a_story(claims=[claim]), by=a_user()) == []
    assert not Edition.objects.exists() and not Assessment.objects.exists()


def test_an_embargo_is_not_a_fault_of_the_words(at):
    article = a_story(embargo_until=clock.now() + timedelta(days=1))
    assert faults(article, by=a_user()) == []


def test_the_gate_is_asked_too(at):
    claim = a_release()
    judge(claim, "reported")
    told = faults(a_story(claims=[claim]), by=a_user())
    assert len(told) == 1 and "“Reported” needs a named outlet" in told[0]
