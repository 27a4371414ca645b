import pytest

from articles.plaintext.shoots import shoot_facts
from articles.plaintext.stating import Setting
from articles.plaintext.subject import Subject


def told(sentence, published="2026-01-01"):
    setting = Setting(Subject("Harbour", 2, "series"), published)
    return [(fact.kind, fact.date, fact.confidence) for fact in shoot_facts(sentence, setting)]


@pytest.mark.parametrize(
    ("sentence", "start", "wrap"),
    [
        ("Filming ran from June 2025 to November 2025.", "2025-06", "2025-11"),
        ("“Kuzgun” was shot in Mardin between January and April 2025.", "2025-01", "2025-04"),
        ("The thriller was shot in Luleå from 3 March to 30 May 2025.", "2025-03-03", "2025-05-30"),
    ],
)
def test_a_span_tells_both_ends_of_a_shoot(sentence, start, wrap):
    assert told(sentence) == [("production_start", start, "confirmed"), ("filming_wrap", wrap, "confirmed")]


def test_a_span_of_something_else_is_no_shoot():
    assert told("The first season ran from June 2025 to November 2025.") == []


def test_may_between_two_months_is_no_doubt():
    assert told("Filming took place between May and July 2025.")[0] == (
        "production_start",
        "2025-05",
        "confirmed",
    )
