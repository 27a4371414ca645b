import pytest

from articles.plaintext.facts import read_sentence
from articles.plaintext.merging import once
from articles.plaintext.stating import Setting
from articles.plaintext.subject import Subject

SETTING = Setting(Subject("Night Ferry", 3, "series", "Hulu"), "2025-08-11")


def facts(sentence, setting=SETTING):
    return [(f.kind, f.date or f.window, f.confidence) for f in once(read_sentence(sentence, setting))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Filming began in July 2024 and wrapped on May 3, 2025.",
            [("production_start", "2024-07", "confirmed"), ("filming_wrap", "2025-05-03", "confirmed")],
        ),
        ("Cameras stopped rolling on July 30.", [("filming_wrap", "2025-07-30", "confirmed")]),
        ("Filming is due to finish in November 2025.", [("filming_wrap", "2025-11", "confirmed")]),
        ("Hulu has set November 7, 2025 as the premiere date.", [("release_date", "2025-11-07", "official")]),
        (
            "The premiere, previously set for October 3, has been moved to November 7.",
            [("release_date", "2025-10-03", "confirmed"), ("release_date", "2025-11-07", "confirmed")],
        ),
        (
            "A leaker insists the third season lands on December 5.",
            [("release_date", "2025-12-05", "rumoured")],
        ),
        ("Fans are convinced it drops on October 31.", [("release_date", "2025-10-31", "speculation")]),
        (
            "If all goes well, the season will premiere in May 2026.",
            [("release_date", "2026-05", "speculation")],
        ),
        ("Dark Horizons says the season is eyeing 2026.", [("release_window", "2026", "reported")]),
        ("Hulu denied that it will premiere in October 2025.", [("release_date", "2025-10", "debunked")]),
        (
            "Hulu announced on August 1 that it will premiere in 2026.",
            [("release_window", "2026", "official")],
        ),
        (
            "Season 2 dropped in May 2023 and has 8 episodes.",
            [("release_date", "2023-05", "confirmed"), ("episode_count", None, "confirmed")],
        ),
        (
            "Hulu renewed the show for a fourth season on March 4, 2025.",
            [("renewal", "2025-03-04", "official")],
        ),
        (
            "Rumours that the show has been cancelled are false, Hulu said.",
            [("cancellation", None, "debunked")],
        ),
        ("The trailer arrived on August 1.", [("trailer", "2025-08-01", "confirmed")]),
        ("Hulu has not announced an official release date yet.", [("other", None, "confirmed")]),
        ("There's no word yet on when season 3 will premiere.", [("other", None, "confirmed")]),
        ("Season 3 is now streaming on Hulu.", [("other", None, "confirmed")]),
    ],
)
def test_a_sentence_gives_its_facts_with_their_levels(sentence, expected):
    assert facts(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The streamer has not renewed the show for a fourth season.",
        "It is unclear whether Hulu will cancel the show.",
        "The show is set in 1983 and is based on the 2015 novel by Ann Lee.",
        "The season opens with a storm in 1984.",
        "The Lighthouse season 2 arrives on November 14, 2025.",
        "Amazon's rival drama Cold Harbour premieres on October 9, 2025.",
        "Tickets go on sale on September 5, 2025.",
        "The director turned 50 on May 3, 2025.",
        "Will it be cancelled?",
    ],
)
def test_other_titles_settings_and_doubts_are_no_facts(sentence):
    assert facts(sentence) == []


def test_the_date_that_used_to_hold_is_superseded():
    text = "Hulu has pushed it back from May 5, 2026 to June 9, 2026."
    assert [(f.date, f.superseded) for f in read_sentence(text, SETTING)] == [
        ("2026-05-05", True),
        ("2026-06-09", False),
    ]


def test_a_fact_of_another_season_says_so():
    (fact,) = read_sentence("Season one arrived in December 2020.", SETTING)
    assert (fact.season, fact.date) == (1, "2020-12")


def test_parts_have_dates_of_their_own():
    text = "Volume 1 arrives on November 26, 2025, Volume 2 on December 25, 2025."
    assert [(f.part, f.date) for f in read_sentence(text, SETTING)] == [
        ("Volume 1", "2025-11-26"),
        ("Volume 2", "2025-12-25"),
    ]


def test_no_date_announced_is_a_release_milestone_without_precision():
    (fact,) = read_sentence("Netflix has yet to confirm a release date.", SETTING)
    assert (fact.kind, fact.property, fact.precision) == ("other", "release", "none")


def test_a_fact_carries_the_exact_words_that_state_it():
    text = "Some estimates place the premiere around mid-to-late 2026."
    (fact,) = read_sentence(text, SETTING)
    assert (fact.phrase, fact.earliest, fact.latest) == ("mid-to-late 2026", "2026-06-01", "2026-12-31")
    assert fact.phrase in fact.evidence


def test_an_unsure_heading_lowers_what_is_stated_flatly_below_it():
    under = Setting(SETTING.subject, SETTING.published, "Release date rumours")
    assert facts("The season will premiere in May 2026.", under) == [("release_date", "2026-05", "rumoured")]
