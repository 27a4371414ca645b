import pytest

from articles.plaintext.headings import heading_numbers, label_of
from articles.plaintext.lines import lines_of

PARAGRAPH = (
    "The story moves beyond the school. Survivors are older and coping with trauma after the outbreak."
)


def headings(text):
    lines = lines_of(text)
    return [lines[number].text for number in sorted(heading_numbers(lines))]


@pytest.mark.parametrize(
    "line",
    [
        "Plot",
        "CAST",
        "Season 2 Returning Cast",
        "When does it open?",
        "## Where to watch",
        "**Who’s in it**",
        "Disclaimer",
    ],
)
def test_headings_stand_out_with_or_without_markup(line):
    assert headings(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}") == [line.strip("#* ")]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "RELATED: Which couples are still together?",
        "Also read: Best pirate shows",
        "The women:",
        "Release date: 2025.04.25 (Fri)",
        "“It is the end of the world”",
        "Netflix said so.",
        "Zendaya – Chani",
    ],
)
def test_noise_labels_and_entries_are_no_headings(line):
    assert headings(f"{PARAGRAPH}\n{line}\n{PARAGRAPH}") == []


def test_the_heading_above_and_below_a_list_of_names_is_told_from_the_names():
    text = f"New cast additions\nLee Min-jae\nKim Si-eun\nRoh Jae-won\nWhat to expect\n{PARAGRAPH}"
    assert headings(text) == ["New cast additions", "What to expect"]


def test_a_verdict_may_end_a_story():
    assert headings(f"{PARAGRAPH}\nVerdict: FALSE") == ["Verdict: FALSE"]


def test_a_label_has_key_and_value():
    assert label_of("Episodes: 8") == ("episodes", "8")
    assert label_of("Season 2: what we know") is None
