"""A claim, its judgement and its evidence in one form."""

from datetime import date

import pytest
from django.urls import reverse

from claims.assessing import assess, judge
from claims.models import Casting, Claim, Detail, Milestone
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled

pytestmark = pytest.mark.django_db
ADD = {"milestone": Milestone, "casting": Casting, "detail": Detail}


@pytest.fixture
def season(at):
    return make.a_season()


def added(to, person="alice", /, **typed):
    desk = desk_of(person)
    url = reverse(f"admin:claims_{to}_add")
    return desk.post(url, filled(desk.get(url)) | typed)


def released(season, level="official", **fields):
    claim = make.a_release(season, **fields)
    assess(claim, level, by=make.a_user(), evidence=[make.a_source()])
    return Milestone.objects.get(pk=claim.pk)


def test_a_release_with_its_judgement_and_source_in_one_go(season):
    source = make.a_source()
    done = added(
        "milestone",
        season=season.pk,
        property="release",
        precision="quarter",
        earliest="2026-11-06",
        **{"as_said": "late 2026", "judgement-0-level": "official", "judgement-0-as_of": "2026-02-18"},
        **{"evidence-0-source": source.pk, "evidence-0-quote": "This winter."},
    )
    assert done.status_code == 302
    claim = Claim.objects.get()
    assert (claim.show, claim.kind, claim.made_by.username) == (season.show, "milestone", "alice")
    assert (claim.earliest, claim.latest) == (date(2026, 10, 1), date(2026, 12, 31))
    assert (claim.judgement.level, claim.judgement.review_by) == ("official", date(2026, 5, 19))
    assert [one.quote for one in claim.judgement.evidence.all()] == ["This winter."]
    assert claim.assessments.count() == 0


def test_a_casting_and_a_detail(season):
    person = make.a_person()
    typed = {"season": season.pk, "person": person.pk, "change": "returning", "character": "Lee Su-hyeok"}
    assert added("casting", **typed).status_code == 302
    assert added("detail", season=season.pk, property="plot", statement="To Seoul.").status_code == 302
    assert sorted(Claim.objects.values_list("kind", "job", "statement")) == [
        ("casting", "actor", ""),
        ("detail", "", "To Seoul."),
    ]


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        ("milestone", {"property": "release"}, "Say which show or season it is about."),
        ("milestone", {"property": "release", "precision": "day"}, "Give the day, or any day in the month"),
        ("milestone", {"property": "release", "precision": "window"}, "A window ends somewhere."),
        ("milestone", {"property": "episodes"}, "Say how many."),
        ("milestone", {"property": "platform"}, "Say which platform"),
        ("milestone", {"property": "plot"}, "Select a valid choice"),
        ("casting", {"change": "returning"}, "This field is required."),
        ("detail", {"property": "plot"}, "This field is required."),
    ],
)
def test_what_is_missing_is_told_beside_its_field(season, kind, typed, told):
    page = added(kind, **typed)
    assert page.status_code == 200 and told in page.content.decode()
    assert not Claim.objects.exists()


def test_evidence_without_a_level_is_refused_and_nothing_is_half_saved(season):
    page = added(
        "detail",
        season=season.pk,
        property="plot",
        statement="x",
        **{"evidence-0-source": make.a_source().pk},
    )
    assert "Say at which level the claim is held" in page.content.decode()
    assert not Claim.objects.exists()
    assert filled(page)["statement"] == "x"


def test_the_gate_says_what_is_missing_and_what_would_do(season):
    claim = Milestone.objects.get(pk=make.a_release(season).pk)
    judge(claim, "official", evidence=[make.a_source("deadline", "trade")])
    page = desk_of("alice").get(change_url(claim))
    assert page.context["panel"].carried == "reported"
    assert "“Official” needs a dated announcement by a primary outlet" in page.content.decode()
    assert "What is here carries “reported”." in page.content.decode()


