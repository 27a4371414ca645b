import pytest

from articles.plaintext.body import Passage, read_body
from articles.plaintext.cast import find_cast
from articles.plaintext.lines import lines_of
from articles.plaintext.people import Register, crew_of
from articles.plaintext.sentences import sentences_of
from articles.plaintext.stage import Stage
from articles.plaintext.subject import Subject


def cast(text, season=3):
    passages = read_body(lines_of(text)).passages
    sentences = [s for p in passages for s in (sentences_of(p.text) if p.text else p.items)]
    stage = Stage(
        Subject("Night Ferry", season, "series", "Hulu"), crew_of(sentences, None), Register(sentences)
    )
    return [(c.person, c.character, c.status, c.confidence) for c in find_cast(passages, stage)]


def test_a_list_takes_status_and_level_from_its_introduction():
    text = (
        "Old faces are confirmed to return:\nPark Ji-hu as Nam On-jo\nLomon as Lee Su-hyeok\n\n"
        "These actors may join:\nLee Min-jae\nKim Si-eun"
    )
    assert cast(text) == [
        ("Park Ji-hu", "Nam On-jo", "returning", "confirmed"),
        ("Lomon", "Lee Su-hyeok", "returning", "confirmed"),
        ("Lee Min-jae", None, "new", "speculation"),
        ("Kim Si-eun", None, "new", "speculation"),
    ]


def test_what_follows_a_list_tells_what_the_list_was():
    text = (
        "Cast\n\n- Tom Hallam — Colin Marsh\n- Siân Prosser — Mererid Vaughan\n\n"
        "Joining the cast is Lewis Achebe as Father Gilroy."
    )
    assert [row[2] for row in cast(text)] == ["returning", "returning", "new"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Insiders say Idris Vane will play the new captain.", ("Idris Vane", None, "new", "rumoured")),
        (
            "Idris Vane will reportedly return as Captain Pell.",
            ("Idris Vane", "Captain Pell", "returning", "reported"),
        ),
        (
            "Idris Vane could return as Captain Pell.",
            ("Idris Vane", "Captain Pell", "returning", "speculation"),
        ),
        ("Idris Vane is not in the third season, Hulu said.", ("Idris Vane", None, "new", "debunked")),
        ("Idris Vane, who played Boyle, will not return.", ("Idris Vane", "Boyle", "departing", "confirmed")),
        (
            "Hulu announced that Idris Vane will return as Pell.",
            ("Idris Vane", "Pell", "returning", "confirmed"),
        ),
    ],
)
def test_prose_gives_person_character_place_and_level(sentence, expected):
    assert cast(sentence) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Director Wes Hart and producer Tina Gale return behind the camera.",
        "Fans would love to see Henry Cavall as Captain Pell.",
        "It is a sequel to the saga that starred Omari Hardwick.",
        "Season 2 saw Agnes return to Liverpool with Captain Pell.",
        "In other TV news, Bae Suzy joins the cast of Doona.",
    ],
)
def test_crew_wishes_old_titles_and_other_news_are_no_cast(sentence):
    assert cast(sentence) == []


def test_a_surname_stands_for_the_full_name_in_the_text():
    text = "Joseph Sikora was seen on set. Sikora is back as Tommy Egan."
    assert cast(text) == [("Joseph Sikora", "Tommy Egan", "returning", "confirmed")]


def test_the_ensemble_of_another_season_is_unknown_in_this_one():
    text = "Around him in Season 2 were Shane Harper, Miriam A. Hyman and Isaac Keys."
    assert {row[2] for row in cast(text)} == {"unknown"}


def test_a_later_hedge_lowers_an_earlier_statement():
    text = "Emma Stowe joins the cast.\n\nAccording to Deadline, Emma Stowe is in talks to play Queen Maud."
    assert cast(text) == [("Emma Stowe", "Queen Maud", "new", "reported")]


def test_crew_under_a_crew_heading_is_no_cast():
    passage = Passage(
        "Production team", "", "list", items=["Gary Lennon", "Mark Canton"], rows=[(), ()], raws=["", ""]
    )
    assert list(find_cast([passage], Stage(Subject("X", 1, "series"), set(), Register([])))) == []
