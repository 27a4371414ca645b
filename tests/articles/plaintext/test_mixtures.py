"""Lines of all our texts thrown together: nothing trips the reader, nothing comes from nowhere."""

import random
import time
from pathlib import Path

import pytest

from articles.plaintext import decode
from articles.plaintext.cleaning import clean
from articles.plaintext.reading import read_text, with_claims

HERE = Path(__file__).parent
TEXTS = [decode(path.read_bytes()) for path in sorted(HERE.glob("**/*.txt"))]
OTHER = [
    (HERE / "texts" / f"{name}.txt").read_text("utf-8")
    for name in ("oysters", "recipe", "bakery", "traceback")
] + [
    path.read_text("utf-8")
    for name in ("court", "football", "phone", "podcast")
    for path in HERE.glob(f"*/*/{name}.txt")
]
CHARACTERS = "\n\t|—–-:;,.()[]\"'“”‘’*#<>&/0 Aa\u202e\u200b\ud800é한"


def mixture(seed, texts):
    chance = random.Random(seed)
    lines = [line for text in chance.sample(texts, 3) for line in text.split("\n")]
    chance.shuffle(lines)
    letters = list("\n".join(lines[: chance.randint(1, 60)]))
    for _ in range(chance.randint(0, 40) if letters else 0):
        letters[chance.randrange(len(letters))] = chance.choice(CHARACTERS)
    return "".join(letters)


def words(text):
    return " ".join(clean(text).replace("*", "").split())


@pytest.mark.parametrize("seed", range(60))
def test_a_mixture_never_trips_the_reader_and_its_people_stand_in_it(seed):
    text = mixture(seed, TEXTS)
    story = with_claims(*read_text(text))
    assert all(credit.phrase is None or credit.phrase in words(text) for credit in story.cast)


@pytest.mark.parametrize("seed", range(40))
def test_a_mixture_of_other_genres_claims_nothing(seed):
    lines = [line for text in random.Random(seed).sample(OTHER, 3) for line in text.split("\n")]
    story = with_claims(*read_text("\n".join(lines)))
    assert (story.cast, story.facts, story.release) == ([], [], None)


UNITS = [
    "A – B\n",
    "A as B\n",
    "a | b\n",
    "Mr. ",
    "Ab Cd replaces ",
    "from May to ",
    "play Ab and ",
    "@a",
    "a@b.",
    "İ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_ten_kilobytes_of_anything_take_less_than_a_fifth_of_a_second(unit):
    text = ("Moving season 2 cast\n\nNetflix drama episodes premiere. " + unit * 10_000)[:10_000]
    start = time.process_time()
    with_claims(*read_text(text))
    assert time.process_time() - start < 0.2
