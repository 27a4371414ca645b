"""Words held against the levels of the claims that they speak of."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.honesty import PLACES, check, concerning
from articles.plaintext.lexicon import LEVELS
from tests.articles.honesty.corpus import lines

WINDOW = ("All of Us Are Dead season 2 comes out in late 2026.", "rumoured")
NO_DATE = ("Netflix has announced no release date for season 2.", "reported")
WRAP = ("Filming of All of Us Are Dead season 2 wrapped on 18 February 2026.", "rumoured")
SEOUL = ("Season 2 takes Nam On-jo to university in Seoul.", "official")
HEADLINE = "All of Us Are Dead Season 2 RELEASE DATE, New Cast & Plot Details: Story Twists Revealed After Filming Wrap"


def flagged(text, *claims, place="body"):
    return [(text[flag.start : flag.end], flag.kind, flag.claim) for flag in check(text, place, claims)]


def test_the_seeds_headline_promises_a_date_that_nobody_has_announced():
    assert flagged(HEADLINE, WINDOW, place="headline") == [("RELEASE DATE", "over", 0)]
    assert flagged(HEADLINE, NO_DATE, place="headline") == [("RELEASE DATE", "over", 0)]
    assert flagged(HEADLINE, SEOUL, WRAP, WINDOW, place="headline") == [("RELEASE DATE", "over", 2)]


def test_a_date_that_is_set_may_be_promised_whatever_else_is_rumoured():
    dated = ("Season 2 comes out on 6 November 2026.", "official")
    assert flagged(HEADLINE, WINDOW, dated, place="headline") == []


def test_the_seeds_officially_wrapped_is_flagged_cited_or_not():
    text = "All of Us Are Dead Season 2 has officially wrapped filming, bringing fans one step closer."
    assert flagged(text, WRAP) == [("officially", "over", 0)]
    assert flagged(text) == [("officially", "over", None)]


def test_the_seeds_may_shift_says_less_than_is_official():
    text = "The story moves beyond the school and may shift toward Seoul and university life."
    assert flagged(text, SEOUL) == [("may", "under", 0)]


@pytest.mark.parametrize("level", LEVELS)
def test_each_level_has_words_that_fit(level):
    fitting = {
        "official": "Netflix has announced that Wednesday returns.",
        "confirmed": "Tim Burton confirmed to Empire that Wednesday will return.",
        "reported": "Deadline reports that Wednesday will return.",
        "rumoured": "Wednesday is rumoured to return.",
        "speculation": "Wednesday could return.",
        "debunked": "Wednesday is not returning.",
    }
    assert flagged(fitting[level], ("Wednesday returns for season 3.", level)) == []


@pytest.mark.parametrize(
    ("level", "words"),
    [
        ("official", []),
        ("confirmed", ["officially"]),
        ("reported", ["officially"]),
        ("rumoured", ["officially"]),
        ("speculation", ["officially"]),
        ("debunked", ["officially"]),
    ],
)
def test_officially_takes_the_highest_level(level, words):
    text = "Wednesday is officially returning for season 3."
    assert [word for word, _, _ in flagged(text, ("Wednesday returns for season 3.", level))] == words


def test_a_sentence_may_be_sure_of_one_claim_and_unsure_of_another():
    text = "Jenna Ortega is confirmed to return, while Winona Ryder is rumoured to join."
    ortega, ryder = "Jenna Ortega returns to Wednesday.", "Winona Ryder joins Wednesday."
    assert flagged(text, (ortega, "official"), (ryder, "rumoured")) == []
    assert flagged(text, (ortega, "rumoured"), (ryder, "official")) == [
        ("confirmed", "over", 0),
        ("rumoured", "under", 1),
    ]


def test_the_editor_is_told_word_level_and_what_to_do():
    (flag,) = check("It’s officially over.", "body", [("The show was cancelled.", "rumoured")])
    assert flag.why == (
        "“officially” claims more than we hold: “The show was cancelled” is rumoured."
        " Say that it “is rumoured to”, or raise the claim first."
    )


def test_what_can_not_be_judged_is_refused_in_words():
    with pytest.raises(ValueError, match="Unknown place “caption”: use headline, standfirst, body"):
        check("It is so.", "caption", [])
    with pytest.raises(ValueError, match="Unknown level “certain”"):
        check("It is so.", "body", [("It is so.", "certain")])


def test_a_text_concerns_the_claims_whose_matter_it_has():
    assert concerning("Filming in Seoul has wrapped.", [WINDOW, WRAP, SEOUL]) == [1, 2]


ANY_CLAIM = st.tuples(st.text(), st.sampled_from(LEVELS))
REAL = st.sampled_from([line["text"] for line in lines("corpus") + lines("held_out_2")])
ANY_TEXT = st.one_of(st.text(), st.lists(st.one_of(REAL, st.text(max_size=5))).map("".join))


@settings(max_examples=60, deadline=None)
@given(text=ANY_TEXT, place=st.sampled_from(PLACES), claims=st.lists(ANY_CLAIM, max_size=4))
def test_flags_stand_in_the_text_in_order_and_nothing_is_refused(text, place, claims):
    flags = check(text, place, claims)
    assert flags == sorted(flags, key=lambda flag: (flag.start, flag.end, flag.kind))
    for flag in flags:
        assert 0 <= flag.start < flag.end <= len(text)
        assert text[flag.start : flag.end].strip()
        assert flag.claim is None if not claims else flag.claim in range(len(claims))


def test_offsets_count_code_points():
    text = "👩‍👩‍👧 e\u0301 it is officially over"
    (flag,) = check(text, "body", [("The show was cancelled.", "rumoured")])
    assert text[flag.start : flag.end] == "officially"


@pytest.mark.parametrize(
    "text", ["It will return, and ", "'a ", "will ", "It may be officially confirmed. ", "no "]
)
def test_time_grows_with_the_text_and_no_faster(text):
    def taken(length):
        whole = (text * length)[:length]
        start = time.process_time()
        check(whole, "body", [WINDOW, SEOUL])
        return time.process_time() - start

    taken(1000)
    assert taken(40_000) < 10 * taken(10_000) + 0.1
