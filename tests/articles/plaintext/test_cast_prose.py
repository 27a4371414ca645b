import pytest

from articles.plaintext.cast_prose import mentions_in


def cast(sentence, **options):
    return [(mention.person, mention.character) for mention in mentions_in(sentence, **options)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It follows Cha Hyun-su (played by Song Kang).", [("Song Kang", "Cha Hyun-su")]),
        (
            "Lee Jin-wook (who plays Pyeon Sang-wook) told reporters so.",
            [("Lee Jin-wook", "Pyeon Sang-wook")],
        ),
        ("Judi Marsh has been cast as Queen Maud.", [("Judi Marsh", "Queen Maud")]),
        ("Omar Sayed will play Dr. Faisal Khan.", [("Omar Sayed", "Dr. Faisal Khan")]),
        ("Bill Nash is in talks to play Sheriff Boone.", [("Bill Nash", "Sheriff Boone")]),
        ("Sikora is back as Tommy Egan, a dealer.", [("Sikora", "Tommy Egan")]),
        (
            "Go Min-si and Park Gyu-young are also back, as Eun-yoo and Ji-soo respectively.",
            [("Go Min-si", "Eun-yoo"), ("Park Gyu-young", "Ji-soo")],
        ),
        (
            "Joining them are Nakoa-Wolf Momoa – Leto II and Ida Brook – Ghanima.",
            [("Nakoa-Wolf Momoa", "Leto II"), ("Ida Brook", "Ghanima")],
        ),
        ("Yoo Oh-sung and Oh Jung-se have all signed on.", [("Yoo Oh-sung", None), ("Oh Jung-se", None)]),
        ("A cameo by Jo Jung-suk has been confirmed.", [("Jo Jung-suk", None)]),
        (
            "Newcomers Ana de la Cruz and Kwame Boateng play twins.",
            [("Ana de la Cruz", None), ("Kwame Boateng", None)],
        ),
        (
            "Lee Jung-jae (Seong Gi-hun) and Wi Ha-joon (Hwang Jun-ho) are back.",
            [("Lee Jung-jae", "Seong Gi-hun"), ("Wi Ha-joon", "Hwang Jun-ho")],
        ),
        (
            "Agnes (Mona Castellan) and her brother Paul (Idris Vane) flee.",
            [("Mona Castellan", "Agnes"), ("Idris Vane", "Paul")],
        ),
        ("The other executive producers are Mark Canton and Terri Kopp.", []),
        ("King Charles and Queen Camilla attended the premiere in London.", []),
    ],
)
def test_sentences_cast_people(sentence, expected):
    assert cast(sentence) == expected


def test_in_a_synopsis_the_character_comes_first():
    sentence = "The drama tells the story of Lee Yeon-ho (Nam Joo-won), a prosecutor."
    assert cast(sentence) == [("Nam Joo-won", "Lee Yeon-ho")]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Mona Castellan will not return.", "departing"),
        ("Mona Castellan is leaving the show.", "departing"),
        ("Mona Castellan and Idris Vane will both return.", "returning"),
        ("Mona Castellan joins the cast.", "new"),
        ("Mona Castellan is not in the third season.", "debunked"),
        ("Mona Castellan drops by as a guest.", "guest"),
    ],
)
def test_the_words_around_a_name_give_its_place(sentence, said):
    assert next(mention.said for mention in mentions_in(sentence)) == said


def said(sentence):
    return [(mention.person, mention.character, mention.said) for mention in mentions_in(sentence)]


def test_who_replaces_comes_and_who_is_replaced_goes():
    assert said("Damian Crewe replaces Hugh Salter as Lord Penhallow in the second season.") == [
        ("Damian Crewe", "Lord Penhallow", "new"),
        ("Hugh Salter", "Lord Penhallow", "departing"),
    ]


def test_talks_to_replace_somebody_send_nobody_away():
    assert ("Chris Vaughn", "Hale", "departing") not in said(
        "Ana Cole is in talks to replace Chris Vaughn as Hale."
    )


def test_two_lists_of_one_length_go_together_in_their_order():
    assert said(
        "Raúl Arce, Nora Vidal and Íñigo Peña will reprise their roles as Luján, Eva Sastre and El Tuerto."
    ) == [
        ("Raúl Arce", "Luján", "returning"),
        ("Nora Vidal", "Eva Sastre", "returning"),
        ("Íñigo Peña", "El Tuerto", "returning"),
    ]


def test_somebodys_father_has_no_name():
    assert said("Keanu Vance will appear as Ember's father.") == [("Keanu Vance", None, None)]


def test_a_piano_is_no_part():
    assert said("I host it with my sister Jane Holt, who plays the piano.") == []


def test_whose_character_died_stands_between_a_name_and_its_leaving():
    assert said("Nam Joo-il, whose character died in the finale, will not be back.") == [
        ("Nam Joo-il", None, "departing")
    ]
