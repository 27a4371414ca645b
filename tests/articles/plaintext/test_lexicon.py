from pathlib import Path

from articles.honesty import cues
from articles.plaintext import lexicon, wording


def test_reader_and_honesty_check_hold_the_same_words():
    assert cues.DENYING is lexicon.DENYING and cues.FALSE is lexicon.FALSE
    assert wording.STUDIOS is cues.STUDIOS is lexicon.STUDIOS


def test_whatever_denies_is_a_denial_to_the_reader():
    assert {*lexicon.DENYING.words, *lexicon.FALSE.words} <= set(lexicon.DENIALS.words)


def test_no_other_module_lists_the_studios():
    package = Path(lexicon.__file__).parent.parent
    files = [*package.glob("plaintext/*.py"), *package.glob("honesty/*.py")]
    assert [path.name for path in files if "Blumhouse" in path.read_text("utf-8")] == ["lexicon.py"]
