"""Whatever the desk does: a story is asked once about one event, about what is newer than its words; never again."""

import pytest
from hypothesis import given, settings

from articles import citations, ripple
from articles.models import Edition, Resolution
from claims.confidence import Confidence
from newsroom.lib import clock
from tests.histories import UNHURRIED, Step, a_desk, histories, played

STEPS = [
    "publish",
    "assess",
    "assess",
    "make_claim",
    "make_claim",
    "restate",
    "retract",
    "merge_claims",
    "expire",
]
EVERY_STORY = [Step("publish", which, 1, Confidence.RUMOURED, False) for which in range(4)]


@pytest.mark.django_db
@settings(max_examples=8, **UNHURRIED)
@given(history=histories(STEPS, min_size=20, max_size=30))
def test_any_history_asks_once(history):
    answered = set()
    with a_desk() as desk:
        for step in played(desk, [*EVERY_STORY, *history]):
            asked = ripple.tasks()
            keys = [task.key for task in asked]
            assert len(keys) == len(set(keys)) and not answered & set(keys)
            assert all(task.at > task.edition.substance_at for task in asked)
            if step.flag and asked:
                answer(asked, desk, step)
                answered = set(Resolution.objects.values_list("article", "assessment", "is_retraction"))
                assert not answered & {task.key for task in ripple.tasks()}
        check_that_what_the_page_says_is_asked_or_answered(answered)


def answer(asked, desk, step):
    """By a note, which answers all that moved under the story, or by a reason."""
    article = asked[0].edition.article
    own = [task for task in asked if task.edition.article_id == article.pk]
    if step.which % 2:
        ripple.dismiss(own, by=desk.alice, because="Not worth a note.")
    else:
        ripple.publish_note(article, by=desk.alice, note="It has moved.")


def check_that_what_the_page_says_is_asked_or_answered(answered):
    now = clock.now()
    editions = list(Edition.objects.live(now).with_substance(now))
    known = citations.load(editions, now)
    told = {
        (edition.article_id, shift.cause.pk, False)
        for edition in editions
        for shift in citations.since(edition, known)
        if shift.cause.live_from > edition.substance_at
    }
    assert told <= {task.key for task in ripple.tasks()} | answered
