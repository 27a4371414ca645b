"""How lists are asked of the database: by the index of one topic, never by way of all editions."""

import pytest
from django.db import connection

from articles.filters import EditionFilter, rarest
from articles.models import Edition, Filing
from articles.models.filing import Kind
from newsroom.lib import clock
from tests.factories import a_milestone, a_person, a_platform, a_season
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
NEWEST = "articles_filing_newest"


@pytest.fixture
def newsstand(at):
    season = a_season()
    renewed = held(a_milestone(season, platform=None), "official")
    held(a_milestone(season, "platform", platform=a_platform()), "official")
    for number in range(3):
        at.forward(hours=1)
        people = [a_person()] if number == 0 else []
        on_sale(
            f"story-{number}",
            seasons=[season],
            people=people,
            kicker="Dates",
            claims=[renewed],
            leads=[renewed],
        )


def plan(rows) -> str:
    """The database's own plan, as if the tables were too large to be read as a whole."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
    return rows.explain()


QUERIES = [
    {},
    {"show": "all-of-us-are-dead"},
    {"person": "lomon"},
    {"platform": "netflix"},
    {"kicker": "dates"},
    {"min": "official"},
    {"year": "2026"},
    {"year": "2026", "month": "3"},
    {"show": "all-of-us-are-dead", "season": "2", "person": "lomon", "min": "reported"},
]


@pytest.mark.parametrize("given", QUERIES, ids=lambda given: " ".join(given) or "everything")
@pytest.mark.parametrize("is_deep", [False, True], ids=["first", "deep"])
def test_a_list_streams_from_the_index_of_one_topic(newsstand, given, is_deep):
    wanted = EditionFilter(given, Edition.objects.live())
    place = (clock.now(), "story-1") if is_deep else None
    told = plan(wanted.filings(place).values("article")[:21])
    assert NEWEST in told
    assert "articles_edition" not in told
    assert "TEMP B-TREE FOR ORDER" not in told and "Sort" not in told


def test_a_deep_page_sends_one_upper_bound(newsstand):
    wanted = EditionFilter({"year": "2026", "month": "3"}, Edition.objects.live())
    asked = str(wanted.filings((clock.now(), "story-1")).query)
    assert (asked.count('"published_at" <'), asked.count('"published_at" <= ')) == (1, 1)


def test_the_rarest_topic_drives(newsstand):
    wanted = EditionFilter({"kicker": "dates", "person": "lomon"}, Edition.objects.live())
    assert rarest(wanted.topics())[0] == Kind.PERSON
    assert [edition.slug for edition in wanted.newest(9)] == ["story-0"]


def test_a_story_is_once_in_a_list(newsstand):
    """Its season is one of the show's: one row for the show, whichever way it is its topic."""
    assert Filing.objects.filter(kind=Kind.SHOW).count() == 3
