"""What is scheduled is held when something it rests on changes, and its owner is told."""

from datetime import date, timedelta

import pytest

from articles import rechecking, workflow
from articles.models import Edition
from claims.assessing import judge, retract
from newsroom.lib import clock
from tests.articles.admin.conftest import at_the_desk
from tests.articles.admin.posting import do
from tests.factories import a_release, a_season, a_source, a_story, a_user, an_image
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


def scheduled(**fields):
    article = a_story("to-come", **fields)
    return workflow.schedule(article, at=clock.now() + timedelta(days=1), by=a_user())


def held_because():
    return [faults for _, faults in rechecking.recheck()]


def test_nothing_is_held_while_nothing_changes(at):
    scheduled(claims=[held(a_release(a_season()))], image=an_image())
    assert held_because() == [] and Edition.objects.pending().count() == 1


def test_a_retracted_claim_holds_the_story_that_would_cite_it(at):
    claim = held(a_release(a_season()))
    scheduled(claims=[claim])
    retract(claim, by=a_user(), because="Forged.")
    assert held_because() == [["“All Of Us Are Dead Season 2 comes out in late 2026.” was retracted."]]
    assert not Edition.objects.pending().exists() and Edition.objects.get().is_held
    assert held_because() == []


def test_rights_that_end_before_its_hour_hold_it(at):
    image = an_image()
    scheduled(image=image)
    image.rights_until = date(2026, 3, 1)
    image.save()
    told = "The lead picture may be shown no more: the rights ended on 01 Mar 2026. Choose another."
    assert held_because() == [[told]]


def test_an_embargo_set_later_holds_it(at):
    edition = scheduled()
    edition.article.embargo_until = clock.now() + timedelta(days=3)
    edition.article.save()
    assert held_because() == [
        ["The story is under embargo until 4 Mar 2026, 12:00 UTC: choose a later hour."]
    ]


def test_a_source_that_is_put_under_embargo_holds_what_would_go_live_on_it(at):
    claim, source = a_release(a_season()), a_source()
    judge(claim, "official", evidence=[source])
    scheduled(claims=[claim])
    source.embargo_until = clock.now() + timedelta(days=3)
    source.save()
    ((fault,),) = held_because()
    assert "rests on a source that is under embargo until 4 Mar 2026, 12:00 UTC" in fault
    assert not claim.assessments.pending().exists()


def test_on_the_desk_who_did_it_is_told_and_the_front_says_why(client, at, alice):
    editor = at_the_desk(alice, "Editor")
    claim = held(a_release(a_season()))
    scheduled(claims=[claim])
    page = editor.get(f"/admin/claims/milestone/{claim.pk}/retract/")
    version = page.context["version"]
    posted = {"_version": version, "because": "Forged."}
    told = words(editor.post(f"/admin/claims/milestone/{claim.pk}/retract/", posted, follow=True))
    assert (
        "“To come”: Edition 1 was put on hold: “All Of Us Are Dead Season 2 comes out in late 2026.” was"
        in told
    )
    assert "On hold To come “All Of Us Are Dead Season 2" in words(editor.get("/admin/"))


def test_what_stands_in_the_way_no_more_says_so(at, alice):
    editor = at_the_desk(alice, "Editor")
    edition = scheduled()
    workflow.hold(edition, by=a_user())
    assert "Nothing stands in its way now: release it." in words(editor.get("/admin/"))
    do(editor, "release", edition.article, at="")
    assert rechecking.on_hold() == []


def test_what_a_page_asks_in_the_background_checks_nothing_again(at, alice):
    editor, claim = at_the_desk(alice, "Editor"), held(a_release(a_season()))
    scheduled(claims=[claim])
    retract(claim, by=a_user(), because="Forged.")
    packet = {"by": alice.pk, "key": "0" * 32, "number": "0", "leaving": "on"}
    unsaved = "/admin/articles/article/unsaved/"
    assert editor.post(unsaved, packet, headers={"sec-fetch-dest": "empty"}).status_code == 200
    assert Edition.objects.pending().exists()
    assert editor.post(unsaved, packet).status_code == 200
    assert not Edition.objects.pending().exists()
