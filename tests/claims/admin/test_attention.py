"""Needs attention: what the desk is told, in words, and by whom it can be downloaded."""

import csv
import io

import pytest
from django.urls import reverse

from claims.admin.attention import as_text
from claims.assessing import assess
from tests import factories as make
from tests.claims.test_due import a_pile
from tests.desk_people import desk_of
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db
PAGE = "/admin/claims/claim/attention/"
EMPTY = [
    "Nothing has lapsed",
    "Nothing is overdue",
    "No two claims contradict each other",
    "carried by its evidence alone",
    "still carries it",
    "Every claim that stands names a source",
    "rests on two sources or more",
]


def sections(desk):
    return {section.name: section for section in desk.get(PAGE).context["sections"]}


def test_an_empty_desk_is_told_so_kindly(at):
    page = words(desk_of("alice").get(PAGE))
    assert [sentence for sentence in EMPTY if sentence not in page] == []


def test_the_desk_opens_with_the_way_there(at):
    assert f'href="{PAGE}"' in desk_of("bob").get("/admin/").content.decode()


def test_each_list_says_what_it_holds(at, mona):
    a_pile(1)
    at.to("2027-01-01")
    desk = desk_of("alice")
    page, found = words(desk.get(PAGE)), sections(desk)
    counts = {name: section.count for name, section in found.items()}
    assert counts == {
        "lapsed": "2",
        "due": "2",
        "conflicts": "1",
        "overrides": "1",
        "not-carried": "1",
        "unsourced": "0",
        "single-source": "0",
    }
    assert [len(rows) for rows in found["conflicts"].groups] == [2]
    assert "alice, since 1 Mar 2026, 12:00 UTC. The evidence carries speculation." in page
    assert "“We know.”" in page
    assert "So far: 2 outlets, 1 origin" in page
    assert "As of 1 March 2026; its review was due on 30 April 2026." in page


def test_what_lapsed_leads_to_what_came_of_it_for_those_who_may_say(at, alice):
    claim = held(make.a_release())
    at.to("2027-01-01T12:00")
    url = reverse("admin:claims_milestone_outcome", args=[claim.pk])
    shown = {name: url in desk_of(name).get(PAGE).content.decode() for name in ("alice", "bob")}
    assert shown == {"alice": True, "bob": False}


def test_the_page_costs_the_same_however_much_there_is(at):
    a_pile(3)
    at.to("2027-01-01")
    few = queries(desk_of("mona"), PAGE)
    at.to("2026-03-01")
    a_pile(20)
    at.to("2027-01-01")
    assert queries(desk_of("mona"), PAGE) == few


def test_the_report_of_overrides_is_the_managing_editors(at, mona):
    claim = make.a_detail(key="c-bold", statement="=HYPERLINK(1)")
    because = '=cmd|"/C calc"!A0'
    assess(claim, "official", by=mona, override=because, evidence=[make.a_document()])
    answer = desk_of("mona").get("/admin/claims/claim/overrides.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="overrides-2026-03-01.csv"'
    [head, row] = csv.reader(io.StringIO(answer.content.decode()))
    assert head == ["Claim", "Level", "The evidence carries", "Reason", "By", "Since", "Address"]
    assert row[:5] == ["'=HYPERLINK(1)", "Official", "rumoured", f"'{because}", "mona"]
    assert row[6].endswith("/claims/c-bold/")
    assert desk_of("alice").get("/admin/claims/claim/overrides.csv").status_code == 403


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"])
def test_nothing_that_anybody_typed_is_a_formula(cell):
    assert as_text(cell) == f"'{cell}"
    assert as_text("Late 2026 = a guess") == "Late 2026 = a guess"
