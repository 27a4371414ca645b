"""Texts written before the rules that read them were, in three rounds; docs/reading.md has the first figures.

They lie with gold in the evaluation set's own format, and its scorer holds them together from now on.
"""

import json
from pathlib import Path

import pytest

from articles.plaintext import decode, read

from .test_open_set import STORIES, Scorer

UNSEEN = Path(__file__).parent / "unseen"
OTHER_GENRES = [
    "court",
    "football",
    "oyster-tv-words",
    "phone",
    "recipe",
    "podcast",
    "stacktrace",
    "theatre",
    "video-game",
]
scored = pytest.mark.skipif(not STORIES.is_dir(), reason=f"no scorer at {STORIES}")


@scored
@pytest.mark.parametrize("name", ["first", "second", "third"])
def test_an_unseen_set_is_read_well_and_without_a_grave_mistake(name):
    areas, graves = Scorer().all_of(UNSEEN / name)
    assert graves == []
    assert sum(areas.values()) / len(areas) >= 0.96, areas


@pytest.mark.parametrize("name", OTHER_GENRES)
def test_a_text_that_is_not_about_the_screen_claims_nothing(name):
    path = next(UNSEEN.glob(f"*/{name}.txt"))
    story = read(decode(path.read_bytes()))
    assert (story.show, story.season, story.cast, story.facts, story.release) == (None, None, [], [], None)


@pytest.mark.parametrize("path", sorted(UNSEEN.glob("*/*.txt")), ids=lambda path: path.stem)
def test_nothing_of_a_text_is_said_more_surely_than_in_its_gold(path):
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    unsure = {
        c["person"] for c in gold["cast"] if set(c["confidence"]) <= {"rumoured", "speculation", "debunked"}
    }
    story = read(decode(path.read_bytes()))
    assert not [c for c in story.cast if c.person in unsure and c.confidence in ("official", "confirmed")]
    assert not {c.person for c in story.cast} & set(gold["must_not_cast"])
    assert not {c.character for c in story.cast} & set(gold["must_not_character"])
