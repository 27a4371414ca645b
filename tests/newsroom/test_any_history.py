"""Whatever the desk does, in whatever order, at whatever hours: the invariants of the two ideas hold."""

import pytest
from hypothesis import given, settings

from articles.models import Article, Edition
from claims import assessing
from claims.models import Assessment, Claim
from newsroom import integrity
from tests.histories import UNHURRIED, a_desk, histories, played, shown


@pytest.mark.django_db
@settings(max_examples=10, **UNHURRIED)
@given(history=histories(min_size=25, max_size=40))
def test_any_history_keeps_the_invariants(history):
    with a_desk() as desk:
        for _ in played(desk, history):
            desk.remember()
            check_that_first_assessments_wait_for_the_first_story()
        check_that_as_of_shows_what_was_served(desk)
        check_that_what_was_taken_back_is_gone(desk)
        check_that_one_is_live_and_one_scheduled()
        check_that_editions_are_numbered_as_they_go_live()
        check_that_claims_are_public_with_their_stories()
        assert list(integrity.faults()) == []


def check_that_as_of_shows_what_was_served(desk):
    for at, served in desk.moments:
        for was, now, gone in zip(served, shown(at), (desk.gone_stories, desk.gone_claims), strict=True):
            assert {k: v for k, v in was.items() if k not in gone} == {
                k: v for k, v in now.items() if k not in gone
            }


def check_that_what_was_taken_back_is_gone(desk):
    withdrawn = set(Article.objects.exclude(withdrawn_at=None).values_list("pk", flat=True))
    retracted = set(Claim.objects.exclude(retracted_at=None).values_list("pk", flat=True))
    for stories, held in (shown(at) for at, _ in desk.moments[::5]):
        assert not withdrawn & set(stories) and not retracted & set(held)


def check_that_one_is_live_and_one_scheduled():
    for model, subject in ((Edition, "article"), (Assessment, "claim")):
        for rows in (model.objects.live(), model.objects.pending()):
            subjects = list(rows.values_list(subject, flat=True))
            assert len(subjects) == len(set(subjects))


def check_that_editions_are_numbered_as_they_go_live():
    for article in Article.objects.all():
        rows = list(article.editions.uncancelled().order_by("live_from"))
        assert [row.number for row in rows] == list(range(1, len(rows) + 1))
        assert {row.published_at for row in rows} == {row.live_from for row in rows[:1]}


def check_that_claims_are_public_with_their_stories():
    for claim in Claim.objects.filter(retracted_at=None, merged_into=None):
        hours = [edition.live_from for edition in claim.editions.uncancelled().filter(taken_back_at=None)]
        first = claim.assessments.uncancelled().order_by("live_from").first()
        assert not hours or first.live_from <= min(hours)


def check_that_first_assessments_wait_for_the_first_story():
    """They go live at the earliest of the claim's own release and the editions that cite it."""
    for row in Assessment.objects.pending().select_related("claim__judgement"):
        if not assessing.is_public(row.claim):
            citing = row.claim.editions.uncancelled().filter(taken_back_at=None)
            hours = [edition.live_from for edition in citing]
            own = [row.claim.judgement.release_at] if row.claim.judgement.release_at else []
            assert row.live_from == min([*hours, *own])
