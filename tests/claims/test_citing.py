"""A claim is cited with its level, its day and its address."""

import pytest

from claims import record
from claims.citing import reference
from claims.models import Claim
from newsroom.lib import clock
from newsroom.lib.params import Moment
from tests.factories import a_casting, a_milestone, a_release
from tests.newsstand import held

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def our_site(settings):
    settings.SITE_NAME, settings.SITE_URL = "Newsroom", "https://news.example"


def cited(asked="", **options):
    known = record.read(Claim.objects.all(), clock.now())
    (claim,) = known.claims
    return reference(claim, Moment(clock.now(), asked), known.today, **options)


def test_a_date_is_cited_by_its_title(at):
    held(a_release(key="late-2026"))
    assert cited().text == (
        "All Of Us Are Dead, season 2: late 2026 (rumoured, as of 1 March 2026). Newsroom,"
        " https://news.example/claims/late-2026/, seen 1 March 2026."
    )


def test_anything_else_is_cited_in_its_sentence(at):
    held(a_casting(character="Lee Su-hyeok"))
    assert cited().words == (
        "Lomon returns as Lee Su-hyeok in All Of Us Are Dead Season 2 (rumoured, as of 1 March 2026)"
    )


def test_so_is_a_date_that_somebody_worded(at):
    held(a_release(statement="It comes late."))
    assert cited().words == "It comes late (rumoured, as of 1 March 2026)"


def test_no_date_is_cited_in_words(at):
    held(a_milestone(property="release"), "reported")
    assert cited().words.startswith("No release date has been announced for All Of Us Are Dead Season 2 (rep")


def test_an_overdue_level_is_cited_as_such_and_a_superseded_claim_as_one(at):
    held(a_release(part="Volume 1"))
    at.forward(days=30)
    assert cited(is_gone=True).words == (
        "All Of Us Are Dead, season 2, Volume 1: late 2026 (rumoured, as of 1 March 2026, not re-checked since"
        " 1 March 2026; superseded since)"
    )


def test_a_past_moment_is_cited_with_its_own_address(at):
    held(a_release(key="late-2026"))
    told = cited("2026-03-01T12:00:00+00:00")
    assert told.text.endswith(
        "https://news.example/claims/late-2026/?as_of=2026-03-01T12%3A00%3A00%2B00%3A00, as it stood on 1 March 2026."
    )
    assert told.permalink == "https://news.example/claims/late-2026/"


def test_as_html_it_escapes_what_the_source_said(at):
    held(a_release(as_said="<script>x</script>"))
    assert "&lt;script&gt;" in cited().html and "<script>" not in cited().html
