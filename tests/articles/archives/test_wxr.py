"""WordPress exports of every health, read without a database."""

import io

import pytest

from articles.archives.post import NotAnArchive
from articles.archives.wxr import Wxr
from tests.articles.archives import exports

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def read(data):
    archive = Wxr(lambda: io.BytesIO(data))
    return archive, list(archive.posts())


@pytest.mark.parametrize("head", [BOMB, OUTSIDE, "<!DOCTYPE rss>"])
def test_entities_are_refused_unopened(head):
    with pytest.raises(NotAnArchive, match="declares a document type"):
        read(exports.wxr(exports.wp_post(1, "&a;"), head=head))


def test_entities_declared_within_an_item_damage_it_alone():
    bad = f"<item>{OUTSIDE}<title>&a;</title></item>"
    archive, posts = read(exports.wxr(bad, exports.wp_post(1, "Well")))
    assert [post.title for post in posts] == ["Well"]
    assert len(archive.damaged) == 1


def test_words_of_xml_in_a_text_end_nothing():
    body = "How feeds look: <item><title>x</title></item> and so on."
    archive, posts = read(exports.wxr(exports.wp_post(1, "Feeds", body), exports.wp_post(2)))
    assert [post.body for post in posts] == [body, posts[1].body]
    assert not archive.damaged


def test_an_item_that_is_never_closed_takes_no_other_with_it():
    open_ended = exports.wp_post(1, "Open").replace("]]></content:encoded>", "", 1)
    archive, posts = read(exports.wxr(open_ended, exports.wp_post(2, "Well"), exports.wp_post(3, "Too")))
    assert [post.title for post in posts] == ["Well", "Too"]
    assert archive.damaged[0].startswith("“Open” can't be read")


def test_a_file_cut_short_says_so_and_a_whole_one_does_not():
    whole = exports.wxr(exports.wp_post(1), exports.wp_post(2))
    assert [(read(data)[0].is_cut, len(read(data)[1])) for data in (whole, whole[:-400], whole + b"\n" * 99)] == [
        (False, 2), (True, 1), (False, 2)]  # fmt: skip


def test_bytes_that_are_no_letters_and_controls_stop_nothing():
    data = exports.wxr(exports.wp_post(1, "Caf@ \x0b\x00 noir")).replace(b"Caf@", b"Caf\xe9")
    assert [post.title for post in read(data)[1]] == ["Caf\ufffd  noir"]


def test_the_declared_encoding_is_read():
    data = exports.wxr(exports.wp_post(1, "Café")).decode()
    latin = data.replace("UTF-8", "ISO-8859-1").encode("latin-1")
    assert [post.title for post in (*read(latin)[1], *read(data.encode("utf-16"))[1])] == ["Café", "Café"]


def test_a_gallery_finds_attachments_that_stand_after_it():
    attachment = exports.wp_post(9, post_type="attachment", url="https://x.example/a.jpg", status="inherit")
    _, posts = read(exports.wxr(exports.wp_post(1, body="[gallery ids='9']"), attachment))
    assert posts[0].body == '<figure><img src="https://x.example/a.jpg" alt=""></figure>'


def test_former_addresses_are_those_of_the_link_and_the_number():
    linked = exports.wp_post(7, link="https://x.example/%ea%b2%a8/?x=1")
    _, posts = read(exports.wxr(linked, exports.wp_post(8, link="[")))
    assert [post.addresses for post in posts] == [("/겨/", "?p=7"), ("?p=8",)]
