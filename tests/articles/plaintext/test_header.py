import pytest

from articles.plaintext.header import read_header
from articles.plaintext.lines import lines_of

BODY = (
    "\n\nNetflix has put a date on the second season. The drama is back after three years, with all its cast."
)


def head(text):
    header = read_header(lines_of(text + BODY))
    return header.title, header.section, header.date.date if header.date else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            " date 2026-02-23 Moving Season 2 | K-Drama News",
            ("Moving Season 2", "K-Drama News", "2026-02-23"),
        ),
        (
            "News / TV\nMoving gets a date\nBy Staff\n1st November 2023",
            ("Moving gets a date", "News / TV", "2023-11-01"),
        ),
        (
            "[GUIDE]\nMoving: cast and plot\n2025.04.21 | 14:05 KST",
            ("Moving: cast and plot", "[GUIDE]", "2025-04-21"),
        ),
        (
            "TV\nDec. 15, 2023 / 12:50 PM\nMoving to return for more",
            ("Moving to return for more", "TV", "2023-12-15"),
        ),
        ("# Moving is back\n*Published: 3 March 2026*", ("Moving is back", None, "2026-03-03")),
        ("Moving is back\nBy Jo Day  |  July 12, 2023 5:31 pm ET", ("Moving is back", None, "2023-07-12")),
        ("Moving is back\nUpdated November 2025", ("Moving is back", None, "2025-11")),
        ("Moving is back\nPosted on Nov 3, 2025 by Minji", ("Moving is back", None, "2025-11-03")),
        ("Moving is back\nLondon, 9 February 2026", ("Moving is back", None, "2026-02-09")),
        (
            "Moving is back\nPublished 4 May 2025\nLast updated 5 May 2025",
            ("Moving is back", None, "2025-05-04"),
        ),
        ("", (None, None, None)),
    ],
)
def test_kicker_headline_and_date_are_found_in_any_order(text, expected):
    assert head(text) == expected


def test_a_standfirst_stands_between_headline_and_byline():
    header = read_header(lines_of("Moving gets a date\nThe thriller is back after a gap\nBy Jo Day" + BODY))
    assert (header.standfirst, header.byline) == ("The thriller is back after a gap", "Jo Day")


def test_the_body_begins_below_the_head():
    lines = lines_of("Moving gets a date\n1 May 2025" + BODY)
    assert lines[read_header(lines).body].text.startswith("Netflix has put")