def test_once_assessed_the_proposition_is_read_only_and_says_why(season):
    claim = released(season)
    alice = desk_of("alice")
    page = alice.get(change_url(claim))
    assert "The proposition has been assessed and never changes" in page.content.decode()
    typed = filled(page)
    assert not {"property", "earliest", "as_said", "season", "show", "supersedes"} & set(typed)
    forged = typed | {
        "as_said": "never",
        "property": "delay",
        "show": make.a_show("other").pk,
        "because": "Ours.",
    }
    assert alice.post(change_url(claim), forged).status_code == 302
    claim.refresh_from_db()
    assert (claim.as_said, claim.property, claim.show, claim.because) == (
        "late 2026",
        "release",
        season.show,
        "Ours.",
    )


def test_forged_fields_do_nothing(season):
    other = released(season)
    page = added(
        "detail",
        season=season.pk,
        property="plot",
        statement="x",
        key="mine",
        kind="casting",
        **{"retracted_at": "2026-01-01", "merged_into": other.pk, "judgement-0-level": "rumoured"},
        **{"judgement-0-release_at": "2026-01-01T00:00", "judgement-0-override": "Because I say so."},
        **{"evidence-0-source": make.a_source().pk},
    )
    assert page.status_code == 302
    claim = Claim.objects.exclude(pk=other.pk).get()
    assert (claim.kind, claim.retracted_at, claim.merged_into) == ("detail", None, None)
    assert claim.key != "mine"
    assert (claim.judgement.release_at, claim.judgement.override) == (None, "")


def test_evidence_can_not_be_slipped_under_another_claim(season):
    other = released(season)
    page = added(
        "detail",
        **{"season": season.pk, "property": "plot", "statement": "x", "judgement-0-level": "rumoured"},
        **{"evidence-0-source": make.a_source().pk, "evidence-0-judgement": other.judgement.pk},
    )
    assert page.status_code == 200
    assert other.judgement.evidence.count() == 1


def test_a_managing_editor_overrides_and_another_change_takes_it_off(season):
    typed = {"season": season.pk, "property": "plot", "statement": "x", "judgement-0-level": "official"}
    assert added("detail", "mona", **typed, **{"judgement-0-override": "Seen the film."}).status_code == 302
    claim = Detail.objects.get()
    assert claim.judgement.override == "Seen the film."
    alice = desk_of("alice")
    alice.post(change_url(claim), filled(alice.get(change_url(claim))) | {"judgement-0-level": "confirmed"})
    claim = Detail.objects.get()
    assert (claim.judgement.level, claim.judgement.override) == ("confirmed", "")


def test_what_was_assessed_is_not_deleted(season):
    alice = desk_of("alice")
    claim, draft = released(season), Detail.objects.get(pk=make.a_detail(season).pk)
    assert (
        alice.post(reverse("admin:claims_milestone_delete", args=[claim.pk]), {"post": "yes"}).status_code
        == 403
    )
    assert (
        alice.post(reverse("admin:claims_detail_delete", args=[draft.pk]), {"post": "yes"}).status_code == 302
    )
    assert list(Claim.objects.values_list("pk", flat=True)) == [claim.pk]


def test_history_lists_what_readers_were_told(season):
    claim = released(season)
    page = desk_of("bob").get(change_url(claim))
    assert [(held.row.level, held.state) for held in page.context["panel"].history] == [("official", "Live")]


def test_the_list_of_all_leads_each_claim_to_its_kind(season):
    claim = released(season)
    to = desk_of("bob").get(reverse("admin:claims_claim_change", args=[claim.pk]))["Location"]
    assert to == change_url(claim)


def test_the_autocomplete_of_claims_finds_by_show_and_person(season):
    released(season)
    query = {"app_label": "claims", "model_name": "claim", "field_name": "supersedes", "term": "dead release"}
    found = desk_of("bob").get(reverse("admin:autocomplete"), query).json()["results"]
    assert [one["text"] for one in found] == ["All Of Us Are Dead Season 2 comes out in late 2026."]
