"""Ripple: one task for a story and what moved under it; answered once, by a note or a reason."""

import pytest

from articles import ripple, workflow
from articles.models import Article, Edition, Resolution
from claims.assessing import assess, restate, retract, supersede
from newsroom.lib.refusals import Refused
from tests.factories import a_detail, a_milestone, a_release, a_season, a_source, a_user
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db

MOVED = "release window, from late 2026 (rumoured) to 6 November 2026 (official)"


@pytest.fixture
def window(at):
    return held(a_release(a_season()))


def announced(old, **fields):
    """The platform names a day."""
    day = a_release(earliest="2026-11-06", latest="2026-11-06", precision="day", as_said="", **fields)
    supersede(old, day, "official", by=a_user(), because="Netflix has named the day.", evidence=[a_source()])
    return day


def asked():
    return [(task.edition.slug, task.said) for task in ripple.tasks()]


def story(slug):
    return Article.objects.get(slug=slug)


def test_a_date_that_moves_asks_every_live_story_that_cites_it_once(at, window):
    for slug in ("one", "two"):
        on_sale(slug, claims=[window])
    on_sale("three", claims=[held(a_milestone())])
    assert asked() == []
    at.forward(hours=1)
    day = announced(window)
    assert sorted(asked()) == [("one", MOVED), ("two", MOVED)]
    at.forward(hours=1)
    assess(day, "official", by=a_user(), because="Checked again.", evidence=[a_source()])
    assert sorted(asked()) == [("one", MOVED), ("two", MOVED)]


def test_a_draft_and_a_story_to_come_are_not_asked(at, window):
    on_sale("to-come", claims=[window], at=at.forward(days=1))
    at.forward(days=-1)
    announced(window)
    assert asked() == []


def test_the_draft_says_what_moved_and_why(at, window):
    on_sale("one", claims=[window])
    at.forward(hours=1)
    announced(window)
    (task,) = ripple.tasks()
    assert task.note == f"R{MOVED[1:]}. Netflix has named the day."
    assert task.note_kind == Edition.NoteKind.UPDATE


def test_a_note_closes_it_and_what_is_on_the_desk_stays_there(at, window):
    on_sale("one", claims=[window])
    Article.objects.update(headline="Not ready for readers")
    at.forward(hours=1)
    announced(window)
    edition = ripple.publish_note(story("one"), by=a_user(), note="The day is set.")
    assert (edition.headline, edition.note, edition.number) == ("One", "The day is set.", 2)
    assert list(edition.claims.all()) == [window]
    assert asked() == []
    assert Resolution.objects.get().edition == edition
    with pytest.raises(Refused, match="Nothing is left to answer"):
        ripple.publish_note(story("one"), by=a_user(), note="Once more.")


def test_it_is_dismissed_with_a_reason_and_the_same_event_asks_no_more(at, window):
    on_sale("one", claims=[window])
    at.forward(hours=1)
    announced(window)
    with pytest.raises(Refused, match="Say in a sentence why"):
        ripple.dismiss(ripple.tasks(), by=a_user(), because=" ")
    open_tasks = ripple.tasks()
    ripple.dismiss(open_tasks, by=a_user(), because="The story is history.")
    assert asked() == []
    with pytest.raises(Refused, match="answered already"):
        ripple.dismiss(open_tasks, by=a_user(), because="Again.")
    assert Resolution.objects.count() == 1


def test_a_second_move_asks_anew_though_the_first_was_dismissed(at, window):
    on_sale("one", claims=[window])
    at.forward(hours=1)
    first = announced(window)
    ripple.dismiss(ripple.tasks(), by=a_user(), because="Too small.")
    at.forward(hours=1)
    later = a_release(earliest="2027-01-08", latest="2027-01-08", precision="day", as_said="")
    supersede(first, later, "official", by=a_user(), because="It slipped.", evidence=[a_source()])
    assert asked() == [("one", MOVED.replace("6 November 2026", "8 January 2027"))]


def test_a_level_that_falls_is_a_clarification_a_debunked_claim_a_correction(at, window):
    on_sale("one", claims=[window])
    at.forward(hours=1)
    denied = [{"source": a_source(), "role": "denies"}]
    assess(window, "debunked", by=a_user(), because="Denied.", evidence=denied)
    (task,) = ripple.tasks()
    assert (task.said, task.note_kind) == (
        "release window, late 2026, from rumoured to debunked",
        Edition.NoteKind.CORRECTION,
    )
    at.forward(hours=1)
    assess(window, "speculation", by=a_user(), because="Who knows.")
    (task,) = ripple.tasks()
    assert task.note_kind == Edition.NoteKind.CLARIFICATION


def test_a_retraction_asks_with_its_own_note(at, window):
    on_sale("one", claims=[window])
    at.forward(hours=1)
    retract(window, by=a_user(), because="It was forged.")
    (task,) = ripple.tasks()
    assert (task.note_kind, task.note.endswith("was retracted. It was forged.")) == ("correction", True)
    ripple.dismiss([task], by=a_user(), because="The story says so.")
    assert ripple.tasks() == []


def test_a_wording_or_a_check_moves_nothing_and_a_way_back_takes_the_task_away(at, window):
    on_sale("one", claims=[window])
    at.forward(hours=1)
    restate(window, "It is due late in 2026.", by=a_user())
    assert asked() == []
    at.forward(hours=1)
    trade = [a_source("deadline", "trade")]
    assess(window, "reported", by=a_user(), because="A trade has it.", evidence=trade)
    assert asked() == [("one", "release window, late 2026, from rumoured to reported")]
    at.forward(hours=1)
    assess(window, "rumoured", by=a_user(), because="It has not.", evidence=trade)
    assert asked() == []


def test_a_typo_put_right_answers_nothing(at, window):
    on_sale("one", claims=[window])
    at.forward(hours=1)
    announced(window)
    workflow.publish(story("one"), by=a_user(), substantive=False)
    assert asked() == [("one", MOVED)]


def test_it_costs_the_same_for_three_stories_as_for_one(at, window, django_assert_num_queries):
    for number in range(3):
        on_sale(f"few-{number}", claims=[window])
    at.forward(hours=1)
    announced(window)
    with django_assert_num_queries(9):
        assert len(ripple.tasks()) == 3


def test_a_note_told_does_not_end_it_what_moves_after_asks_anew(at, window):
    on_sale("one", claims=[window])
    at.forward(hours=1)
    first = announced(window)
    at.forward(hours=1)
    ripple.publish_note(story("one"), by=a_user(), note="The day is set.")
    at.forward(hours=1)
    later = a_release(earliest="2027-01-08", latest="2027-01-08", precision="day", as_said="")
    supersede(first, later, "official", by=a_user(), because="It slipped.", evidence=[a_source()])
    assert asked() == [("one", "release date, from 6 November 2026 (official) to 8 January 2027 (official)")]


def test_a_draft_spoils_nothing(at):
    plot = held(a_detail(a_season(), "Nam On-jo dies.", spoiler="major"))
    on_sale("one", claims=[plot])
    at.forward(hours=1)
    assess(plot, "official", by=a_user(), because="The synopsis kills her.", evidence=[a_source()])
    assert [task.note for task in ripple.tasks()] == ["A claim that spoils the story has moved."]
    retract(plot, by=a_user(), because="She lives.")
    assert [task.note for task in ripple.tasks()] == ["A claim that spoils the story was retracted."]
