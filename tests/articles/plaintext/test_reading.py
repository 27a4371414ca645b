import dataclasses
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.plaintext import Story, read
from articles.plaintext.reading import read_text, with_claims

GENRE = """Netflix Kim Lee Park Ji-hu as – — - ( ) [ ] | # * _ “ ” ’ \' . , : ; ? ! < > / & 2 2026 late
season Season two will may cast Cast filming wrapped premiere on in December 1 May not announced episodes film
played by who plays respectively <b> </b> <script> &lt; \u202e \u0000 한 İ Dr. Mr. 3 director told Deadline"""
WORDS = [*GENRE.split(), "\n", "\n\n", "\t", '"']
SEED_LIKE = "Moving Season 2 release date\n1 May 2025\n\nNetflix renewed the drama. The cast returns.\n\n"


def strictly(text):
    story = with_claims(*read_text(text))
    json.dumps(story.as_dict(), ensure_ascii=False).encode()
    return story


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join))
def test_no_arrangement_of_the_words_of_the_genre_trips_it(text):
    strictly(text)
    strictly(SEED_LIKE + text)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_no_text_at_all_trips_it(text):
    strictly(text)
    assert isinstance(read(SEED_LIKE + text), Story)


@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "Kim Lee, ",
        "(",
        "*",
        "<",
        "<a ",
        "<script>",
        "<!--",
        "“a”",
        "| a ",
        "A. ",
        "not announced ",
        "&amp;",
        "[a](",
        "Kim Lee as Kim Lee ",
        "Kim Lee\n",
        "season 2 film cast ",
    ],
)
def test_sixty_kilobytes_of_anything_take_less_than_two_seconds(unit):
    text = (SEED_LIKE + unit * (60_000 // len(unit)))[:60_000]
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 2


def test_nothing_of_a_script_comes_through():
    story = read("<h1>Moving season 2</h1><script>alert('x')</script><p>Netflix drama cast episodes.</p>")
    assert "alert" not in repr(dataclasses.asdict(story))


def test_an_empty_text_is_an_empty_story():
    assert read("") == Story()


def test_a_fault_in_reading_claims_leaves_the_text(monkeypatch, caplog):
    monkeypatch.setattr("articles.plaintext.reading.find_facts", lambda *args: 1 / 0)
    story = read(SEED_LIKE)
    assert (story.title, story.facts) == ("Moving Season 2 release date", [])
    assert "could not be read" in caplog.text


def test_a_fault_in_reading_the_head_leaves_the_paragraphs(monkeypatch, caplog):
    monkeypatch.setattr("articles.plaintext.reading.read_header", lambda *args: 1 / 0)
    assert [block.text for block in read("One.\n\nTwo.").blocks] == ["One.", "Two."]
    assert "could not be read" in caplog.text


def test_every_phrase_stands_in_the_body():
    story = read(
        SEED_LIKE
        + "It will premiere in late 2026.\n\nReturning cast\n\nLomon as Lee Su-hyeok\nKim Si-eun as Bo"
    )
    words = "\n".join([block.text or "\n".join(block.items) for block in story.blocks])
    phrases = [claim.phrase for claim in [*story.cast, *story.facts] if claim.phrase]
    assert "late 2026" in phrases and "Lomon" in phrases
    assert all(phrase in words for phrase in phrases)
