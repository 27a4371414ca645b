"""What would do a story good: told before it goes live, and stopping nothing."""

from datetime import date

import pytest

from articles.advising import advice, dead_links
from newsroom.lib import clock
from tests.factories import a_person, a_release, a_season, a_show, a_story, an_image
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
DESCRIPTION = "Season 2 of the show is filmed, and comes out in late 2026, as two outlets say."


def told(article):
    return [(str(one), one.field) for one in advice(article, clock.now())]


def a_good_story(**fields):
    return a_story(**{"image": an_image(), "description": DESCRIPTION} | fields)


def test_a_story_that_lacks_nothing_is_told_nothing(at, django_assert_num_queries):
    article = a_good_story(body="<h2>One</h2><p>Words.</p><h3>Two</h3>")
    with django_assert_num_queries(0):
        assert told(article) == []


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"image": None}, "There is no lead picture", "image"),
        ({"headline": "A" * 71}, "The headline has 71 characters", "headline"),
        ({"description": ""}, "There is no description", "description"),
        ({"description": "Short."}, "The description has 6 characters, which say little", "description"),
        ({"description": "A" * 161}, "The description has 161 characters, which are cut", "description"),
        ({"body": "<h3>One</h3><p>Words.</p>"}, "A subheading (H3) comes before any heading (H2)", "body"),
        ({"body": '<p><a href="/news/nowhere/">a</a></p>'}, "The text links to /news/nowhere/", "body"),
    ],
)
def test_each_piece_of_advice_says_what_to_do_and_where(at, fields, sentence, field):
    ((said, where),) = told(a_good_story(**fields))
    assert said.startswith(sentence) and where == field


def test_rights_that_end_soon_are_told_of_the_lead_picture_and_of_those_in_the_text(at):
    soon = an_image("soon", alt="A still", rights_until=date(2026, 3, 20))
    an_image("later", alt="Another", rights_until=date(2026, 5, 1))
    body = '<p>Words.</p><figure data-picture="soon"></figure><figure data-picture="later"></figure>'
    assert [field for _, field in told(a_good_story(image=soon, body=body))] == ["image", "body"]


def test_links_into_this_site_are_dead_where_readers_find_nothing(at, settings, django_assert_num_queries):
    settings.SITE_URL = "https://news.example"
    show = a_show()
    held(a_release(a_season(show, 2)))
    a_season(show, 3)
    a_person("nobody-cast")
    on_sale("out-there", show=show)
    a_story("still-a-draft", show=show)
    alive = [
        "/news/out-there/",
        "/shows/all-of-us-are-dead/",
        "/shows/all-of-us-are-dead/season-2/",
        "/news/",
    ]
    alive += ["https://news.example/confidence/", "https://elsewhere.example/nothing/", "/authors/alice-han/"]
    dead = [
        "/news/still-a-draft/",
        "/shows/all-of-us-are-dead/season-3/",
        "/people/nobody-cast/",
        "/no/such/page/",
    ]
    body = "".join(f'<p><a href="{path}">a</a></p>' for path in [*alive, *dead, "https://news.example/x/"])
    with django_assert_num_queries(5):
        assert dead_links(body, clock.now()) == [*dead, "/x/"]
