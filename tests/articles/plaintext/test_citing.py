import pytest

from articles.plaintext.citing import cites, sources_of
from articles.plaintext.people import Register, crew_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Deadline reports that it is over.", ["Deadline"]),
        ("She told Radio Times and, later, IGN that it is over.", ["Radio Times", "IGN"]),
        ("According to The Ferry Gazette, it is over.", ["The Ferry Gazette"]),
        ("The newspaper Kurier Polski wrote about it.", ["Kurier Polski"]),
        ("Time will tell, and people love it.", []),
        ("The Wheel of Time is over.", []),
        ("Netflix said so.", []),
        ("Kathryn Busby said so.", []),
    ],
)
def test_media_that_are_cited_are_named(sentence, expected):
    assert sources_of([sentence], set(), "Moving") == expected


def test_people_of_the_story_are_no_sources():
    assert sources_of(["In an interview with Lee Jung-jae it came up."], {"Lee Jung-jae"}, None) == []


def test_a_medium_only_cites_where_it_says_something():
    assert cites("Dark Horizons says the season is eyeing 2025.")
    assert not cites("It was on the cover of Variety.")


@pytest.mark.parametrize(
    ("sentence", "crew"),
    [
        ("In notes, director Lee Eung-bok described it.", {"Lee Eung-bok"}),
        ("It is directed by Hanne Lindqvist.", {"Hanne Lindqvist"}),
        ("Kathryn Busby, who runs programming, was glad.", {"Kathryn Busby"}),
        ("Robert Jordan’s novels run to 14 volumes.", {"Robert Jordan"}),
        ("Director: Sayuri Nakata", {"Sayuri Nakata"}),
        ("Gary Lennon stays on as showrunner.", {"Gary Lennon"}),
    ],
)
def test_crew_is_told_by_its_jobs(sentence, crew):
    assert crew_of([sentence], None) == crew


def test_a_short_name_is_completed_only_where_it_is_one_persons():
    register = Register(["Joseph Sikora met Kim Go-eun and Kim Si-eun."])
    assert (register.full("Sikora"), register.full("Kim")) == ("Joseph Sikora", "Kim")
