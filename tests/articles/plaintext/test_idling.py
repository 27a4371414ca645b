import pytest

from articles.plaintext.idling import is_idle
from articles.plaintext.triggers import find_triggers


@pytest.mark.parametrize(
    "sentence",
    [
        "Peacock has not renewed or cancelled the comedy.",
        "The BBC has not announced a third series.",
        "Netflix hasn’t officially renewed the show.",
        "The show was never cancelled.",
        "Has it been renewed?",
    ],
)
def test_a_decision_that_is_denied_or_asked_about_states_nothing(sentence):
    decisions = [t for t in find_triggers(sentence) if t.kind in ("renewal", "cancellation")]
    assert all(is_idle(sentence, trigger) for trigger in decisions)


@pytest.mark.parametrize(
    "sentence", ["It was not only renewed but moved.", "Starz announced a third season of it."]
)
def test_a_decision_that_is_told_states_one(sentence):
    (trigger,) = [t for t in find_triggers(sentence) if t.kind == "renewal"]
    assert not is_idle(sentence, trigger)
