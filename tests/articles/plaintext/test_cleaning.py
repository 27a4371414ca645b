from articles.plaintext.cleaning import clean, strip_tags


def test_html_becomes_lines_headings_and_bullets():
    html = "<h2>Who&rsquo;s in it</h2><p>Two &amp; more</p><ul><li>Mackenyu as Zoro</li></ul>"
    lines = [line for line in clean(html).splitlines() if line.strip()]
    assert lines == ["## Who’s in it", "Two & more", "• Mackenyu as Zoro"]


def test_scripts_styles_and_comments_leave_nothing():
    text = "a<script>alert('x')</script>b<style>p{}</style>c<!-- secret -->d<img src=x onerror=alert(1)>e"
    assert clean(text) == "abcde"


def test_markup_spelled_with_entities_is_stripped_too():
    assert clean("safe &lt;script&gt;alert(2)&lt;/script&gt;text") == "safe text"


def test_what_is_no_tag_stays():
    assert strip_tags("in <module> I <3 you, 2 < 3") == "in <module> I <3 you, 2 < 3"


def test_control_and_bidi_characters_go_and_joiners_stay():
    assert clean("a\u202eb\u200bc\x07d\ufeff e\u200df") == "abcd e\u200df"


def test_all_newlines_and_spaces_become_one_kind():
    assert clean("a\r\nb\rc\u2028d\u00a0e\u2009f") == "a\nb\nc\nd e f"


def test_letters_are_composed_and_keep_their_diacritics():
    assert clean("I\u0307stanbul, Ilia, n\u0303") == "İstanbul, Ilia, ñ"


def test_a_lone_surrogate_is_replaced():
    clean("bad \ud800 text").encode()
