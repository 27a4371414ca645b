from articles.plaintext.body import read_body
from articles.plaintext.lines import lines_of


def blocks(text):
    return [(block.kind, block.text or block.items) for block in read_body(lines_of(text)).blocks]


def test_a_body_is_headings_paragraphs_and_lists_in_order():
    text = "Intro is a full sentence.\n\nCast\n\nThey return:\nA Bee as Cee\nD Eff as Gee\n\nMore is said."
    assert blocks(text) == [
        ("paragraph", "Intro is a full sentence."),
        ("heading", "Cast"),
        ("paragraph", "They return:"),
        ("list", ("A Bee as Cee", "D Eff as Gee")),
        ("paragraph", "More is said."),
    ]


def test_a_table_is_a_list_with_its_cells_joined():
    assert blocks("| Actor | Role |\n|---|---|\n| Ryeoun | Park Hu-min |") == [
        ("list", ("Actor – Role", "Ryeoun – Park Hu-min"))
    ]


def test_what_stands_under_disclaimer_is_one():
    text = "Disclaimer\nDetails may change."
    assert blocks(text) == [("heading", "Disclaimer"), ("disclaimer", "Details may change.")]


def test_a_note_is_a_disclaimer_when_it_warns():
    assert blocks("Note: dates are subject to change.") == [
        ("disclaimer", "Note: dates are subject to change.")
    ]
    assert blocks("Note: bring popcorn.") == [("paragraph", "Note: bring popcorn.")]


def test_adverts_and_lists_of_links_are_dropped():
    text = (
        "One is a sentence.\n\nAdvertisement\n\nTwo is a sentence.\n\nRead More\n- Another story\n- A third"
    )
    assert blocks(text) == [("paragraph", "One is a sentence."), ("paragraph", "Two is a sentence.")]


def test_other_news_is_an_aside():
    body = read_body(lines_of("In other K-drama news, Bae Suzy says hello."))
    assert [passage.is_aside for passage in body.passages] == [True]
