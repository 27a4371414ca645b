"""What followers are told: once for each change that reaches the level they chose, and of no other."""

import pytest
from django.core import mail

from articles import workflow
from claims.assessing import assess, judge, restate, retract, supersede
from newsroom.following.models import Follow
from newsroom.outbox.models import Dispatch
from tests import factories as make
from tests.newsroom.following.readers import CAROL, a_follower, posted
from tests.newsstand import held

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def season(at):
    return make.a_season(make.a_show(title="All of Us Are Dead"))


def told(at):
    """The subjects of what came with the next post."""
    posted()
    found, mail.outbox[:] = [letter.subject for letter in mail.outbox], []
    at.forward(minutes=1)
    return found


def to(claim, level, alice, **fields):
    kind = {"official": "primary", "reported": "trade"}.get(level, "press")
    return assess(
        claim, level, by=alice, because="So it is.", evidence=[make.a_source(f"{kind}-o", kind)], **fields
    )


WINDOW = "All of Us Are Dead Season 2 comes out in late 2026"


def test_a_claim_is_told_when_it_comes_up_to_the_level(at, season, alice):
    a_follower(season=season, level="reported")
    claim = held(make.a_release(season))
    assert told(at) == []
    to(claim, "reported", alice)
    assert told(at) == [f"Reported: {WINDOW}"]
    to(claim, "official", alice)
    assert told(at) == [f"Official: {WINDOW}"]
    to(claim, "official", alice)
    assert told(at) == [], "checked again is nothing new"
    restate(claim, "It comes out late in 2026.", by=alice)
    assert told(at) == [], "nor is a mended wording"


def test_it_is_told_once(at, season, alice):
    a_follower(season=season)
    held(make.a_release(season), "official")
    assert len(told(at)) == 1
    assert told(at) == []


def test_a_value_that_takes_the_place_of_another_is_told_with_it(at, season, alice):
    a_follower(season=season)
    old = held(make.a_release(season), "official")
    told(at)
    new = make.a_release(season, "2026-11-06", "2026-11-06", precision="day", as_said="")
    supersede(old, new, "official", by=alice, because="Netflix said so.", evidence=[make.a_source()])
    posted()
    (letter,) = mail.outbox
    assert letter.subject == "Official: All of Us Are Dead Season 2 comes out on 6 November 2026"
    assert f"* OFFICIAL, was official: {letter.subject[10:]}.\n  Before: {WINDOW}.\n" in letter.body
    assert "As of 1 March 2026. Source: Netflix, https://netflix.example/" in letter.body
    assert f"https://news.example/claims/{new.key}/" in letter.body
    assert "Why this level: Netflix said so." in letter.body


def test_a_fall_and_a_retraction_are_told_to_whom_the_level_was(at, season, alice):
    a_follower(season=season, level="official")
    claim = held(make.a_release(season), "official")
    told(at)
    to(claim, "rumoured", alice, walked_back="Netflix took it off its page.")
    assert told(at) == [f"Rumoured: {WINDOW}"]
    to(claim, "reported", alice)
    assert told(at) == []
    to(claim, "official", alice)
    told(at)
    retract(claim, by=alice, because="It was a joke.")
    posted()
    assert mail.outbox[0].subject == f"Taken back: {WINDOW}"
    assert f"* TAKEN BACK, was official: {WINDOW}.\n  Why: It was a joke." in mail.outbox[0].body


def test_what_was_never_told_is_not_told_to_be_taken_back(at, season, alice):
    a_follower(season=season)
    claim = held(make.a_release(season), "official")
    at.forward(seconds=5)
    retract(claim, by=alice, because="It was a joke.")
    assert told(at) == []
    assert list(Dispatch.objects.all()) == []


def test_a_mail_that_is_late_is_not_sent_once_its_claim_was_taken_back(at, season, alice, settings):
    a_follower(season=season)
    claim = held(make.a_release(season), "official")
    settings.MAIL_IS_SET_UP = False
    posted()
    at.forward(seconds=30)
    retract(claim, by=alice, because="It was a joke.")
    settings.MAIL_IS_SET_UP = True
    for minutes in (1, 5):
        at.forward(minutes=minutes)
        posted()
    assert mail.outbox == []
    assert [one.state for one in Dispatch.objects.all()] == ["dropped", "dropped"]


def test_a_scheduled_level_is_told_at_its_hour_and_not_before(at, season, alice):
    a_follower(season=season)
    claim = held(make.a_release(season))
    told(at)
    hour = at.forward(seconds=0).replace(hour=18, minute=0)
    to(claim, "official", alice, at=hour)
    at.to("2026-03-01T17:59:59.999999+00:00")
    posted()
    assert mail.outbox == []
    at.to("2026-03-01T18:00:00+00:00")
    assert told(at) == [f"Official: {WINDOW}"]


def test_what_comes_at_one_moment_comes_in_one_mail(at, season, alice):
    a_follower(season=season)
    claims = [make.a_release(season), make.a_casting(make.a_person(name="Lomon"), season)]
    for claim in claims:
        judge(claim, "official", evidence=[make.a_source()])
    workflow.publish(make.a_story(claims=claims), by=alice)
    (subject,) = told(at)
    assert subject.endswith("(and 1 more)")


def test_only_who_follows_it_and_has_confirmed_is_told_and_once(at, season, alice):
    lomon, other = make.a_person(name="Lomon"), make.a_person("somebody-else")
    a_follower("show@example.org", show=season.show)
    a_follower("person@example.org", person=lomon)
    a_follower("all@example.org", show=season.show), a_follower("All@example.org", season=season)
    (
        a_follower("other@example.org", person=other),
        a_follower("first@example.org", season=make.a_season(number=1)),
    )
    Follow.objects.create(email="unconfirmed@example.org", season=season, min="rumoured")
    held(make.a_casting(lomon, season), "official")
    posted()
    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "all@example.org",
        "person@example.org",
        "show@example.org",
    ]


def test_a_major_spoiler_is_neither_in_the_subject_nor_in_the_words(at, season, alice):
    a_follower(season=season)
    claim = held(make.a_detail(season, "Everybody dies.", spoiler="major"), "official")
    posted()
    (letter,) = mail.outbox
    assert letter.subject == "All of Us Are Dead Season 2: something changed"
    assert "dies" not in letter.body and f"/claims/{claim.key}/" in letter.body


def test_the_mail_can_be_ended_with_one_click_and_holds_nothing_that_watches(at, season):
    follow = a_follower(season=season)
    held(make.a_release(season), "official")
    posted()
    (letter,) = mail.outbox
    address = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert (
        address in letter.body
        and letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    )
    assert (
        "You get this because you asked to be told about All of Us Are Dead Season 2, once it is at"
        in letter.body
    )
    assert letter.content_subtype == "plain" and not letter.attachments
    assert follow.email not in letter.body and CAROL not in str(letter.extra_headers)
    assert letter.extra_headers["Message-ID"] == f"<{Dispatch.objects.get().key}@news.example>"
    urls = [word for word in letter.body.split() if "://" in word]
    assert {url.split("/")[2] for url in urls} == {"news.example", "primary-outlet.example"}


@pytest.mark.parametrize("name", ["Bad\r\nBcc: dave@example.org", "Very long " * 19])
def test_no_name_breaks_out_of_the_subject(at, season, name):
    season.show.title = name
    season.show.save()
    a_follower(season=season)
    held(make.a_release(season), "official")
    posted()
    (letter,) = mail.outbox
    assert "\n" not in letter.subject and len(letter.subject) <= 120 and letter.recipients() == [CAROL]
    letter.message()
