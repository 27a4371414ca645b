import pytest

from claims import record
from claims.answer import MOST_WORDS, answer
from claims.models import Claim
from newsroom.lib import clock
from tests.factories import a_milestone, a_release, a_season
from tests.newsstand import held

pytestmark = pytest.mark.django_db


def text(season=None) -> str:
    season = season or a_season()
    return answer(record.read(Claim.objects.about(season), clock.now()).about(season)).text


def day(text, **fields):
    return {"earliest": text, "latest": text, "precision": "day", "as_said": ""} | fields


def test_nothing_held_says_so(at):
    assert text() == "No date announced."


@pytest.mark.parametrize(
    ("level", "fields", "said"),
    [
        ("official", day("2026-11-06"), "Comes out on 6 November 2026."),
        ("official", day("2026-02-06"), "Out since 6 February 2026."),
        ("rumoured", day("2026-02-06"), "Was due on 6 February 2026 (rumoured)."),
        ("confirmed", {}, "Comes out in late 2026."),
        ("confirmed", {"as_said": "by the end of 2026"}, "Comes out by the end of 2026."),
        ("speculation", {}, "No date announced; speculation for late 2026."),
        ("official", day("2026-11-06", part="Volume 1"), "Comes out on 6 November 2026 (Volume 1)."),
        ("rumoured", {"as_said": "one " * 24}, "No date announced; rumoured for September to December 2026."),
    ],
)
def test_the_date_is_said_as_surely_as_it_is_held(at, level, fields, said):
    season = a_season()
    held(a_release(season, **fields), level)
    assert text(season) == said


def test_a_cancellation_is_the_whole_answer(at):
    season = a_season()
    held(a_milestone(season, "cancellation"), "official")
    held(a_release(season))
    assert text(season) == "Cancelled."


def test_below_confirmed_the_level_stands_beside_the_words(at):
    season = a_season()
    held(a_milestone(season, "renewal"))
    assert text(season) == "Renewed (rumoured). No date announced."


def test_it_keeps_to_25_words(at):
    season = a_season()
    held(a_milestone(season, "post_production", **day("2026-02-01")), "official")
    held(a_milestone(season, "delay"), "reported")
    held(a_milestone(season, "final_season"), "reported")
    late = held(a_release(season, earliest="2026-12", latest="2027-03"))
    other = a_release(season, earliest="2027-06", latest="2028-03", as_said="some day")
    other.beside.add(late)
    held(other)
    assert len(text(season).split()) <= MOST_WORDS
    assert "Delayed (reported)." in text(season)
