"""The verbs of claims and assessments, from their pages."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from claims.assessing import assess, judge
from claims.models import Claim, Detail, Milestone
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(at):
    return make.a_season()


def kept(claim):
    return {"milestone": Milestone, "detail": Detail}[claim.kind].objects.get(pk=claim.pk)


def live(season, made=make.a_release, level="official", **fields):
    claim = made(season, **fields)
    assess(claim, level, by=make.a_user(), evidence=[make.a_source()])
    return kept(claim)


def url_of(row, verb):
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{verb}", args=[row.pk])


def done(row, verb, person="alice", **typed):
    desk, url = desk_of(person), url_of(row, verb)
    answer = desk.post(url, filled(desk.get(url)) | typed)
    assert answer.status_code == 302, answer.content.decode()
    return answer


def test_release_at_an_hour(season):
    claim = kept(make.a_release(season))
    judge(claim, "official", evidence=[make.a_source()])
    done(claim, "release", at="2026-03-02T09:00")
    assert claim.assessments.get().live_from.isoformat() == "2026-03-02T09:00:00+00:00"


def test_restate(season, at):
    claim = live(season)
    at.forward(hours=1)
    done(claim, "restate", statement="It comes late in 2026.")
    assert claim.assessments.live().get().said == "It comes late in 2026."


def test_retract_takes_a_reason(season):
    claim = live(season)
    alice = desk_of("alice")
    page = alice.post(url_of(claim, "retract"), filled(alice.get(url_of(claim, "retract"))))
    assert "This field is required." in page.content.decode()
    done(claim, "retract", because="The call sheet was forged.")
    claim.refresh_from_db()
    assert claim.retraction_note == "The call sheet was forged."
    assert "It was retracted on" in alice.get(url_of(claim, "release")).content.decode()


def test_a_rival_is_named_and_the_choice_is_made_on_a_page(season):
    old = live(season, level="rumoured")
    new = kept(make.a_release(season, earliest="2027-01", latest="2027-03", as_said="early 2027"))
    judge(new, "official", evidence=[make.a_source()])
    alice = desk_of("alice")
    assert [one.pk for one in alice.get(change_url(new)).context["panel"].rivals] == [old.pk]
    page = alice.post(url_of(new, "release"), filled(alice.get(url_of(new, "release"))))
    assert "say that it supersedes it, or that both stand beside each other" in page.content.decode()
    done(new, "relate", relation=f"supersedes-{old.pk}")
    done(new, "release")
    assert Claim.objects.get(pk=new.pk).supersedes_id == old.pk


def test_beside(season):
    old = live(season, level="rumoured")
    new = kept(make.a_release(season, earliest="2027-01", latest="2027-03", as_said="early 2027"))
    done(new, "relate", relation=f"beside-{old.pk}")
    assert [one.pk for one in new.beside.all()] == [old.pk]
    assert (
        "Nothing that stands answers the same question"
        in desk_of("alice").get(url_of(new, "relate")).content.decode()
    )


def test_a_relation_to_a_claim_that_is_no_rival_is_refused(season):
    live(season, level="rumoured")
    stranger = live(season, make.a_detail)
    new = kept(make.a_release(season, earliest="2027-01", latest="2027-03", as_said="early 2027"))
    alice = desk_of("alice")
    typed = filled(alice.get(url_of(new, "relate"))) | {"relation": f"beside-{stranger.pk}"}
    assert "Select a valid choice" in alice.post(url_of(new, "relate"), typed).content.decode()
    assert not new.beside.exists()


def test_merge_a_claim_into_another(season):
    duplicate, survivor = live(season, make.a_detail), live(season, make.a_detail, statement="To Seoul.")
    answer = done(duplicate, "merge", into=survivor.pk)
    assert Claim.objects.get(pk=duplicate.pk).merged_into_id == survivor.pk
    assert answer["Location"] == reverse("admin:claims_detail_change", args=[survivor.pk])


def test_merging_what_can_not_be_one_is_refused_in_words(season):
    one, other = live(season, make.a_detail), live(season)
    alice = desk_of("alice")
    page = alice.post(url_of(one, "merge"), filled(alice.get(url_of(one, "merge"))) | {"into": other.pk})
    assert "The claims differ in kind or subject: they are two." in page.content.decode()


def test_people_merge_and_the_old_one_is_out_of_sight(season):
    one, other = make.a_person("park-solomon"), make.a_person("lomon")
    done(one, "merge", into=other.pk)
    one.refresh_from_db()
    assert one.merged_into == other
    alice = desk_of("alice")
    names = alice.get(reverse("admin:shows_person_changelist")).context["cl"].result_list
    assert [person.slug for person in names] == ["lomon"]
    assert alice.get(change_url(one)).status_code == 302


def test_a_scheduled_assessment_is_moved_and_called_off(season):
    claim = make.a_release(season)
    row = assess(
        claim, "official", by=make.a_user(), evidence=[make.a_source()], at=datetime(2026, 3, 5, tzinfo=UTC)
    )
    done(row, "move", at="2026-03-06T09:00")
    moved = claim.assessments.pending().get()
    assert moved.live_from.isoformat() == "2026-03-06T09:00:00+00:00"
    done(moved, "cancel")
    assert not claim.assessments.pending().exists()
    assert "Only what is scheduled" in desk_of("alice").get(url_of(moved, "cancel")).content.decode()


def test_a_managing_editor_redacts_and_an_editor_does_not(season):
    row = live(season).assessments.get()
    assert desk_of("alice").post(url_of(row, "redact"), {"because": "Law."}).status_code == 403
    done(row, "redact", "mona", because="A court asked.")
    row.refresh_from_db()
    assert (row.reason, row.redacted_because) == ("", "A court asked.")


def test_an_assessment_is_read_and_never_written(season):
    row = live(season).assessments.get()
    mona = desk_of("mona")
    assert mona.get(change_url(row)).status_code == 200
    assert mona.post(change_url(row), {"level": "rumoured"}).status_code == 403
