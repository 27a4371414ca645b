from datetime import date

import pytest

from claims import gap, record
from claims.models import Claim
from tests.factories import a_release, a_season
from tests.newsstand import held


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2022, 1, 28), date(2026, 11, 6), "4 years 9 months"),
        (date(2022, 1, 28), date(2022, 2, 27), "less than a month"),
        (date(2022, 1, 28), date(2022, 2, 28), "1 month"),
        (date(2022, 1, 28), date(2023, 1, 28), "1 year"),
    ],
)
def test_whole_months_are_counted(first, last, said):
    assert gap.said(gap.months(first, last)) == said


@pytest.mark.django_db
def test_the_gap_runs_from_the_release_before_and_is_as_sure_as_the_weaker(at):
    one, two = a_season(number=1), a_season()
    before = held(a_release(one, "2022-01-28", "2022-01-28", "", precision="day"), "official")

    def found():
        return gap.gap(record.read(Claim.objects.about(two.show), at.forward(seconds=1)), two)

    assert (found().text, found().since) == ("", "Season 1, 28 January 2022")
    own = held(a_release(two))
    told = found()
    assert (told.text, told.weakest, told.before) == ("4 years 7 months to 4 years 11 months", own, before)


@pytest.mark.django_db
def test_a_first_season_has_none(at):
    season = held(a_release(a_season(number=1))).season
    assert gap.gap(record.read(Claim.objects.about(season.show), at.forward(seconds=1)), season) is None
