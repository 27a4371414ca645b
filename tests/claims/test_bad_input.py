"""What may not be, however it comes in: by the desk's form, by a file, by Python."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from claims.assessing import assess, judge
from claims.models import Claim, Judgement, Outlet, Source
from newsroom.lib.refusals import Refused
from tests import factories as make
from tests.articles.exchange import worlds
from tests.claims.admin.test_propositions import added
from tests.desk_people import change_url, desk_of, filled

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "javascript:alert(1)",
    "ftp://upi.example/1",
    "data:text/html,x",
    "https://upi.example/a b",
    "//upi",
]
WORDS = "Give a web address that begins with http(s)://."


@pytest.fixture
def season(at, alice):
    return make.a_season()


def told(page):
    assert page.status_code == 200
    return page.content.decode()


# An address that is none


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_is_http_on_the_form(season, url):
    outlet = make.an_outlet("upi", "press")
    for name in ("url", "archive_url"):
        desk = desk_of("alice")
        typed = filled(desk.get("/admin/claims/source/add/")) | {"outlet": outlet.pk, "title": "A piece"}
        assert WORDS in told(desk.post("/admin/claims/source/add/", typed | {name: url}))
    assert not Source.objects.exists()


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_is_http_in_a_file(season, tmp_path, url):
    for name in ("url", "archive_url"):
        world = worlds.changed("s-upi", **{name: url})
        [fault] = worlds.refused(tmp_path, world)
        assert fault == f'line 3, field "{name}": {WORDS}'


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_is_http_in_python(season, url):
    for name in ("url", "archive_url"):
        row = make.a_source("upi", "press")
        setattr(row, name, url)
        with pytest.raises(ValidationError, match="begins with http"):
            row.full_clean()
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        Outlet.objects.create(slug="bad", name="Bad", kind="press", url=url)


# A window that ends before it begins


def test_a_window_ends_after_it_begins_on_the_form(season):
    typed = {"season": season.pk, "property": "release", "precision": "window", "as_said": "late 2026"}
    page = added("milestone", **typed, earliest="2026-12-31", latest="2026-09-01")
    assert "The window ends before it begins." in told(page)
    assert not Claim.objects.exists()


def test_a_window_ends_after_it_begins_in_a_file(season, tmp_path):
    [fault] = worlds.refused(tmp_path, worlds.changed("c-window", earliest="2026-12", latest="2026-09"))
    assert fault == 'line 2, field "latest": the window ends before it begins'


def test_a_window_ends_after_it_begins_in_python(season):
    backwards = {"earliest": date(2026, 12, 31), "latest": date(2026, 9, 1)}
    with pytest.raises(DatabaseError), transaction.atomic():
        make.a_milestone(season, "release", precision="window", **backwards)
    with pytest.raises(ValidationError, match="ends before it begins"):
        Claim(show=season.show, season=season, kind="milestone", property="release", **backwards).clean()


# What speaks of a day that is still to come


def test_no_evidence_speaks_of_tomorrow_on_the_form(season):
    typed = {"judgement-0-level": "rumoured", "judgement-0-as_of": "2026-03-02"}
    page = added("detail", season=season.pk, property="plot", statement="To Seoul.", **typed)
    assert "The evidence can&#x27;t speak to a day that is still to come." in told(page)
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("place", ["assessments", "judgement"])
def test_no_evidence_speaks_of_tomorrow_in_a_file(season, tmp_path, place):
    row = worlds.assessed(as_of="2026-03-02", at="2026-03-01T09:00:00+00:00")
    judged = {"level": "reported", "as_of": "2026-03-02", "evidence": row["evidence"]}
    fields = {"assessments": [row]} if place == "assessments" else {"judgement": judged}
    world = [line for line in worlds.changed("c-window", **fields) if line["type"] != "article"]
    [fault] = worlds.refused(tmp_path, world)
    path = "assessments[0]" if place == "assessments" else place
    assert fault == f'line 1, field "{path}.as_of": the evidence can\'t speak to a day that is still to come'


def test_no_evidence_speaks_of_tomorrow_in_python(season, alice):
    claim = make.a_detail(season)
    with pytest.raises(ValidationError, match="a day that is still to come"):
        assess(claim, "rumoured", by=alice, as_of=date(2026, 3, 2), evidence=[make.a_document()])
    assert not claim.assessments.exists()


@pytest.mark.parametrize("as_of", ["2026-03-02", "2026-03-01T12:00:01+00:00", "2999-12-31"])
def test_no_page_speaks_of_tomorrow(season, client, alice, as_of):
    assess(make.a_detail(season, key="c-live"), "rumoured", by=alice, evidence=[make.a_document()])
    for url in ("/claims/c-live/", season.get_absolute_url(), season.show.get_absolute_url()):
        answer = client.get(url, {"as_of": as_of})
        assert answer.status_code == 400 and "lies in the future" in answer.content.decode()


# A second answer to one question, with nothing said of how the two stand


def rivals(season):
    held, rival = (
        make.a_release(season, key="c-held"),
        make.a_release(season, "2027-01", "2027-01", key="c-rival"),
    )
    assess(held, "reported", by=make.a_user(), evidence=[make.a_source("upi", "press")])
    judge(rival, "reported", evidence=[make.a_source("upi", "press")])
    return rival


def test_a_second_answer_needs_a_choice_on_the_form(season):
    rival = rivals(season)
    desk, url = desk_of("alice"), f"/admin/claims/milestone/{rival.pk}/release/"
    page = desk.post(url, filled(desk.get(url)))
    assert "say that it supersedes it, or that both stand beside each other" in told(page)
    assert not rival.assessments.exists()


def test_a_second_answer_needs_a_choice_in_a_file(season, tmp_path):
    rival = worlds.a_release("c-rival", earliest="2027-01", latest="2027-01", as_said="January 2027")
    [fault] = worlds.refused(tmp_path, [*worlds.a_world(), rival])
    assert "answers the same question as “c-" in fault and "name it in “supersedes” or in “beside”" in fault


def test_a_second_answer_needs_a_choice_in_python(season, alice):
    with pytest.raises(Refused, match="answers the same question as"):
        assess(rivals(season), "reported", by=alice, evidence=[make.a_source("upi", "press")])


# Sources that repeat each other in a circle


def a_circle(length):
    """The first of a chain, and its last, which the first is to repeat."""
    first = last = make.a_source("upi", "press", key="s-000")
    for number in range(1, length):
        last = make.a_source("upi", "press", key=f"s-{number:03}", repeats=last)
    return first, last


@pytest.mark.parametrize("length", [1, 2, 3])
def test_no_circle_on_the_form(season, length):
    first, last = a_circle(length)
    desk, url = desk_of("alice"), change_url(first)
    page = desk.post(url, filled(desk.get(url)) | {"repeats": last.pk})
    assert "This would repeat itself in a circle: name the origin instead." in told(page)


@pytest.mark.parametrize("length", [1, 2, 3])
def test_no_circle_in_a_file(season, tmp_path, length):
    sources = [worlds.a_source(f"s-{n:03}", repeats=f"s-{(n + 1) % length:03}") for n in range(length)]
    faults = worlds.refused(tmp_path, [*sources, worlds.UPI])
    assert faults == [
        f'line {n}, field "repeats": leads in a circle back to this line' for n in range(1, length + 1)
    ]


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_no_circle_in_python(season, length):
    first, last = a_circle(length)
    first.repeats = last
    with pytest.raises(ValidationError, match="in a circle"):
        first.full_clean()
    with pytest.raises(DatabaseError, match="in a circle"), transaction.atomic():
        first.save()
    with pytest.raises(DatabaseError, match="in a circle"), transaction.atomic():
        Source.objects.filter(pk=first.pk).update(repeats=last)
