"""What is to be told stands and falls with the change: written with it, due with it, called off with it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction

from articles import workflow
from articles.models import Edition
from claims.assessing import assess, cancel, judge, move, release, restate, retract
from newsroom.lib import clock, timeline
from newsroom.lib.changes import Change
from tests import factories as make
from tests.articles.exchange.worlds import emptied
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def told():
    rows = Change.objects.order_by("due_at", "pk").values_list("model", "event", "due_at")
    return [(model.partition(".")[2], event, at - clock.now()) for model, event, at in rows]


def test_a_draft_and_a_judgement_write_nothing(at, alice):
    article = make.a_story()
    article.headline = "Another one"
    article.save()
    judge(make.a_release(), "rumoured", evidence=[make.a_source()])
    assert told() == []


def test_publishing_is_told_now_and_scheduling_at_its_hour(at, alice):
    claim = make.a_release()
    judge(claim, "rumoured", evidence=[make.a_source()])
    workflow.publish(make.a_story(claims=[claim]), by=alice)
    workflow.schedule(make.a_story("to-come"), at=clock.now() + HOUR, by=alice)
    now = timedelta(0)
    assert told() == [("edition", "live", now), ("assessment", "live", now), ("edition", "live", HOUR)]


def test_what_is_scheduled_moves_and_goes_with_its_edition(at, alice):
    edition = workflow.schedule(make.a_story(), at=clock.now() + HOUR, by=alice)
    moved = workflow.move(edition, clock.now() + 2 * HOUR, by=alice)
    assert told() == [("edition", "live", 2 * HOUR)]
    workflow.hold(moved, by=alice)
    assert told() == []
    again = workflow.release(Edition.objects.get(pk=moved.pk), by=alice, at=clock.now() + 3 * HOUR)
    assert told() == [("edition", "live", 3 * HOUR)]
    workflow.cancel(again, by=alice)
    assert told() == []


def test_a_scheduled_assessment_moves_and_goes_too(at, alice):
    claim = held(make.a_release())
    at.forward(minutes=1)
    Change.objects.all().delete()
    source = make.a_source()
    row = assess(claim, "official", by=alice, because="It said so.", at=clock.now() + HOUR, evidence=[source])
    row = move(row, clock.now() + 2 * HOUR, by=alice)
    assert told() == [("assessment", "live", 2 * HOUR)]
    cancel(row, by=alice)
    assert told() == []


def test_a_retraction_calls_off_what_was_to_come_and_is_told_itself(at, alice):
    claim = held(make.a_release())
    assess(claim, "official", by=alice, because="So.", at=clock.now() + HOUR, evidence=[make.a_source()])
    at.forward(minutes=1)
    retract(claim, by=alice, because="It was a joke.")
    retract(claim, by=alice, because="It was a joke, really.")
    assert told() == [
        ("assessment", "live", -timedelta(minutes=1)),
        ("assessment", "taken_back", timedelta(0)),
    ]


def test_what_was_never_shown_is_not_told_to_be_taken_back(at, alice):
    claim = make.a_release()
    judge(claim, "official", evidence=[make.a_source()])
    release(claim, by=alice, at=clock.now() + HOUR)
    retract(claim, by=alice, because="It was a joke.")
    assert told() == []


def test_withdrawing_and_redacting_are_told(at, alice):
    article = on_sale()
    at.forward(minutes=1)
    timeline.redact(article.editions.get(), by=alice, because="By order of a court.")
    workflow.withdraw(article, by=alice, note="It was wrong.")
    assert [event for _, event, _ in told()] == ["live", "redacted", "taken_back"]


def test_a_change_that_fails_leaves_nothing_to_tell(at, alice):
    def publish_and_fail():
        with transaction.atomic():
            held(make.a_release())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        publish_and_fail()
    assert told() == []


def test_a_mended_wording_is_a_change_of_the_paper(at, alice):
    claim = held(make.a_release())
    at.forward(minutes=1)
    restate(claim, "It comes out late in 2026.", by=alice)
    assert [event for _, event, _ in told()] == ["live", "live"]


def test_history_that_is_taken_in_announces_nothing_but_what_is_to_come(at, tmp_path, alice):
    held(make.a_release())
    on_sale("of-the-past")
    workflow.schedule(make.a_story("to-come"), at=clock.now() + timedelta(days=1), by=alice)
    file = tmp_path / "all.jsonl"
    call_command("export_news", file)
    emptied()
    Change.objects.all().delete()
    make.a_user("alice")
    call_command("import_news", file, verbosity=0)
    assert Edition.objects.count() == 2
    assert told() == [("edition", "live", timedelta(days=1))]
