import pytest

from articles.plaintext.head_lines import DATELINE, is_meta, is_topic


@pytest.mark.parametrize(
    "line",
    [
        "Bogotá, 8 Aug 2025",
        "Channel 4 | 28 August 2025",
        "TRANSFER NEWS | 31 January 2026",
        "Crown Court, Wednesday 4 June 2025",
        "Issue 114, 7 March 2026",
        "July 21, 2026 9:00am",
        "Web Series | By Ritu Sharma | Published: 15 Jul 2025, 02:30 PM IST",
    ],
)
def test_a_date_with_a_word_or_two_beside_it_is_no_headline(line):
    assert is_meta(line)


@pytest.mark.parametrize(
    "line", ["Season 2 premiere, 5 May 2026", "Harbour returns on 5 May 2026", "Cast of Harbour, 2026"]
)
def test_a_headline_with_a_date_stays_a_headline(line):
    assert not is_meta(line)


@pytest.mark.parametrize(
    "opening",
    [
        "LONDON, Nov 3 (Reuters) - ",
        "CUPERTINO, CALIFORNIA — February 10, 2026 — ",
        "MADRID, 17 April 2026 — ",
        "HONG KONG, Jan 2 — ",
    ],
)
def test_a_dateline_is_taken_off_whole(opening):
    assert DATELINE.sub("", opening + "Netflix said on Friday.") == "Netflix said on Friday."


def test_a_kicker_below_the_headline_is_known_by_its_topic():
    assert [
        is_topic(line) for line in ("Food & Drink", "BBC Drama | Cast guide", "A return nobody saw coming")
    ] == [
        True,
        True,
        False,
    ]
