"""Rich text: nothing is left that the editor could not have made, and the words all are."""

import pytest

from newsroom.lib.html import blocks, clean_body, insets, plain, with_marks
from newsroom.lib.insets import Inset

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body lang=EN-GB><!--[if gte mso 9]><xml><o:p>9</o:p></xml><![endif]-->
<p class=MsoNormal style='margin:0;mso-fareast-language:EN-GB'><b><span lang=EN-US style='color:red'>Season 2</span></b>
<o:p></o:p></p><p><a name="_GoBack"></a><font face="Arial" onclick="steal()">wrapped</font> in May.</p></body></html>"""


def test_word_leaves_its_words_alone():
    cleaned = clean_body(WORD)
    assert plain(cleaned) == "Season 2\nwrapped in May."
    assert plain("<p>late<br>2026</p>") == "late 2026"
    assert cleaned.replace("\n", "") == "<p>Season 2</p><p>wrapped in May.</p>"


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<p><span>a</span> <span data-claim='the-key'>b</span></p>", '<p>a <span data-claim="the-key">b</span></p>'),
        ("<p><span style='x'><span data-claim='the-key'>b</span></span></p>",
         '<p><span data-claim="the-key">b</span></p>'),
        ("<p><span data-claim='NO KEY'>b</span></p>", "<p>b</p>"),
        ("<p><a href='javascript:alert(1)'>b</a><a>c</a></p>", "<p>bc</p>"),
        ("<p><a href='https://a.example/?<span>'>b</a><span>c</span></p>",
         '<p><a href="https://a.example/?&lt;span&gt;" rel="noopener nofollow">b</a>c</p>'),
        ("<span>&amp;lt;&nbsp;&#x27;&lt;</span>", "&amp;lt;&nbsp;'&lt;"),
    ],
)  # fmt: skip
def test_spans_that_mark_nothing_and_links_that_lead_nowhere_leave_their_words(html, left):
    assert clean_body(html) == left
    assert clean_body(left) == left


def test_blocks_hold_their_words_and_where_claims_are_marked():
    html = (
        '<h2>What &amp; when</h2><p>Out  <span data-claim="the-date">in\n<strong>May</strong></span>,<br>we  '
        'think<span data-claim="none"> </span></p><ul><li><span data-claim="cast">Lomon</span></li></ul>'
    )
    assert [(block.tag, block.words, block.marks) for block in blocks(html)] == [
        ("h2", "What & when", []),
        ("p", "Out in May, we think ", [("the-date", 4, 10), ("none", 20, 21)]),
        ("li", "Lomon", [("cast", 0, 5)]),
    ]
    assert blocks("<p> </p>") == []


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<figure data-picture="still-1"><figcaption>A <em>b</em></figcaption></figure>',
         '<figure data-picture="still-1"><figcaption>A <em>b</em></figcaption></figure>'),
        ("<figure class=x data-trailer='https://a.example/?b=1&c=2' data-picture=still-1></figure>",
         '<figure data-picture="still-1" data-trailer="https://a.example/?b=1&amp;c=2"></figure>'),
        ("<figure data-picture=still-1 data-trailer='javascript:steal()'></figure>",
         '<figure data-picture="still-1"></figure>'),
        ("<figure data-live=cast data-of=show/2>a<p>b</p></figure>",
         '<figure data-live="cast" data-of="show/2"></figure>a<p>b</p>'),
        ("<figure data-live=evil data-of=show/2>a</figure>", "a"),
        ("<figure data-live=cast data-of='../x'>a</figure>", "a"),
        ("<figure data-picture='<script>'><img src=x><figcaption>a</figcaption></figure>", "a"),
        ("<figure data-trailer='https://a.example/'><figcaption>a</figcaption></figure><figcaption>b</figcaption>",
         "ab"),
        ("<figure data-picture=still-1><figure data-picture=still-2>a</figure><p>b</p></figure>",
         '<figure data-picture="still-1">ab</figure>'),
        ("<figure data-picture=still-1><figcaption>a</figcaption><figcaption>b</figcaption></figure>",
         '<figure data-picture="still-1"><figcaption>a</figcaption>b</figure>'),
    ],
)  # fmt: skip
def test_figures_that_refer_to_nothing_leave_their_words(html, left):
    assert clean_body(html) == left
    assert clean_body(left) == left


def test_insets_are_found_in_order_and_something_is_put_in_their_place():
    html = (
        '<p>a</p><figure data-picture="still-1" data-trailer="https://a.example/?b=1&amp;c=2">'
        '<figcaption>b <span data-claim="the-date">c</span></figcaption></figure>'
        '<figure data-live="facts" data-of="show"></figure><p>d</p>'
    )
    picture, block = insets(html)
    assert picture == Inset(picture="still-1", trailer="https://a.example/?b=1&c=2")
    assert (block, block.show, block.season) == (Inset(live="facts", of="show"), "show", None)
    placed = with_marks(
        html, lambda key, words: "*", lambda inset, caption: f"({inset.picture}{inset.live}: {caption})"
    )
    assert placed == '<p>a</p>(still-1: b <span data-claim="the-date">c</span>*)(facts: )<p>d</p>'
    assert plain(html) == "a\nb c\nd"
    assert [block.tag for block in blocks(html)] == ["p", "figcaption", "p"]
