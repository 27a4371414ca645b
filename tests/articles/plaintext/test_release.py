import pytest

from articles.plaintext.release import release_of
from articles.plaintext.story import Fact
from articles.plaintext.subject import Subject

SUBJECT = Subject("Moving", 2, "series", "Disney+")


def fact(date=None, window=None, level="official", precision="day", kind="release_date", **more):
    more.setdefault("value", "premieres")
    return Fact(
        kind=kind,
        confidence=level,
        evidence="",
        date=date,
        date_text=date,
        window=window,
        precision=precision,
        **more,
    )


def release(*facts):
    found = release_of(list(facts), SUBJECT, "2025-08-11")
    return found.status, found.date, found.window


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([fact("2025-11-07")], ("announced", "2025-11-07", None)),
        ([fact("2025-11", "November 2025", precision="month")], ("announced", "2025-11", None)),
        ([fact("2026", "2026", precision="year")], ("announced", None, "2026")),
        ([fact(None, "late 2026", "speculation", "window")], ("expected", None, "late 2026")),
        ([fact("2025-11-07", level="reported")], ("expected", "2025-11-07", None)),
        ([fact("2025-11-07", level="rumoured")], ("expected", None, None)),
        ([fact("2025-11-07", level="debunked")], ("unknown", None, None)),
        ([fact("2025-01-11", superseded=True)], ("unknown", None, None)),
        ([fact("2023-05-01", season=1)], ("unknown", None, None)),
        ([fact("2025-12-05", level="rumoured"), fact("2025-11-07")], ("announced", "2025-11-07", None)),
        ([fact("2025-08-01", value="premiered")], ("released", "2025-08-01", None)),
        ([fact(kind="cancellation", precision="none")], ("cancelled", None, None)),
        ([fact(kind="cancellation", level="rumoured", precision="none")], ("unknown", None, None)),
        (
            [fact(kind="other", value="out now", precision="none", level="confirmed")],
            ("released", None, None),
        ),
        ([], ("unknown", None, None)),
    ],
)
def test_the_surest_standing_fact_answers(facts, expected):
    assert release(*facts) == expected


def test_a_text_about_no_title_has_no_release():
    assert release_of([], Subject(), None) is None
