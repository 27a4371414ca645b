"""What the panel “Mark as claim” asks: claims to choose from, and a claim made while writing."""

import pytest
from django.contrib.sessions.models import Session

from claims.assessing import judge
from claims.models import Claim, Outlet, Source
from shows.models import Person
from tests.articles.admin.posting import url
from tests.factories import a_casting, a_detail, a_person, a_release, a_season, a_show, a_source, an_outlet
from tests.newsstand import held

pytestmark = pytest.mark.django_db

NEW = {
    "kind": "milestone",
    "milestone": "release",
    "when": "late 2026",
    "level": "rumoured",
    "outlet": "Deadline",
    "outlet_kind": "trade",
    "title": "Season 2 eyes late 2026",
    "url": "https://deadline.example/1",
    "published_on": "2026-02-18",
}


def made(client, season, **typed):
    return client.post(url("claim_new"), {**NEW, "subject": f"season:{season.pk}", **typed})


def test_the_panel_offers_the_claims_of_the_storys_shows(editor, at):
    season, other = a_season(), a_season(a_show("another"))
    held(a_release(season), "reported")
    judge(a_detail(season), "speculation", reason="We think so.")
    a_casting(season=season)
    a_release(other, as_said="canary")
    told = editor.get(url("claim_search", season=season.pk)).json()
    assert sorted(claim["level_said"] for claim in told["claims"]) == [
        "No level yet",
        "Reported",
        "Speculation",
    ]
    assert [subject["label"] for subject in told["subjects"]] == [str(season), str(season.show)]
    found = editor.get(url("claim_search", season=season.pk, q="LATE comes")).json()
    assert [claim["said"] for claim in found["claims"]] == [
        "All Of Us Are Dead Season 2 comes out in late 2026."
    ]
    assert found["sentence"] == "1 claim to choose from."


def test_without_a_show_the_panel_says_what_to_do(editor):
    assert (
        "First name the show" in editor.get(url("claim_search", show="9" * 30, season="x")).json()["sentence"]
    )


def test_a_claim_is_made_with_its_level_and_a_new_source(editor, at):
    response = made(editor, a_season())
    claim, source = Claim.objects.get(), Source.objects.get()
    told = response.json()["claim"]
    assert (response.status_code, told["key"], told["level"]) == (201, claim.key, "rumoured")
    assert (str(claim.earliest), str(claim.latest), claim.precision) == ("2026-09-01", "2026-12-31", "window")
    assert (claim.made_by, source.added_by, source.outlet.kind) == (editor.user, editor.user, "trade")
    assert [str(one.source) for one in claim.judgement.evidence.all()] == [
        "Deadline: Season 2 eyes late 2026"
    ]
    assert not claim.assessments.exists()


def test_a_source_that_the_desk_has_is_used_again(editor, at):
    season, source = a_season(), a_source(url="https://deadline.example/1")
    assert made(editor, season, outlet="", outlet_kind="", title="").status_code == 201
    assert made(editor, season, when="", milestone="trailer", source=source.pk, url="").status_code == 201
    assert list(Source.objects.all()) == [source]


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"subject": "season:x"}, "subject", "Name the show or season it is about."),
        ({"when": "soonish"}, "when", "Say one day or window with its year: “6 November 2026”, “late 2026”."),
        ({"milestone": "episodes", "value": "six"}, "value", "Say how many episodes, as a number."),
        ({"milestone": "platform"}, "platform", "Say on which platform."),
        ({"kind": "casting"}, "person", "Name the person."),
        ({"kind": "casting", "person": "Lo"}, "person",
         "Nobody in the catalogue is called “Lo”: tick that they are new."),
        ({"kind": "detail"}, "statement", "Say it in a sentence."),
        ({"outlet_kind": ""}, "outlet_kind", "“Deadline” is new to the desk: say what kind of outlet it is."),
        ({"title": ""}, "title", "A new source needs this."),
        ({"url": "javascript:alert(1)"}, "url", "Give a web address that begins with http(s)://."),
        ({"as_of": "2027-01-01"}, "as_of", "The evidence can't speak to a day that is still to come."),
        ({"published_on": "18/02/26"}, "published_on", "Give a date as 2025-07-23, 2025-07 or 2025."),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_at_its_field(editor, at, typed, field, sentence):
    response = made(editor, a_season(), **typed)
    assert response.status_code == 422
    assert response.json()["errors"][field] == [sentence]
    assert not Claim.objects.exists() and not Outlet.objects.exists()


