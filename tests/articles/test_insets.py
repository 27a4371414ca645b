"""Pictures, trailers and live blocks between a story's words: frozen as references, filled when they are read."""

from datetime import date

import pytest

from articles import workflow
from articles.insets import load
from articles.models import Edition
from newsroom.lib import clock
from newsroom.lib.html import insets
from tests.factories import a_casting, a_person, a_release, a_season, a_show, a_story, a_user, an_image
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db
STORY = "/news/season-2-date/"


def figure(caption="", **attributes):
    told = "".join(f' data-{name}="{value}"' for name, value in attributes.items())
    return (
        f"<figure{told}><figcaption>{caption}</figcaption></figure>"
        if caption
        else f"<figure{told}></figure>"
    )


def a_picture_story(body, **fields):
    return on_sale(body=f"<p>First words.</p>{body}<p>Last words.</p>", **fields)


def test_a_picture_stands_with_its_sizes_caption_and_credit(client, at):
    an_image("still-1", alt="A school at night", credit="A. Photographer")
    a_picture_story(figure("The school, <em>again</em>", picture="still-1"))
    page = client.get(STORY).content.decode()
    assert 'alt="A school at night"' in page and 'type="image/avif"' in page and 'width="960"' in page
    assert "The school, <em>again</em>" in page and "Picture: A. Photographer" in page
    assert "data-picture" not in page
    told = words(client.get(STORY))
    assert told.index("First words.") < told.index("The school") < told.index("Last words.")


def test_a_trailer_is_our_picture_and_a_link_out(client, at):
    an_image("still-1")
    a_picture_story(figure(picture="still-1", trailer="https://www.youtube.com/watch?v=1&amp;t=2"))
    page = client.get(STORY).content.decode()
    assert (
        '<a href="https://www.youtube.com/watch?v=1&amp;t=2" rel="noopener nofollow"><picture>'
        in " ".join(page.split()).replace("> <", "><")
    )
    assert "Watch on youtube.com" in page and "<iframe" not in page


def test_a_picture_whose_rights_have_ended_is_gone_and_a_trailer_stays_a_link(client, at):
    image = an_image("still-1", alt="A still", rights_until=date(2026, 3, 1))
    trailer = figure("Watch it", picture="still-1", trailer="https://a.example/t")
    a_picture_story(figure("Under it", picture="still-1") + trailer)
    assert "Under it" in words(client.get(STORY))
    at.forward(days=1)
    page = client.get(STORY).content.decode()
    assert "Under it" not in page and image.digest[:24] not in page
    assert '<a href="https://a.example/t" rel="noopener nofollow">Watch on a.example</a>: Watch it' in page


def test_a_cast_is_that_of_the_moment_it_is_read_at(client, at):
    season = a_season(a_show(), 2)
    held(a_casting(a_person("lomon"), season, character="Lee Su-hyeok"))
    a_picture_story(figure(live="cast", of="all-of-us-are-dead/2"))
    assert "Cast All Of Us Are Dead Season 2" in words(client.get(STORY))
    at.forward(days=3)
    held(a_casting(a_person("cho-yi-hyun"), season))
    assert "Cho Yi Hyun" in words(client.get(STORY))
    past = words(client.get(STORY + "?as_of=2026-03-01"))
    assert "Lomon" in past and "Cho Yi Hyun" not in past


@pytest.mark.parametrize(("live", "said"), [("timeline", "Timeline"), ("facts", "Key facts")])
def test_a_timeline_and_facts_tell_what_is_held_and_nothing_that_is_to_come(client, at, live, said):
    season = a_season(a_show(), 2)
    claim = held(a_release(season, as_said="late 2026"))
    hidden = a_release(
        season, part="US cinemas", as_said="canary of May", earliest="2026-05", latest="2026-05"
    )
    a_picture_story(figure(live=live, of="all-of-us-are-dead/2"))
    a_story("hidden-story", claims=[hidden])
    told = words(client.get(STORY))
    assert said in told and "ate 2026" in told and "Rumoured" in told and "canary" not in told
    assert claim.get_absolute_url() in client.get(STORY).content.decode()


def test_a_block_about_what_has_no_claims_or_does_not_stand_is_nothing(client, at):
    a_season(a_show(), 2)
    a_picture_story(figure(live="cast", of="all-of-us-are-dead/2"))
    assert "First words. Last words." in words(client.get(STORY))
    blocks = figure(live="facts", of="nothing") + figure(live="facts", of="all-of-us-are-dead/9")
    edition = Edition(body=blocks)
    shown = load([edition], clock.now())
    assert [shown.html(inset, "") for inset in insets(blocks)] == ["", ""]


def test_a_show_that_was_renamed_is_found_under_its_former_address(client, at):
    show = a_show("old-name", title="The Show")
    held(a_release(a_season(show, 1)))
    a_picture_story(figure(live="facts", of="old-name/1"), show=show)
    show.former_slugs.create(slug="old-name")
    show.slug = "new-name"
    show.save()
    assert "/shows/new-name/season-1/" in client.get(STORY).content.decode()


def test_feed_and_api_hold_plain_html_with_absolute_addresses(client, at, settings):
    held(a_release(a_season(a_show(), 2)))
    an_image("still-1", alt="A school at night", credit="A. P.")
    a_picture_story(figure("A caption", picture="still-1") + figure(live="facts", of="all-of-us-are-dead/2"))
    feed = client.get("/news/feed.rss").content.decode()
    body = client.get("/api/v1/articles/season-2-date/").json()["body_html"]
    for told in (feed.replace("&lt;", "<").replace("&gt;", ">"), body):
        assert f'<img src="{settings.SITE_URL}/media/renditions/' in told and "A caption" in told
        assert f'<a href="{settings.SITE_URL}/shows/all-of-us-are-dead/season-2/">' in told
        assert "[rumoured, as of 1 March 2026]" in told and "data-live" not in told


def test_many_insets_cost_what_one_costs(client, at):
    season = a_season(a_show(), 2)
    held(a_casting(a_person("lomon"), season))
    an_image("still-1")
    a_picture_story(figure(picture="still-1") + figure(live="cast", of="all-of-us-are-dead/2"))
    one = queries(client, STORY)
    for number in range(2, 6):
        an_image(f"still-{number}")
        held(a_casting(a_person(f"person-{number}"), season))
    more = "".join(figure(picture=f"still-{number}") for number in range(1, 6))
    blocks = figure(live="cast", of="all-of-us-are-dead/2") + figure(live="timeline", of="all-of-us-are-dead")
    on_sale("another-date", body=f"<p>Words.</p>{more}{blocks}", show=season.show)
    assert queries(client, "/news/another-date/") <= one + 1  # the related story's own


def test_an_edition_keeps_its_references_whatever_the_desk_does(client, at):
    an_image("still-1", alt="The first picture")
    an_image("still-2", alt="The second picture")
    article = a_picture_story(figure(picture="still-1"))
    article.body = article.body.replace("still-1", "still-2")
    article.save()
    assert "The first picture" in client.get(STORY).content.decode()
    at.forward(hours=1)
    workflow.update(article, by=a_user(), note="Another picture.")
    assert "The second picture" in client.get(STORY).content.decode()
