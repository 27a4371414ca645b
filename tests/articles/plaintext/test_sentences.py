from articles.plaintext.sentences import clause_at, reach_at, sentences_of


def test_titles_months_and_initials_end_no_sentence():
    text = (
        "Warner Bros. has set Dec. 18, 2026. Mr. 3 and Dr. Kureha meet Miriam A. Hyman. It airs at 9 p.m. ET."
    )
    assert sentences_of(text) == [
        "Warner Bros. has set Dec. 18, 2026.",
        "Mr. 3 and Dr. Kureha meet Miriam A. Hyman.",
        "It airs at 9 p.m. ET.",
    ]


def test_a_closing_quote_belongs_to_its_sentence():
    assert sentences_of("“We are back.” Then he left. (Really.) Yes!") == [
        "“We are back.”",
        "Then he left.",
        "(Really.)",
        "Yes!",
    ]


def test_a_clause_ends_at_but_and_at_a_semicolon():
    text = "Peacock hasn’t said when it ends, but the finale might come in August; we wait."
    start, end = clause_at(text, text.index("might"))
    assert text[start:end] == "but the finale might come in August"


def test_a_hedge_reaches_forward_over_commas_but_not_over_but():
    text = "If all goes well, it opens in May, but the cast is set."
    assert reach_at(text, text.index("opens"))[0] == 0
    assert reach_at(text, text.index("cast"))[0] > text.index("May")
