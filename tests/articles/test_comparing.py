"""Versions compared in words: no word is lost, none made up, and blocks stay blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from articles import comparing
from articles.comparing import TOKEN, Kind, Line, Mark, Part, Told, blocks, compare, moved_marks, pieces
from articles.content import read

WORDS = "late 2026 Netflix’s O'Brien said: “no”, (yes) – 지금 우리 東京 é ﷽ 1,000 6/11 a ."
texts = some.lists(some.sampled_from(WORDS.split()), max_size=40).map(" ".join)
lines = some.lists(some.builds(Line, some.sampled_from(["p", "h2", "li"]), texts.filter(bool)), max_size=12)


def joined(told, *kinds):
    return "".join(piece.text for piece in told if piece.kind in kinds)


def tokens(text):
    return [word for word, _ in TOKEN.findall(text)]


@given(texts, texts)
def test_kept_and_inserted_make_the_new_words_kept_and_deleted_the_old(before, after):
    told = list(pieces(before, after))
    assert joined(told, Kind.KEPT, Kind.INSERTED) == after
    assert tokens(joined(told, Kind.KEPT, Kind.DELETED)) == tokens(before)


@given(some.text().map(lambda text: " ".join(text.split())), texts)
def test_of_any_text_nothing_is_lost(before, after):
    for one, other in ((before, after), (after, before)):
        told = list(pieces(one, other))
        assert joined(told, Kind.KEPT, Kind.INSERTED) == other
        assert tokens(joined(told, Kind.KEPT, Kind.DELETED)) == tokens(one)


@given(lines, lines)
def test_lines_come_out_as_they_went_in(before, after):
    found = list(blocks(before, after))
    assert [Line(one.tag, joined(one.new, *Kind)) for one in found if one.new] == after
    old = [(one.was or one.tag, tokens(joined(one.old, *Kind))) for one in found if one.old]
    assert old == [(line.tag, tokens(line.text)) for line in before]


@given(lines, lines)
def test_side_by_side_each_side_is_whole_and_in_order(before, after):
    rows = Part("Body", tuple(blocks(before, after))).rows
    left = [tokens(joined(one.old, *Kind)) for one, _ in rows if one and one.old]
    assert left == [tokens(line.text) for line in before]
    assert [joined(other.new, *Kind) for _, other in rows if other and other.new] == [
        one.text for one in after
    ]


def test_what_came_stands_beside_what_went():
    ((one, other),) = Part("Headline", tuple(blocks([Line("p", "Old words")], [Line("p", "New one")]))).rows
    assert (one.old[0].text, other.new[0].text) == ("Old words", "New one")


@given(lines)
def test_the_same_is_told_as_the_same(told):
    assert not any(block.is_changed for block in blocks(told, told))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("in late 2026", "in November 2026", "in -late +November =2026"),
        ("It comes.", "It comes, they say.", "It comes +, they say =."),
        ("1 June", "2 June", "-1 +2 =June"),
        ("東京で", "東京に", "東京 -で +に"),
        ("season 2’s end", "season 3’s end", "season -2’s +3’s =end"),
    ],
)
def test_a_change_is_told_by_the_word(before, after, told):
    signs = {Kind.KEPT: "=", Kind.DELETED: "-", Kind.INSERTED: "+"}
    said = " ".join(f"{signs[piece.kind]}{piece.text.strip()}" for piece in pieces(before, after))
    assert said.removeprefix("=") == told


def test_a_scrap_between_two_replacements_is_replaced_with_them():
    told = list(pieces("Filming began in a studio of theirs.", "Scripts stand on a desk far away."))
    assert [piece.kind for piece in told] == [Kind.DELETED, Kind.INSERTED, Kind.KEPT]


def test_a_line_that_changed_its_place_in_the_text_is_held_against_what_it_was():
    before = [Line("p", "The first says this."), Line("p", "The second says that of it.")]
    after = [Line("p", "Wholly new words open."), Line("h2", "The second says that of it!")]
    found = list(blocks(before, after))
    assert [(one.tag, one.was, len(one.old) > 0, len(one.new) > 0) for one in found] == [
        ("p", "", True, False),
        ("p", "", False, True),
        ("h2", "p", True, True),
    ]


def test_parts_of_either_side_are_told_once():
    before = Told({"Headline": [Line("p", "Old")], "Kicker": [Line("p", "K")]})
    after = Told({"Headline": [Line("p", "New")], "Picture": [Line("li", "A still")]})
    found = compare(before, after)
    assert [part.label for part in found] == ["Headline", "Picture", "Kicker"]
    assert all(part.is_changed for part in found)


def test_marks_that_moved_came_or_went():
    before = Told({}, {"a": ["late 2026"], "b": ["Netflix"], "c": ["same"]})
    after = Told({}, {"c": ["same"], "a": ["November"], "d": ["new"]})
    assert moved_marks(before, after) == [
        Mark("a", ("late 2026",), ("November",)),
        Mark("d", (), ("new",)),
        Mark("b", ("Netflix",), ()),
    ]


def test_the_lines_of_a_body():
    body = (
        "<h2>When</h2><p>It <strong>comes</strong><br>late &amp; <a href='https://a.example/'>there</a>.</p>"
        "<ul><li><p>One</p><ul><li>Deep</li></ul></li></ul><blockquote><p>Said.</p></blockquote>Loose"
    )
    assert read(body, {}) == (
        [
            Line("h2", "When"),
            Line("p", "It comes late & there."),
            Line("li", "One"),
            Line("li", "Deep"),
            Line("blockquote", "Said."),
            Line("p", "Loose"),
        ],
        [("there", "https://a.example/")],
    )


def test_insets_are_told_as_words():
    body = (
        '<figure data-picture="still-1"><figcaption>The school</figcaption></figure>'
        '<figure data-picture="still-2" data-trailer="https://a.example/"></figure>'
        '<figure data-live="cast" data-of="show/2"></figure>'
    )
    assert read(body, {"still-1": "A school at night"})[0] == [
        Line("figure", "Picture: A school at night"),
        Line("figcaption", "The school"),
        Line("figure", "Trailer: still-2 → https://a.example/"),
        Line("figure", "Cast: show/2"),
    ]


def test_many_changed_lines_are_held_against_those_in_their_place(monkeypatch):
    """Linear by construction: never more than so many pairs, each as long as its shorter line."""
    looked = []
    monkeypatch.setattr(comparing, "likeness", lambda one, other: looked.append(1) or 0.0)
    many = [Line("p", f"a{n} b{n}") for n in range(500)]
    list(blocks(many, [Line("p", f"c{n} d{n}") for n in range(600)]))
    assert len(looked) == 500
