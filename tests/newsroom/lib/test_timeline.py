"""What holds of every timeline row, whoever writes it and however."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from articles.models import Edition
from articles.workflow import cancel, expire, move, publish, schedule, update, withdraw
from claims.assessing import assess
from claims.models import Assessment, AssessmentEvidence, Claim
from newsroom.lib import timeline
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import FOREVER, redact
from tests.factories import a_release, a_source, a_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at, alice):
    """A live story that was updated once, and its claim."""
    claim = a_release(key="c-window")
    evidence = [{"source": a_source(), "quote": "In late 2026."}]
    assess(claim, "official", by=alice, because="Netflix said so.", evidence=evidence)
    article = a_story(claims=[claim], leads=[claim])
    publish(article, by=alice)
    at.forward(hours=1)
    article.headline = "Season 2 date moves"
    update(article, by=alice, note="The date moved.")
    at.forward(hours=1)
    return article


def refused(*args):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(*args)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE articles_edition SET headline = 'x'",
        "UPDATE articles_edition SET live_from = '2020-01-01 00:00:00+00:00'",
        "UPDATE articles_edition SET number = number + 10",
        "UPDATE articles_edition SET live_until = '2026-04-01 00:00:00+00:00' WHERE number = 1",
        "UPDATE articles_edition SET live_until = '2020-01-01 00:00:00+00:00' WHERE number = 2",
        "UPDATE articles_edition SET body = 'x', redacted_at = '2026-04-01 00:00:00+00:00'",
        "DELETE FROM articles_edition",
        "DELETE FROM articles_edition_shows",
        "DELETE FROM articles_edition_claims",
        "DELETE FROM articles_editionbyline",
        "UPDATE articles_editionbyline SET position = 7",
        "UPDATE claims_assessment SET level = 'rumoured'",
        "UPDATE claims_assessment SET claim_id = claim_id + 1",
        "DELETE FROM claims_assessment",
        "DELETE FROM claims_assessmentevidence",
        "UPDATE claims_assessmentevidence SET quote = 'x'",
        "UPDATE claims_claim SET as_said = 'early 2027'",
        "UPDATE claims_claim SET earliest = '2026-10-01'",
        "DELETE FROM claims_claim",
    ],
)
def test_what_was_published_can_not_be_changed_in_sql(world, sql):
    if connection.vendor == "sqlite":
        sql = sql.replace("+00:00'", "'")
    refused(sql)


def test_nor_in_the_orm_nor_in_bulk(world):
    edition = world.editions.get(number=2)
    edition.headline = "Another"
    for attempt in (
        edition.save,
        edition.delete,
        Edition.objects.all().delete,
        lambda: Edition.objects.bulk_update([edition], ["headline"]),
        lambda: Assessment.objects.update(level="rumoured"),
        lambda: edition.shows.clear(),
        lambda: Claim.objects.update(as_said="x"),
    ):
        with pytest.raises((IntegrityError, transaction.TransactionManagementError)), transaction.atomic():
            attempt()


def test_two_rows_never_hold_at_once(world, alice):
    live = world.editions.live().get()
    twin = live.twin()
    twin.number, twin.live_from, twin.live_until = 3, live.live_from + timedelta(minutes=1), FOREVER
    twin.made_at = live.made_at
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.bulk_create([twin])
    first = world.editions.get(number=1)
    first.live_until = live.live_from + timedelta(hours=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(update_fields=["live_until"])


def test_what_is_frozen_with_a_row_is_written_in_its_moment_or_never(world, at):
    at.forward(seconds=1)
    assessment = Assessment.objects.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        AssessmentEvidence.objects.create(assessment=assessment, source=a_source())


def test_an_address_belongs_to_one_story(world, at, alice):
    other = a_story("another")
    edition = publish(other, by=alice)
    twin = edition.twin()
    twin.slug, twin.number = world.slug, 2
    twin.live_from = twin.live_until = twin.made_at = edition.live_from
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()


def test_a_scheduled_row_is_hidden_until_its_hour(at, alice):
    article = a_story()
    edition = schedule(article, at=at.to("2026-03-01T12:00") + timedelta(hours=1), by=alice)
    assert list(article.editions.live()) == []
    at.to("2026-03-01T12:59:59.999999")
    assert list(article.editions.live()) == []
    at.to("2026-03-01T13:00")
    assert list(article.editions.live()) == [edition]


def test_a_cancelled_update_reopens_what_it_would_have_closed(world, at, alice):
    live = world.editions.live().get()
    coming = schedule(world, at=at.forward(hours=0) + timedelta(days=1), by=alice)
    live.refresh_from_db()
    assert live.live_until == coming.live_from
    moved = move(coming, coming.live_from + timedelta(days=1), by=alice)
    live.refresh_from_db()
    assert live.live_until == moved.live_from
    cancel(moved, by=alice)
    live.refresh_from_db()
    assert live.is_for_ever
    assert [row.is_cancelled for row in world.editions.order_by("id")] == [False, False, True, True]


def test_only_one_thing_is_scheduled_at_a_time(world, at, alice):
    schedule(world, at=at.forward(hours=0) + timedelta(days=1), by=alice)
    with pytest.raises(Refused, match="already scheduled for 2 Mar 2026, 14:00 UTC"):
        publish(world, by=alice)


def test_two_publishes_in_one_instant_have_two_moments(world, alice):
    first = publish(world, by=alice)
    second = publish(world, by=alice)
    assert second.live_from - first.live_from == timeline.TICK


def test_an_expired_story_ends_and_stays_ended(world, at, alice):
    edition = expire(world, by=alice, at=at.forward(hours=0) + timedelta(hours=1))
    assert edition.is_live()
    at.forward(hours=1)
    assert not world.editions.live().exists()
    edition.live_until = FOREVER
    with pytest.raises(IntegrityError), timeline.act():
        edition.save(update_fields=["live_until"])


def test_withdrawal_reaches_back(world, at, alice):
    then = at.forward(minutes=1)
    assert Edition.objects.live(then).count() == 1
    withdraw(world, by=alice, note="It was wrong.")
    assert Edition.objects.live(then).count() == 0
    assert Edition.objects.been_live().count() == 0


def test_a_redaction_empties_the_words_once(world, alice):
    edition = world.editions.get(number=1)
    redact(edition, by=alice, because="A court order.")
    edition.refresh_from_db()
    assert (edition.headline, edition.body, edition.redacted_because) == ("", "", "A court order.")
    with pytest.raises(Refused, match="already"):
        redact(edition, by=alice, because="Again.")
    edition.headline = "Back again"
    with pytest.raises(IntegrityError), transaction.atomic():
        edition.save()
    assert Edition.objects.been_live().count() == 2


def test_cancelling_gives_back_the_end_that_was_set(world, at, alice):
    hour = at.forward(hours=0) + timedelta(days=2)
    live = expire(world, by=alice, at=hour)
    for when in ({"at": hour}, {"at": hour - timedelta(days=1), "until": hour + timedelta(days=9)}):
        cancel(schedule(world, by=alice, **when), by=alice)
        live.refresh_from_db()
        assert live.live_until == hour


def test_a_moved_edition_ends_when_it_was_to_end(at, alice):
    now = at.forward(hours=0)
    coming = schedule(a_story(), at=now + timedelta(days=1), until=now + timedelta(days=9), by=alice)
    assert move(coming, now + timedelta(days=2), by=alice).live_until == now + timedelta(days=9)


def test_a_redaction_empties_the_evidence_too(world, mona):
    row = Assessment.objects.first()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.evidence.update(quote="", speaker="Another")
    redact(row, by=mona, because="A court order.")
    assert list(row.evidence.values_list("quote", "speaker")) == [("", "")]
    assert Assessment.objects.get(pk=row.pk).redacted_by == mona
    with pytest.raises(IntegrityError), transaction.atomic():
        row.evidence.update(quote="Back again")


def test_what_a_claim_stands_beside_is_part_of_it(world):
    claim, other = Claim.objects.get(), a_release(key="c-other", part="Volume 1")
    with pytest.raises(IntegrityError), transaction.atomic():
        claim.beside.add(other)
    other.beside.add(claim)
    assert list(other.beside.all()) == [claim]
