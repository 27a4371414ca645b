"""Sentences that seem to state what they do not: none of them may come out as a fact."""

import pytest

from articles.plaintext import read

HEAD = (
    "Harrow Lane Season 3: cast, release date and what we know\n4 June 2026\n\n"
    "HBO drama Harrow Lane is back for a third season of episodes with a new cast.\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "There is no truth to reports that season 3 will premiere on 5 May 2027.",
        "HBO has not confirmed that Season 3 premieres on 5 May 2027.",
        "HBO declined to say whether season 3 premieres on 5 May 2027.",
        "Contrary to rumours, season 3 will not premiere on 5 May 2027.",
        "Fans hope season 3 will premiere on 5 May 2027.",
        "A fake poster says season 3 premieres 5 May 2027.",
        "HBO is yet to renew Harrow Lane for a fourth season.",
        "HBO has not renewed or cancelled Harrow Lane.",
        "HBO denies it has cancelled Harrow Lane.",
        "The show was nearly cancelled in 2024.",
        "The soundtrack drops on 5 May 2027.",
        "The DVD will be released on 5 May 2027.",
        "Netflix's rival show Dark Sea premieres on 5 May 2027.",
        "Once filming wraps in May 2027, editing begins.",
        "Filming has not wrapped yet.",
        "Season 3 will have more than eight episodes.",
        "Tom Hart turned down the role of Judge Pell.",
        "Tom Hart was rumoured to play Judge Pell, but Ann Cole got the part.",
        "HBO has not confirmed that Tom Hart will return as Judge Pell.",
        "Could Tom Hart return as Judge Pell?",
        "Sources tell us Tom Hart will play Judge Pell.",
    ],
)
def test_a_sentence_that_seems_to_state_a_fact_states_none(sentence):
    story = read(f"{HEAD}{sentence}\n")
    sure = ("official", "confirmed")
    assert not [fact for fact in story.facts if fact.kind != "other" and fact.confidence in sure]
    assert not [credit for credit in story.cast if credit.confidence in sure]
    assert story.release.status in ("unknown", "expected") and story.release.date is None


def test_a_game_in_a_title_is_no_video_game():
    story = read(
        "Squid Game season 3 date\n1 May 2025\n\nNetflix said Squid Game season 3 will be released on June 27, 2025.\n"
    )
    assert story.release.date == "2025-06-27"
