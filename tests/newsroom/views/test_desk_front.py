"""The front of the desk: what waits, what is to come, what needs attention, and for whom."""

from datetime import date, timedelta

import pytest

from articles import workflow
from articles.models import Article
from claims.assessing import assess
from newsroom import front_of_desk
from newsroom.lib import clock
from tests.desk_people import a_person_at_the_desk, desk_of
from tests.factories import a_milestone, a_release, a_season, a_source, a_story, a_user
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db

FRONT = "/admin/"


@pytest.fixture
def people(at):
    return {name: a_person_at_the_desk(name) for name in ("alice", "bob")}


def section(page, heading):
    return page.split(heading, 1)[1]


def test_queues_hold_the_stories_that_wait(people):
    a_story("mine", made_by=people["alice"])
    a_story("theirs", made_by=people["bob"])
    a_story("asked", made_by=people["bob"], state=Article.State.IN_REVIEW)
    a_story("approved", state=Article.State.APPROVED)
    on_sale("out", state=Article.State.APPROVED)
    shown = front_of_desk.front(people["alice"], clock.now())
    queues = {name: [story.slug for story in shown[name]] for name in ("drafts", "in_review", "ready")}
    assert queues == {"drafts": ["mine"], "in_review": ["asked"], "ready": ["approved"]}


def test_a_writer_sees_their_own_stories_alone(people, at):
    a_story("asked", made_by=people["alice"], state=Article.State.IN_REVIEW)
    on_sale("to-come", made_by=people["alice"], at=clock.now() + timedelta(days=1))
    a_story("my-own", made_by=people["bob"])
    page = words(desk_of("bob").get(FRONT))
    assert "My own" in page and "Asked" not in page and "To come" not in page
    assert "To come" in words(desk_of("alice").get(FRONT))


def test_the_calendar_tells_what_is_to_come_day_by_day(people, at):
    season = a_season()
    held(
        a_release(season, "2026-03-20", "2026-03-20", precision="day", as_said=""), review_by=date(2026, 3, 9)
    )
    now = clock.now()
    on_sale("ends", until=now + timedelta(days=2))
    workflow.publish(a_story("begins"), by=a_user(), at=now + timedelta(days=2, hours=1))
    a_story("waits", embargo_until=now + timedelta(days=5))
    days = front_of_desk.calendar(Article.objects.all(), clock.now())
    told = [(str(on), [(entry.name, entry.what, entry.hour) for entry in entries]) for on, entries in days]
    assert told == [
        ("2026-03-03", [("Ends", "expires", "12:00 UTC"), ("Begins", "goes live", "13:00 UTC")]),
        ("2026-03-06", [("Waits", "embargo ends", "12:00 UTC")]),
        ("2026-03-09", [("", "1 claim is to be looked at again", "")]),
        ("2026-03-20", [("All Of Us Are Dead Season 2 comes out on 20 March 2026.", "its day", "")]),
    ]


def test_what_needs_attention_is_counted_and_leads_there(people, at):
    window = held(a_release(a_season()))
    on_sale("the-date", claims=[window])
    at.forward(days=20)
    assess(window, "official", by=a_user(), because="Told.", evidence=[a_source()])
    held(a_milestone(property="episodes", value="8"), review_by=clock.today())
    at.forward(days=1)
    told = {heading: count for count, heading, _ in front_of_desk.needs(people["alice"], clock.now())}
    assert told == {"Moved under live stories": "1", "Due for review": "1", "On a single source": "1"}
    page = words(desk_of("alice").get(FRONT))
    assert "1 moved under live stories" in page and "1 due for review" in page


def test_pictures_count_claims_by_level_and_stories_a_week(people, at):
    held(a_release(a_season()))
    held(a_milestone(property="renewal"), "official")
    on_sale("first")
    at.forward(days=7)
    on_sale("second")
    on_sale("third")
    counts = {bar.level: bar.count for bar in front_of_desk.levels(clock.now()) if bar.count}
    assert counts == {"official": 1, "rumoured": 1}
    weeks = front_of_desk.weeks(clock.now())
    assert [(bar.label, bar.count, bar.share) for bar in weeks[-2:]] == [
        ("23 Feb", 1, 50.0),
        ("2 Mar", 2, 100.0),
    ]


def test_an_empty_desk_says_what_to_do_first(people):
    page = words(desk_of("alice").get(FRONT))
    assert "You have no draft. “Write a story” begins one." in page
    assert "Nothing is scheduled, due or about to end." in page


def test_it_costs_the_same_for_a_few_rows_and_for_many(people, at):
    def more(number):
        claim = held(a_release(a_season(number=number)))
        on_sale(f"story-{number}", claims=[claim], made_by=people["alice"])
        a_story(f"draft-{number}", made_by=people["alice"])

    for number in range(2, 5):
        more(number)
    few = queries(desk_of("alice"), FRONT)
    for number in range(5, 15):
        more(number)
    assert queries(desk_of("alice"), FRONT) == few


def test_who_is_not_logged_in_is_led_to_the_door(client, at):
    assert client.get(FRONT).headers["Location"].startswith("/admin/login/")
