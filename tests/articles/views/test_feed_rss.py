import xml.etree.ElementTree as ET
from email.utils import parsedate_to_datetime

import pytest

from articles import workflow
from articles.models import Edition
from claims.assessing import retract
from newsroom.lib import clock
from tests.factories import a_detail, a_person, a_release, a_season, a_show, a_user, an_author
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
SELF = "{http://www.w3.org/2005/Atom}link"


def channel(client, query=""):
    answer = client.get(f"/news/feed.rss{query}")
    assert answer.status_code == 200
    return ET.fromstring(answer.content).find("channel")


def titles(client, query=""):
    return [item.findtext("title") for item in channel(client, query).iter("item")]


def test_it_says_what_it_is(client, at):
    answer = client.get("/news/feed.rss")
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    feed = channel(client)
    assert [feed.findtext(name) for name in ("title", "link", "description")] == [
        "Newsroom: News",
        "https://news.example/news/",
        "News. Every claim says how sure it is.",
    ]
    assert feed.find(SELF).attrib["href"] == "https://news.example/news/feed.rss"
    assert not list(feed.iter("item"))


def test_an_item_carries_its_level_its_day_and_the_whole_text(client, at):
    claim = held(a_release(a_season()), "reported")
    on_sale("date-nears", claims=[claim], leads=[claim], standfirst="Late in the year.")
    [item] = channel(client).iter("item")
    assert item.findtext("title") == "Date nears"
    assert item.findtext("link") == item.findtext("guid") == "https://news.example/news/date-nears/"
    assert item.findtext("category") == "reported"
    assert item.findtext("description") == "Late in the year."
    assert parsedate_to_datetime(item.findtext("pubDate")) == clock.now()
    assert (
        f'<a href="https://news.example/claims/{claim.key}/">reported, as of 1 March 2026</a>'
        in item.findtext(CONTENT)
    )


def test_a_story_without_lead_claims_has_no_category(client, at):
    on_sale("portrait")
    assert [item.find("category") for item in channel(client).iter("item")] == [None]


def test_links_in_a_text_are_absolute_and_words_that_look_like_links_stay(client, at):
    on_sale(
        "links",
        body='<p>a href="/x" <a href="/news/">here</a> <a href="https://a.example/?b=1&amp;c=2">there</a></p>',
    )
    [item] = channel(client).iter("item")
    assert '<p>a href="/x" <a href="https://news.example/news/"' in item.findtext(CONTENT)
    assert '<a href="https://a.example/?b=1&amp;c=2"' in item.findtext(CONTENT)


def test_a_renamed_story_keeps_its_guid_and_its_day(client, at, alice):
    article = on_sale("first-name")
    published_at = clock.now()
    at.forward(days=2)
    article.slug = "second-name"
    article.save()
    workflow.update(article, by=alice, note="Renamed.")
    [item] = channel(client).iter("item")
    assert item.findtext("link") == "https://news.example/news/second-name/"
    assert item.findtext("guid") == "https://news.example/news/first-name/"
    assert parsedate_to_datetime(item.findtext("pubDate")) == published_at
    assert client.get("/news/first-name/").status_code == 301


def test_it_takes_the_filters_of_the_news_list(client, at):
    season, rumour = a_season(), None
    rumour = held(a_release(season))
    on_sale(
        "window", seasons=[season], show=a_show("other"), claims=[rumour], leads=[rumour], kicker="K-drama"
    )
    at.forward(hours=1)
    on_sale("portrait", show=a_show("third"), people=[a_person(name="Lomon")])
    assert titles(client) == ["Portrait", "Window"]
    assert titles(client, "?show=all-of-us-are-dead&season=2") == ["Window"]
    assert titles(client, "?person=lomon&utm_source=x") == ["Portrait"]
    assert titles(client, "?min=rumoured") == ["Window"]
    assert titles(client, "?min=official") == []
    assert titles(client, "?q=nothing+of+it") == []
    feed = channel(client, "?min=rumoured&kicker=k-drama")
    assert feed.find(SELF).attrib["href"] == "https://news.example/news/feed.rss?kicker=k-drama&min=rumoured"


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("show=nope", 404),
        ("season=2", 400),
        ("min=sure", 400),
        ("q=a&q=b", 400),
        ("q=%00", 400),
        ("year=0", 400),
    ],
)
def test_it_refuses_as_the_news_list_does(client, at, query, status):
    feed, page = client.get(f"/news/feed.rss?{query}"), client.get(f"/news/?{query}")
    assert feed.status_code == page.status_code == status
    assert words(feed) == words(page)


def test_it_is_well_formed_for_any_text(client, at):
    author = an_author()
    type(author).objects.update(name="A\x01lice \ufffe & <b>")
    on_sale(
        "naughty", headline="]]> & <script> \x0b𝕏 \ufeff", standfirst="\x00\x1f", body="<p>]]&gt; \x08</p>"
    )
    assert titles(client) == ["]]> & <script> 𝕏"]
    assert titles(client, "?q=%EF%BF%BE") == []


def test_twenty_stories_at_most_in_as_many_queries_as_three(client, at):
    season = a_season()
    for number in range(3):
        claim = held(a_detail(season, statement=f"Detail {number}"))
        on_sale(f"story-{number}", claims=[claim], leads=[claim])
    few = queries(client, "/news/feed.rss")
    for number in range(3, 23):
        claim = held(a_detail(season, statement=f"Detail {number}"))
        on_sale(f"story-{number}", claims=[claim], leads=[claim])
    assert queries(client, "/news/feed.rss") == few
    assert len(titles(client)) == 20


def test_every_list_names_its_own_feed(client, at):
    season, person = a_season(), a_person()
    held(a_release(season))
    on_sale("window", seasons=[season], people=[person])
    show = "show=all-of-us-are-dead"
    for page, query in {
        "/": "",
        "/news/": "",
        f"/news/?min=reported&{show}": f"?{show}&min=reported",
        "/shows/all-of-us-are-dead/": f"?{show}",
        "/shows/all-of-us-are-dead/season-2/": f"?{show}&season=2",
        "/people/lomon/": "?person=lomon",
    }.items():
        href = f'href="https://news.example/news/feed.rss{query}">'.replace("&", "&amp;")
        assert href in client.get(page).content.decode(), page


def test_a_retraction_is_told_before_the_text(client, at):
    claim = held(a_release(a_season()))
    on_sale("window", claims=[claim])
    at.forward(hours=1)
    retract(claim, by=a_user(), because="A <joke>.")
    (item,) = channel(client).iter("item")
    told = "<p><strong>Since this was published:</strong> a claim in it was retracted: A &lt;joke&gt;.</p>"
    assert item.findtext(CONTENT).startswith(told)


def test_what_is_scheduled_is_in_no_feed(client, at):
    on_sale("to-come", at=clock.now().replace(year=2027))
    assert Edition.objects.count() == 1
    assert titles(client) == []
