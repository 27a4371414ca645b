import pytest

from articles.plaintext.lines import lines_of


def texts(text):
    return [line.text for line in lines_of(text)]


@pytest.mark.parametrize(
    "raw", ["## Cast", "**Cast**", "__Cast__", "== Cast ==", "Cast\n----", "### Cast ###"]
)
def test_markup_of_headings_is_taken_off_and_remembered(raw):
    (line,) = lines_of(raw)
    assert line.text == "Cast"
    assert line.level > 0


@pytest.mark.parametrize("bullet", ["-", "*", "•", "–", "1.", "2)"])
def test_bullets_of_all_kinds_make_items(bullet):
    (line,) = lines_of(f"{bullet} Emily Rudd as Nami")
    assert (line.text, line.is_bullet) == ("Emily Rudd as Nami", True)


def test_table_rows_have_cells_and_the_rule_below_the_head_is_dropped():
    lines = lines_of("| Actor | Role |\n| --- | :-: |\n| Ryeoun | Park Hu-min |\nA\tB")
    assert [line.cells for line in lines] == [("Actor", "Role"), ("Ryeoun", "Park Hu-min"), ("A", "B")]


def test_emphasis_and_links_lose_their_marks():
    assert texts("The **new** *cast* of [Dune](https://example.com/dune)") == ["The new cast of Dune"]


def test_an_empty_line_above_is_remembered():
    assert [line.after_blank for line in lines_of("a\nb\n\nc")] == [True, False, True]
