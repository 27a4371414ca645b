"""Verb pages: what they tell, what they refuse, and that nothing but a confirmed POST does anything."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from claims.assessing import judge
from claims.models import Milestone
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(at):
    made = make.a_release()
    judge(made, "official", evidence=[make.a_source()])
    return Milestone.objects.get(pk=made.pk)


def release_url(claim):
    return reverse("admin:claims_milestone_release", args=[claim.pk])


def test_a_get_tells_and_does_nothing(claim):
    page = desk_of("alice").get(release_url(claim)).content.decode()
    assert "Readers see “All Of Us Are Dead Season 2 comes out in late 2026.” as official" in page
    assert claim.assessments.count() == 0


def test_a_post_does_it_logs_it_and_leads_back(claim):
    alice = desk_of("alice")
    done = alice.post(release_url(claim), filled(alice.get(release_url(claim))))
    assert (done.status_code, done["Location"]) == (302, change_url(claim))
    assert claim.assessments.live().count() == 1
    assert LogEntry.objects.get().change_message.startswith("Release the judgement: Official is live")


def test_the_change_form_offers_what_the_person_may_do_now(claim):
    page = desk_of("alice").get(change_url(claim))
    assert [verb["label"] for verb in page.context["desk_verbs"]] == [
        "Release the judgement",
        "Merge into another",
    ]
    assert desk_of("bob").get(change_url(claim)).context["desk_verbs"] == []


def test_a_writer_is_refused_in_words_on_the_server(claim):
    bob = desk_of("bob")
    refused = bob.post(release_url(claim), {})
    assert refused.status_code == 403
    assert "“Release the judgement” is an editor’s to do" in refused.content.decode()
    assert claim.assessments.count() == 0


def test_what_changed_meanwhile_is_read_again_first(claim):
    alice = desk_of("alice")
    typed = filled(alice.get(release_url(claim)))
    judge(claim, "reported", evidence=[make.a_source("deadline", "trade")])
    page = alice.post(release_url(claim), typed)
    assert "Somebody changed this while you were reading" in page.content.decode()
    assert claim.assessments.count() == 0
    assert alice.post(release_url(claim), filled(page)).status_code == 302


def test_a_refusal_stands_on_the_page_and_what_was_typed_stays(claim):
    judge(claim, "official", evidence=[make.a_document()])
    alice = desk_of("alice")
    typed = filled(alice.get(release_url(claim))) | {"at": "2026-04-01T09:00"}
    page = alice.post(release_url(claim), typed)
    assert "“Official” needs" in page.content.decode()
    assert filled(page)["at"] == "2026-04-01T09:00"
    assert claim.assessments.count() == 0


def test_an_hour_that_has_passed_is_told(claim):
    alice = desk_of("alice")
    page = alice.post(release_url(claim), filled(alice.get(release_url(claim))) | {"at": "2026-02-01T09:00"})
    assert "1 Feb 2026, 09:00 UTC has passed" in page.content.decode()
    assert claim.assessments.count() == 0


def test_an_hour_that_the_clocks_skip_is_told_with_a_way_on(claim, settings):
    settings.TIME_ZONE = "Europe/London"
    alice = desk_of("alice")
    page = alice.post(release_url(claim), filled(alice.get(release_url(claim))) | {"at": "2026-03-29T01:30"})
    assert "01:30 does not exist on 29 March 2026" in page.content.decode()
    assert "choose 02:30" in page.content.decode()


def test_an_hour_that_comes_twice_is_asked_after(claim, settings):
    settings.TIME_ZONE = "Europe/London"
    alice = desk_of("alice")
    page = alice.post(release_url(claim), filled(alice.get(release_url(claim))) | {"at": "2026-10-25T01:30"})
    assert "01:30 comes twice on 25 October 2026" in page.content.decode()
    alice.post(release_url(claim), filled(page) | {"at": "2026-10-25T01:30", "at_turn": "second"})
    assert claim.assessments.get().live_from.isoformat() == "2026-10-25T01:30:00+00:00"


@pytest.mark.parametrize("key", [10**20, 999])
def test_a_row_that_is_not_there_answers_404(claim, key):
    url = release_url(claim).replace(f"/{claim.pk}/", f"/{key}/")
    assert desk_of("alice").get(url).status_code == 404
