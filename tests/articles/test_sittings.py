"""Unsaved words in every order: autosave, save, another tab, a late packet, a story that goes."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import sittings, workflow
from articles.models import Article, Sitting
from newsroom.lib import clock
from tests import factories as make

pytestmark = pytest.mark.django_db
KEY, OTHER, THIRD = "a" * 32, "b" * 32, "c" * 32


def keep(by, article, number, words="", key=KEY, took=""):
    told = json.dumps([["body", words or f"words {number}"]])
    return sittings.keep(by, key, article, number=number, version="", words=told, took=took)


def offered(by, article, but=""):
    return [row.typed()[0][1] for row in sittings.unsaved(by, article, but=but)]


@pytest.fixture
def article(at, alice):
    return make.a_story("the-date", made_by=alice)


def test_a_late_packet_never_takes_the_place_of_a_newer_one(alice, article):
    assert [keep(alice, article, number) for number in (1, 3, 2, 3)] == [1, 3, 3, 3]
    assert offered(alice, article) == ["words 3"]


def test_a_packet_that_arrives_after_the_save_is_not_offered(alice, article):
    keep(alice, article, 1)
    sittings.settle(alice, KEY, 2)
    assert keep(alice, article, 2) == 2
    assert offered(alice, article) == []


def test_a_save_that_arrives_before_any_packet_holds_as_well(alice, article):
    sittings.settle(alice, KEY, 2)
    keep(alice, article, 1)
    assert offered(alice, article) == []


def test_words_typed_after_the_save_are_kept(alice, article):
    """The answer to the save was lost on its way: the page stands, and its person types on."""
    sittings.settle(alice, KEY, 2)
    keep(alice, article, 3)
    assert offered(alice, article) == ["words 3"]


def test_a_save_leaves_the_words_of_another_tab(alice, article):
    keep(alice, article, 1, "here")
    keep(alice, article, 1, "there", key=OTHER)
    sittings.settle(alice, KEY, 1)
    assert offered(alice, article) == ["there"]


def test_words_taken_up_live_on_in_the_new_sitting_alone(alice, article):
    keep(alice, article, 4, "old")
    keep(alice, article, 1, "old and new", key=OTHER, took=f"{KEY}:4")
    assert offered(alice, article) == ["old and new"]


def test_a_tab_that_was_alive_when_its_words_were_taken_up_keeps_what_it_types_on(alice, article):
    keep(alice, article, 4, "old")
    keep(alice, article, 5, "old, typed on")
    keep(alice, article, 1, "old and new", key=OTHER, took=f"{KEY}:4")
    assert sorted(offered(alice, article)) == ["old and new", "old, typed on"]


def test_words_are_their_own_person_s_and_their_own_story_s(alice, bob, article):
    other = make.a_story("another", article.shows.get())
    keep(alice, article, 1, "hers")
    keep(bob, article, 7, "his")
    assert [offered(alice, article), offered(bob, article)] == [["hers"], ["his"]]
    assert [offered(alice, other), offered(alice, None)] == [[], []]


def test_publishing_leaves_them_and_readers_get_none_of_them(alice, article):
    keep(alice, article, 1, "canary")
    edition = workflow.publish(article, by=alice)
    assert offered(alice, article) == ["canary"] and "canary" not in edition.body


def test_they_outlive_a_story_that_is_deleted_meanwhile(alice, article):
    keep(alice, article, 1, "hers")
    Article.objects.get(pk=article.pk).delete()
    assert offered(alice, None) == ["hers"]


def test_rows_without_words_are_forgotten_after_a_month_and_words_never(alice, article, at):
    keep(alice, article, 1)
    sittings.settle(alice, OTHER, 3)
    sittings.beat(alice, THIRD, article)
    at.forward(days=29)
    sittings.forget_old(alice)
    assert Sitting.objects.count() == 3
    at.forward(days=2)
    sittings.forget_old(alice)
    assert [row.key for row in Sitting.objects.all()] == [KEY]


PACKETS = st.permutations([("keep", 1), ("keep", 2), ("keep", 3), ("keep", 4), ("settle", 2), ("beat", 0)])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=PACKETS, twice=st.lists(st.integers(0, 5), max_size=3))
def test_in_whatever_order_they_arrive_the_newest_unsaved_words_stand(alice, article, order, twice):
    Sitting.objects.all().delete()
    for what, number in [*order, *(order[place] for place in twice)]:
        if what == "keep":
            keep(alice, article, number)
        elif what == "settle":
            sittings.settle(alice, KEY, number)
        else:
            sittings.beat(alice, KEY, article)
    assert offered(alice, article) == ["words 4"]


# Who else is here


def test_two_editors_see_each_other_until_one_is_not_heard_of(alice, bob, article, at):
    bob.first_name, bob.last_name = "Bob", "Ashdown"
    bob.save()
    sittings.beat(bob, OTHER, article)
    at.forward(minutes=1)
    sittings.beat(alice, KEY, article)
    assert len(sittings.others(article, alice, KEY)) == 1  # a tab out of sight beats once a minute
    sittings.beat(bob, OTHER, article)
    assert sittings.others(article, alice, KEY) == ["Bob Ashdown has had this story open since 12:00."]
    keep(bob, article, 1, key=OTHER)
    typing = "Bob Ashdown has had this story open since 12:00, and is typing."
    assert sittings.others(article, alice, KEY) == [typing]
    assert sittings.others(article, bob, OTHER) == ["alice has had this story open since 12:01."]
    at.forward(seconds=13)
    assert sittings.others(article, alice, KEY) == ["Bob Ashdown has had this story open since 12:00."]
    at.forward(seconds=58)
    assert sittings.others(article, alice, KEY) == []


def test_who_leaves_is_gone_at_once_and_leaves_the_words(alice, bob, article):
    keep(bob, article, 1, "his", key=OTHER)
    sittings.leave(bob, OTHER)
    assert sittings.others(article, alice, KEY) == [] and offered(bob, article) == ["his"]
    sittings.beat(bob, THIRD, article)
    sittings.leave(bob, THIRD)
    assert not Sitting.objects.filter(key=THIRD).exists()


def test_one_s_own_other_tab_is_said_once(alice, article, at):
    for key in (OTHER, THIRD):
        keep(alice, article, 1, key=key)
    at.to(clock.now())
    own = "You have had this story open in another tab or browser since 12:00, and are typing there."
    assert sittings.others(article, alice, KEY) == [own]


def test_a_form_open_since_another_day_says_which(alice, bob, article, at):
    sittings.beat(bob, OTHER, article)
    at.forward(days=1)
    sittings.beat(bob, OTHER, article)
    sentence = "bob has had this story open since 1 Mar 2026, 12:00 UTC."
    assert sittings.others(article, alice, KEY) == [sentence]
