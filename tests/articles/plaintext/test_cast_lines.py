import pytest

from articles.plaintext.cast_lines import (
    are_credits,
    character_in,
    marked,
    read_entry,
    reversed_entry,
    role_in,
)


def entry(text):
    found = read_entry(text)
    return (found.person, found.character, found.role) if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Park Ji-hu as Nam On-jo", ("Park Ji-hu", "Nam On-jo", None)),
        ("Iñaki Godoy as Monkey D. Luffy", ("Iñaki Godoy", "Monkey D. Luffy", None)),
        ("David Dastmalchian as Mr. 3", ("David Dastmalchian", "Mr. 3", None)),
        (
            "Charithra Chandran as Princess Vivi/Miss Wednesday",
            ("Charithra Chandran", "Princess Vivi/Miss Wednesday", None),
        ),
        ("Zendaya – Chani", ("Zendaya", "Chani", None)),
        ("Siân Prosser — Mererid Vaughan, a pathologist", ("Siân Prosser", "Mererid Vaughan", None)),
        ("Song Kang (송강) as Cha Hyun-su", ("Song Kang", "Cha Hyun-su", None)),
        ("Jae Won-ho (Parasite) as the keeper", ("Jae Won-ho", None, None)),
        ("Lee Jun-young plays Geum Seong-je", ("Lee Jun-young", "Geum Seong-je", None)),
        ("Cha Hyun-su (played by Song Kang)", ("Song Kang", "Cha Hyun-su", None)),
        ("Anna Kurdys, 22, a criminal justice student", ("Anna Kurdys", None, None)),
        ("Vickala “Kay Kay” Gray, 25, a travel nurse", ("Vickala “Kay Kay” Gray", None, None)),
        ("Sarah Hyland – host", ("Sarah Hyland", None, "host")),
        ("Anthony Fleming III", ("Anthony Fleming III", None, None)),
        ("Miriam A. Hyman", ("Miriam A. Hyman", None, None)),
        ("Ne-Yo as himself", ("Ne-Yo", None, None)),
        ("Lena Brandt – director", None),
        ("Season 2 – November 6", None),
        ("Red wine vinegar – two spoons", None),
    ],
)
def test_one_line_gives_a_person_and_a_character_or_nothing(line, expected):
    assert entry(line) == expected


def test_a_native_spelling_is_kept_apart():
    assert read_entry("Ryeoun (려운)").native == "려운"


def test_a_line_may_give_the_character_first():
    found = reversed_entry("Nam On-jo: Park Ji-hu")
    assert (found.person, found.character) == ("Park Ji-hu", "Nam On-jo")


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("nurse Jung Da-eun.", "Jung Da-eun"),
        ("the robot KX-9", "KX-9"),
        ("Defne's mother, Nermin.", "Nermin"),
        ("a detective named Kim", "Kim"),
        ("a rookie detective", None),
        ("Elaida do Avriny a’Roihan", "Elaida do Avriny a’Roihan"),
        ("박지훈", None),
    ],
)
def test_a_character_is_a_name_and_not_a_job(text, character):
    assert character_in(text) == character


def test_brackets_of_a_list_are_credits_or_characters_as_a_whole():
    ensemble = [read_entry("Rosamund Pike (Moiraine Damodred)"), read_entry("Zoë Robins (Nynaeve al’Meara)")]
    known = [read_entry("Yara Shah (Foundation, Dune)"), read_entry("Petr Novotny (The Crown)")]
    assert (are_credits(ensemble, ""), are_credits(known, "")) == (False, True)
    assert are_credits(ensemble, "Newcomers, with what they are best known for:")


def test_roles_are_lower_case_jobs_in_front_of_the_camera():
    assert role_in("is back as host for a second year") == "host"
    assert role_in("after her character, Judge Ames") is None


def test_a_home_town_is_no_character():
    assert read_entry("Anita Nap – Chicago, IL").character is None


def test_what_nobody_has_said_is_no_character():
    assert read_entry("Wilhelmina Tran ... (undisclosed role)").character is None


def test_a_last_bracket_tells_who_is_new():
    assert [
        marked(line) for line in ("Kim Hye-yoon as Bada (new)", "A as B (returning)", "A as B (Silo)")
    ] == [
        "new",
        "returning",
        None,
    ]
