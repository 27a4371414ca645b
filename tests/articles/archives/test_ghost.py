"""Ghost exports of every health, read without a database."""

import io
import json

import pytest

from articles.archives.ghost import Ghost
from articles.archives.post import NotAnArchive
from tests.articles.archives import exports


def read(data):
    archive = Ghost(lambda: io.BytesIO(data))
    return archive, list(archive.posts())


def test_who_wrote_and_what_about_stand_after_the_posts():
    _, posts = read(exports.ghost([exports.ghost_post(1)]))
    assert [(post.authors, post.kicker, post.at.isoformat()) for post in posts] == [
        (("Hana Baek",), "Drama news", "2023-05-02T10:00:00+00:00")]  # fmt: skip


def test_an_export_without_its_outer_shell_is_read_too():
    inner = json.loads(exports.ghost([exports.ghost_post(1)]))["db"][0]
    assert [post.title for post in read(json.dumps(inner).encode())[1]] == ["A post"]


@pytest.mark.parametrize("data", [b"{}", b'{"db": 1}', b'{"db": [[]]}', b"{,}", b'{"a"', b"{" * 99999])
def test_what_holds_no_posts_is_refused(data):
    with pytest.raises(NotAnArchive, match="no Ghost export"):
        read(data)


@pytest.mark.parametrize("at", [0.3, 0.5, 0.7, 0.9, 0.999])
def test_of_a_file_cut_anywhere_what_came_before_is_read(at):
    data = exports.ghost()
    archive, posts = read(data[: int(len(data) * at)])
    assert archive.is_cut and posts[0].title == "Notes from the shore 1"


def test_odd_values_stop_nothing():
    odd = {name: [{"x": 1}] for name in ("title", "slug", "html", "lexical", "published_at", "authors", "id")}
    nulls = dict.fromkeys(exports.ghost_post(1)) | {"status": "published"}
    archive, posts = read(exports.ghost([exports.ghost_post(1) | odd, nulls], posts_authors=[], users=[3]))
    assert [(post.title, post.body, post.at) for post in posts] == [("", "", None), ("", "", None)]
    assert not archive.is_cut


def test_lexical_and_mobiledoc_give_their_words():
    _, posts = read(exports.ghost())
    found = {post.title: post.body for post in posts}
    assert found["Lexical"] == "<p><strong>Words in lexical.</strong></p>"
    assert found["Mobiledoc"] == "<p>Words in mobiledoc.</p>"