def test_no_level_above_what_the_evidence_carries(editor, at):
    told = made(editor, a_season(), level="official").json()["errors"]["level"]
    assert "“Official” needs a dated announcement" in told[0] and "carries “reported”" in told[0]


def test_a_new_person_comes_into_the_catalogue_when_that_is_said(editor, at):
    cast = {"kind": "casting", "person": "Park Ji-hu", "change": "returning", "add_person": "on"}
    assert made(editor, a_season(), **cast).status_code == 201
    assert Claim.objects.get().person == Person.objects.get(slug="park-ji-hu")


def test_of_two_people_of_one_name_one_is_to_be_chosen(editor, at):
    a_person("lee-one", name="Lee"), a_person("lee-two", name="Lee")
    told = made(editor, a_season(), kind="casting", person="Lee").json()["errors"]["person"]
    assert told == ["More than one person is called Lee: choose one from the list."]
    assert editor.get(url("person_names", q="lee")).json()["names"] == ["lee-one", "lee-two"]
    assert made(editor, a_season(number=3), kind="casting", person="lee-two").status_code == 201


def test_a_claim_that_the_desk_has_is_offered_instead(editor, at):
    season = a_season()
    made(editor, season)
    told = made(editor, season).json()
    assert told["errors"]["__all__"] == ["The desk has this claim already."]
    assert told["existing"]["key"] == Claim.objects.get().key


def test_a_rival_is_to_be_related(editor, at):
    season = a_season()
    old = held(a_release(season), "rumoured")
    told = made(editor, season, when="May 2027").json()
    assert told["errors"]["relation"] == ["Another claim answers the same question: say how they stand."]
    assert [rival["key"] for rival in told["rivals"]] == [old.key]
    assert made(editor, season, when="May 2027", relation=f"supersedes {old.key}").status_code == 201
    assert Claim.objects.get(as_said="May 2027").supersedes == old
    assert made(editor, season, when="June 2027", relation=f"beside {old.key}").status_code == 201


def test_a_rival_that_is_only_judged_is_to_be_related_too(editor, at):
    season = a_season()
    assert made(editor, season, when="May 2027").status_code == 201
    waiting = Claim.objects.get()
    told = made(editor, season, when="June 2027").json()
    assert [rival["key"] for rival in told["rivals"]] == [waiting.key]
    assert made(editor, season, when="June 2027", relation=f"beside {waiting.key}").status_code == 201


def test_a_writer_may_choose_a_claim_but_not_make_one(writer, at):
    season = a_season()
    a_release(season)
    an_outlet("deadline", "trade")
    assert len(writer.get(url("claim_search", season=season.pk)).json()["claims"]) == 1
    response = made(writer, season, when="May 2027")
    assert response.status_code == 403
    assert "Making a claim is an editor’s to do" in response.json()["sentence"]
    assert Claim.objects.count() == 1


@pytest.mark.parametrize("view", ["claim_search", "person_names", "claim_new"])
def test_who_has_no_role_learns_nothing(client, bob, view):
    season = a_season()
    a_release(season, as_said="canary")
    assert client.get(url(view, season=season.pk)).status_code == 302
    client.force_login(bob)
    response = (
        client.post(url(view)) if view == "claim_new" else client.get(url(view, season=season.pk, q="a"))
    )
    assert response.status_code == 403 and "canary" not in response.content.decode()


def test_what_is_asked_in_the_background_leaves_the_session_as_it_stands(at, editor):
    editor.get(url("changelist"))
    ends = [Session.objects.get().expire_date]
    at.forward(hours=1)
    editor.get(url("claim_search"), headers={"sec-fetch-dest": "empty"})
    ends.append(Session.objects.get().expire_date)
    editor.get(url("claim_search"))
    ends.append(Session.objects.get().expire_date)
    assert ends[0] == ends[1] < ends[2]
