"""The one enum of levels."""

from datetime import date

from claims.confidence import RULES, Confidence


def test_the_levels_stand_in_one_order():
    assert [level.value for level in Confidence.ranked()] == [
        *("official", "confirmed", "reported", "rumoured", "speculation", "debunked")
    ]


def test_every_level_answers_every_question():
    assert set(RULES) == set(Confidence)
    assert len({rule.shape for rule in RULES.values()}) == len(Confidence)


def test_a_level_knows_when_it_is_to_be_looked_at_again():
    assert Confidence.RUMOURED.review_by(date(2026, 2, 23)) == date(2026, 3, 9)
    assert Confidence.DEBUNKED.review_by(date(2026, 2, 23)) is None


def test_a_storys_own_level_is_the_lowest():
    assert Confidence.lowest(["official", "rumoured"]) is Confidence.RUMOURED
    assert Confidence.lowest([]) is None


def test_only_official_and_confirmed_are_said_to_machines():
    assert [level for level in Confidence if level.rule.is_machine_readable] == ["official", "confirmed"]
