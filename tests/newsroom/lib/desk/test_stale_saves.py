"""Two people save one row: the second is refused, sees both versions, and loses no word."""

import pytest

from claims.assessing import judge
from claims.models import JudgementEvidence, Milestone
from shows.models import Show
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def show():
    make.a_season()
    return Show.objects.get()


def both_open(row):
    alice, mona = desk_of("alice"), desk_of("mona")
    url = change_url(row)
    return url, (alice, filled(alice.get(url))), (mona, filled(mona.get(url)))


def test_the_second_save_is_refused_and_shows_both_versions(show):
    url, (alice, hers), (mona, theirs) = both_open(show)
    assert mona.post(url, theirs | {"title": "Mona’s title", "country": "KR"}).status_code == 302
    refused = alice.post(url, hers | {"title": "Alice’s title"})
    assert refused.status_code == 409
    show.refresh_from_db()
    assert (show.title, show.country) == ("Mona’s title", "KR")
    page = refused.content.decode()
    assert "This was saved by mona at" in page
    assert [(one.label, one.yours, one.theirs) for one in refused.context["desk_differences"]] == [
        ("Title", "Alice’s title", "Mona’s title"),
        ("Country", "", "KR"),
    ]
    assert filled(refused)["title"] == "Alice’s title"


def test_a_second_save_that_knows_goes_through(show):
    url, (alice, hers), (mona, theirs) = both_open(show)
    mona.post(url, theirs | {"title": "Mona’s title"})
    refused = alice.post(url, hers | {"title": "Alice’s title"})
    assert alice.post(url, filled(refused)).status_code == 302
    show.refresh_from_db()
    assert show.title == "Alice’s title"


def test_a_third_save_in_between_is_refused_again(show):
    url, (alice, hers), (mona, theirs) = both_open(show)
    mona.post(url, theirs | {"title": "Mona’s title"})
    refused = alice.post(url, hers | {"title": "Alice’s title"})
    Show.objects.update(title="Somebody’s title")
    assert alice.post(url, filled(refused)).status_code == 409


def test_a_change_of_an_inline_makes_the_form_stale(show):
    url, (alice, hers), _ = both_open(show)
    show.seasons.update(title="The siege")
    refused = alice.post(url, hers | {"country": "KR"})
    assert refused.status_code == 409
    assert [(one.label, one.theirs) for one in refused.context["desk_differences"]] == [
        ("Country", ""),
        ("Seasons", "2 · The siege"),
    ]


def test_a_row_that_somebody_took_out_can_be_saved_again(show):
    claim = Milestone.objects.get(pk=make.a_release().pk)
    judge(claim, "rumoured", evidence=[{"source": make.a_source(), "quote": "Soon."}])
    url, (alice, hers), _ = both_open(claim)
    JudgementEvidence.objects.all().delete()
    refused = alice.post(url, hers | {"evidence-0-quote": "Alice’s words."})
    assert refused.status_code == 409
    assert filled(refused)["evidence-0-quote"] == "Alice’s words."
    assert alice.post(url, filled(refused)).status_code == 302
    assert [one.quote for one in claim.judgement.evidence.all()] == ["Alice’s words."]


@pytest.mark.parametrize("token", ["", "0" * 32, "<script>"])
def test_a_forged_token_is_stale(show, token):
    url, (alice, hers), _ = both_open(show)
    assert alice.post(url, hers | {"title": "Forged", "_version": token}).status_code == 409
    assert alice.post(url, {k: v for k, v in hers.items() if k != "_version"}).status_code == 409
    assert not Show.objects.filter(title="Forged").exists()


def test_who_may_not_change_is_refused_before_anything_is_compared(show):
    url = change_url(show)
    bob = desk_of("bob")
    assert bob.post(url, filled(bob.get(url)) | {"title": "Bob’s title"}).status_code == 403


def test_no_list_is_edited_in_place():
    from django.contrib import admin

    assert [model for model, one in admin.site._registry.items() if one.list_editable] == []


def test_the_twentieth_stale_save_overwrites_nothing(show):
    url, (alice, hers), _ = both_open(show)
    for number in range(20):
        Show.objects.update(title=f"Title {number}")
        assert alice.post(url, hers | {"title": "Alice’s title"}).status_code == 409
    assert Show.objects.get().title == "Title 19"
