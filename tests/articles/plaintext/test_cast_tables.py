from articles.plaintext.cast_tables import read_table


def rows(*lines):
    return [(entry.person, entry.character, status) for entry, status, _ in read_table(list(lines))]


def test_columns_are_told_by_the_head():
    assert rows(
        ("Character", "Played by", "Status"),
        ("Yeon Si-eun", "Park Ji-hoon (박지훈)", "Returning"),
        ("Park Hu-min", "Ryeoun", "New"),
    ) == [("Park Ji-hoon", "Yeon Si-eun", "returning"), ("Ryeoun", "Park Hu-min", "new")]


def test_a_table_of_something_else_is_no_cast():
    assert rows(("Country", "Date"), ("France", "May 3")) == []


def test_short_rows_are_read_as_far_as_they_go():
    assert rows(("Actor", "Role", "Known for"), ("Lee Geon",)) == [("Lee Geon", None, None)]
