"""Two versions of a story held against each other: what is told, and to whom."""

import re
from datetime import timedelta

import pytest

from articles import restoring, workflow
from articles.content import content_of
from newsroom.lib import clock, timeline
from tests.articles.admin.posting import url
from tests.factories import a_person, a_release, a_story, an_author, an_image
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db
BODY = '<h2>When</h2><p>It comes <span data-claim="c-window">{}</span>, they say.</p><ul><li>One</li>{}</ul>'


@pytest.fixture
def article(at, alice):
    claim = held(a_release(key="c-window"))
    article = a_story(
        "the-date",
        headline="It comes in late 2026",
        body=BODY.format("in late 2026", ""),
    )
    workflow.publish(article, by=alice)
    at.forward(days=1)
    article.headline = "It comes in November"
    article.body = BODY.format("in November", "<li>Two</li>")
    article.save()
    article.people.add(a_person("lomon"))
    article.lead_claims.add(claim)
    article.bylines.create(author=an_author("bob-ashdown"), position=1)
    return article


def marked(page, tag):
    return re.findall(rf"<{tag}>(.*?)</{tag}>", page.split('id="part-', 1)[1])


def test_words_that_went_and_came_are_marked_in_their_blocks(editor, article):
    page = editor.get(url("compare", article, one="1", other="draft")).content.decode()
    assert marked(page, "del") == ["late 2026", "late 2026", "“in late 2026”"]
    assert marked(page, "ins") == [
        "November",
        "November",
        "Two",
        "Lomon",
        *LEAD,
        "Bob Ashdown",
        "“in November”",
    ]
    assert (
        '<div class="block block-p">It comes in <del>late 2026</del><ins>November</ins>, they say.</div>'
        in page
    )
    assert '<div class="block block-li"><ins>Two</ins></div>' in page
    assert "data-claim" not in page and "&lt;p&gt;" not in page


LEAD = ["All Of Us Are Dead Season 2 comes out in late 2026."]


def test_a_claim_that_marks_other_words_is_told(editor, article):
    page = words(editor.get(url("compare", article)))
    assert "now marks “in November” and no more “in late 2026”" in page
    assert "The same in both: shows." in page


def test_side_by_side_shows_each_as_it_was(editor, article):
    page = editor.get(url("compare", article, view="side")).content.decode()
    rows = re.findall(r"<td>\s*(.*?)\s*</td>", page.split('id="part-', 1)[1], re.S)
    assert rows[:2] == [
        '<div class="block block-p">It comes in <del>late 2026</del></div>',
        '<div class="block block-p">It comes in <ins>November</ins></div>',
    ]


def test_any_two_versions_and_none_of_another_story(editor, article, at):
    workflow.update(article, by=editor.user, note="More.")
    at.forward(hours=1)
    workflow.hold(
        workflow.schedule(article, at=clock.now() + timedelta(days=1), by=editor.user), by=editor.user
    )
    article.image = an_image(alt="A picture of Canary")
    article.save()
    restoring.restore(article, content_of(article.editions.get(number=1)), by=editor.user, named="edition 1")
    page = editor.get(url("compare", article)).content.decode()
    names = re.findall(r'<option value="([\w-]+)"', page.split("</select>")[0])
    assert [name.partition("-")[0] for name in names] == ["draft", "off", "2", "1", "former"]
    for one in names:
        for other in names:
            assert editor.get(url("compare", article, one=one, other=other)).status_code == 200
    assert "A picture of Canary" in words(editor.get(url("compare", article, one="1", other=names[-1])))
    theirs = a_story("another", article.shows.get())
    for name in (names[1], names[-1], "1", "off-99999", "former-x", "x"):
        assert editor.get(url("compare", theirs, one=name)).status_code == 404


def test_a_redacted_editions_words_stay_hidden(editor, manager, article, at):
    workflow.update(article, by=editor.user, note="More.")
    at.forward(hours=1)
    timeline.redact(article.editions.get(number=1), by=manager.user, because="A court order.")
    for query in ({"one": "1"}, {"one": "draft", "other": "1"}, {"one": "1", "view": "side"}):
        page = words(editor.get(url("compare", article, **query)))
        assert "Edition 1 was redacted: its words are gone" in page
        assert "All Of Us Are Dead" not in page
    assert "?one=1&amp;" not in editor.get(url("change", article)).content.decode()


def test_a_writer_compares_their_own_alone(writer, editor, article, client):
    for person in (writer, client):
        response = person.get(url("compare", article, one="1"))
        assert response.status_code in (302, 404) and "Edition 1" not in response.content.decode()
    own = a_story("own", article.shows.get(), headline="Of Bob", made_by=writer.user)
    assert "Both say the same." in words(writer.get(url("compare", own)))


def test_it_is_found_beside_the_editions(editor, article):
    page = editor.get(url("change", article)).content.decode()
    assert f'href="{url("compare", article)}?one=1&amp;other=draft"' in page


def test_its_queries_do_not_grow_with_the_editions(editor, article, at):
    address = url("compare", article, one="1", other="draft")
    few = queries(editor, address)
    for _ in range(3):
        at.forward(hours=1)
        workflow.publish(article, by=editor.user)
    at.forward(hours=1)
    assert queries(editor, address) == few
