"""Merging from the desk: what follows is told before it is done."""

import pytest
from django.urls import reverse

from claims.assessing import assess
from tests import factories as make
from tests.desk_people import desk_of, filled

pytestmark = pytest.mark.django_db


def url_of(row):
    return reverse(f"admin:claims_{row._meta.model_name}_merge", args=[row.pk])


@pytest.fixture
def outlets(at, alice):
    """What is confirmed rests on both."""
    one, other = make.a_source("deadline", "trade"), make.a_source("deadline-line", "press")
    claim = make.a_detail(statement="They move to Busan.")
    assess(claim, "confirmed", by=alice, evidence=[one, other])
    return one.outlet, other.outlet


def test_a_merge_that_takes_an_origin_away_is_told_before_it_is_done(outlets):
    kept, double = outlets
    desk, url = desk_of("alice"), url_of(double)
    page = desk.post(url, filled(desk.get(url)) | {"into": kept.pk})
    told = "would rest on one, which no longer carries its level: “They move to Busan.”"
    assert told in page.content.decode()
    double.refresh_from_db()
    assert double.merged_into is None
    answer = desk.post(url, filled(page) | {"into": kept.pk, "knowing": "on"})
    double.refresh_from_db()
    assert (answer.status_code, double.merged_into) == (302, kept)


def test_a_merge_that_lowers_nothing_asks_nothing(outlets):
    kept, other = outlets[0], make.an_outlet("upi", "press")
    desk, url = desk_of("alice"), url_of(other)
    assert desk.post(url, filled(desk.get(url)) | {"into": kept.pk}).status_code == 302
    other.refresh_from_db()
    assert other.merged_into == kept


@pytest.mark.parametrize("into", ["", "0"])
def test_what_names_no_row_is_said_on_the_form(outlets, into):
    desk, url = desk_of("alice"), url_of(outlets[1])
    assert desk.post(url, filled(desk.get(url)) | {"into": into}).status_code == 200
