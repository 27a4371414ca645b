"""Another house's HTML as ours: nothing that our editor could not have made, nothing of the words lost."""

import json
import time
from pathlib import Path

import pytest

from articles.archives.shortcodes import html_of
from articles.archives.words import body_of
from newsroom.lib.html import clean_body

NAUGHTY = json.loads((Path(__file__).parents[2] / "naughty_strings.json").read_text("utf-8"))


def ours(html):
    return clean_body(body_of(html, lambda picture: "picture-1")[0])


def classic(text):
    return ours(html_of(text, lambda number: None)[0])


@pytest.mark.parametrize(
    ("theirs", "here"),
    [
        ("One.\n\nTwo\nlines.", "<p>One.</p><p>Two<br>lines.</p>"),
        ("Words [sic] and [updated].", "<p>Words [sic] and [updated].</p>"),
        ("[box color='red']Kept[/box]", "<p>Kept</p>"),
        ("[[gallery]]", "<p>[gallery]</p>"),
        ("https://x.example/v", '<p><a href="https://x.example/v" rel="noopener nofollow">https://x.example/v</a></p>'),
        ("<ul>\n<li>One</li>\n\n<li>Two</li>\n</ul>", "<ul><li>One</li><li>Two</li></ul>"),
    ],
)  # fmt: skip
def test_what_the_classic_editor_wrote(theirs, here):
    assert classic(theirs) == here


@pytest.mark.parametrize(
    ("theirs", "here"),
    [
        ("<h1>A</h1><h5>B</h5>", "<h2>A</h2><h3>B</h3>"),
        ("<div>A<div>B</div>C</div>", "<p>A</p><p>B</p><p>C</p>"),
        ("<p><b>A<p>B</b>C", "<p><strong>A</strong></p><p><strong>B</strong>C</p>"),
        ("<blockquote><p>A</p><p>B</p></blockquote>", "<blockquote><p>A</p><p>B</p></blockquote>"),
        ("<table><tr><th>A</th><td>B</td></tr></table>", "<ul><li>A – B</li></ul>"),
        ("<p>A<img src=x>B</p>", '<p>A</p><figure data-picture="picture-1"></figure><p>B</p>'),
        ("<p>1 &lt; 2 &amp; &lt;b&gt;</p>", "<p>1 &lt; 2 &amp; &lt;b&gt;</p>"),
        ('<a href="javascript:x">A</a><script>B</script>', "<p>A</p>"),
        ("<iframe src='//x.example/v'></iframe>",
         '<p><a href="https://x.example/v" rel="noopener nofollow">https://x.example/v</a></p>'),
    ],
)  # fmt: skip
def test_each_block_becomes_one_of_ours(theirs, here):
    assert ours(theirs) == here


@pytest.mark.parametrize(
    "unit", ["<div>", "<b>", "<ul><li>", "<figure>", "<a href=x>", "[x y=", "[caption]", "[[", "\n\n"]
)
def test_adversarial_texts_are_read_in_linear_time(unit):
    begun = time.perf_counter()
    classic(unit * (10_000 // len(unit)))
    assert time.perf_counter() - begun < 2


def test_naughty_strings_stay_within_the_allow_list():
    for text in NAUGHTY:
        body = classic(text)
        assert clean_body(body) == body and "<script" not in body
