import pytest

from articles.plaintext.lexicon import ALL, LEVELS
from articles.plaintext.wording import level_of


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("Netflix announced that it will premiere in May.", "official"),
        ("The season starts on Tuesday, the streamer announced.", "official"),
        ("It wrapped in May.", "confirmed"),
        ("It officially began in July.", "confirmed"),
        ("Deadline reports that it will not return.", "reported"),
        ("It is reportedly coming back.", "reported"),
        ("Insiders say it will return.", "rumoured"),
        ("A leak puts it in May.", "rumoured"),
        ("It may shift toward Seoul.", "speculation"),
        ("It is expected to return.", "speculation"),
        ("The rumours are “completely false”.", "debunked"),
        ("Netflix denied the reports.", "debunked"),
        ("Netflix could neither confirm nor deny it.", "speculation"),
        ("The much-anticipated season arrives.", "confirmed"),
        ("It opened on May 5 and again in May.", "confirmed"),
    ],
)
def test_words_give_the_level(sentence, level):
    assert level_of(sentence, len(sentence) - 1) == level


def test_a_modal_colours_its_own_clause_only():
    sentence = "The cast is set, but the date may change."
    assert (level_of(sentence, 0), level_of(sentence, len(sentence) - 1)) == ("confirmed", "speculation")


def test_would_is_no_guess_where_it_reports_an_announcement():
    sentence = "The creator confirmed on August 2 that it would premiere in November."
    assert level_of(sentence, len(sentence) - 1) == "official"


def test_headings_lower_but_never_raise():
    assert level_of("It opens in May.", 0, "Release date (expected)") == "speculation"
    assert level_of("It opens in May.", 0, "What was claimed") == "rumoured"
    assert level_of("It may open in May.", 0, "Officially confirmed") == "speculation"


def test_the_lexicon_names_known_levels_and_every_pattern_compiles():
    assert {cues.level for cues in ALL} == set(LEVELS)
    assert all(cues.pattern().search("") is None for cues in ALL)
