"""Words as they are filed and asked for."""

import time

import pytest

from newsroom.lib.search import read
from newsroom.lib.search.marking import Piece, marked, snippet
from newsroom.lib.search.query import Phrase
from newsroom.lib.search.words import fold, indexed, names, text_of, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café", "cafe"), ("CAFE\u0301", "cafe"), ("Straße", "strasse"), ("İstanbul", "istanbul"),
        ("Ｌｏｍｏｎ", "lomon"), ("박솔로몬", "박솔로몬"), ("\u1112\u1161\u11ab", "한"), ("ΣΑΣ", "σασ"),
    ],
)  # fmt: skip
def test_case_accents_and_width_are_nothing(text, folded):
    assert fold(text) == folded


def test_words_stand_in_their_order_and_joined_ones_behind_them():
    assert indexed("Ji-hu, O’Brien & 3.5 x_y", ["#p1"]) == "ji hu o brien 3 5 x y jihu obrien 35 #p1"


def test_a_name_is_found_by_its_words_and_its_initials():
    assert (
        names("All of Us Are Dead", "지금 우리 학교는") == "all of us are dead 지금 우리 학교는 aouad 지우학"
    )


def test_a_text_loses_its_tags_and_keeps_its_words_apart():
    html = '<p>One <a href="https://x.example/?a>b">two</a>.</p><p>th<strong>ree</strong> &lt;b&gt;</p>'
    assert text_of(html) == "One two. three <b>"


@pytest.mark.parametrize("text", ["", "  ", '"', "-*^:()", "😀", "\u202e"])
def test_signs_alone_ask_for_nothing(text):
    assert not read(text)


def test_a_season_is_one_thing_however_it_is_written():
    asked = [
        read(text).units
        for text in ("aouad season 2", "aouad S2", "aouad s02", "aouad 시즌2", "aouad series 2")
    ]
    assert asked == 5 * [asked[0]]
    assert read("season").season == 0 and read("2").season == 0


def test_only_scripts_without_gaps_are_found_by_a_beginning():
    assert [phrase.is_beginning for phrase in read("lomon 솔로몬").phrases] == [False, True]


def test_what_was_found_is_marked_the_longest_first():
    phrases = [Phrase(("season", "2")), Phrase(("season",)), Phrase(("cafe",))]
    assert marked("A Café: Season 2", phrases) == [
        Piece("A "), Piece("Café", True), Piece(": "), Piece("Season 2", True),
    ]  # fmt: skip


def test_a_snippet_is_cut_between_words_around_the_first_find():
    text = f"{'before ' * 30}here {'after ' * 60}"
    pieces = snippet(text, [Phrase(("here",))])
    assert [piece.text for piece in pieces if piece.is_found] == ["here"]
    assert pieces[0].text == "… " and pieces[-1].text == " …"
    assert set("".join(piece.text for piece in pieces).split()) == {"…", "before", "here", "after"}
    assert snippet(text, [Phrase(("gone",))]) == []


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "a-" * 5_000, "-" * 10_000, "'" * 10_000, "e\u0301" * 5_000, "ﷺ" * 10_000]
)
def test_ten_thousand_letters_are_read_at_once(text):
    begun = time.process_time()
    indexed(text), names(text), read(text), snippet(text, read(text[:200]).phrases)
    assert time.process_time() - begun < 0.4
    assert max(map(len, words_of(text)), default=0) <= 60
