import feedparser
import pytest
from lxml import etree

from articles import workflow
from claims.assessing import assess
from tests.factories import a_person, a_release, a_season, a_source
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
URL = "/news/feed.atom"
ATOM = "{http://www.w3.org/2005/Atom}"


def read(client, query=""):
    answer = client.get(URL + query)
    assert answer.status_code == 200, answer.content
    found = feedparser.parse(answer.content)
    assert not found.bozo
    return found


def dates(client):
    [entry] = read(client).entries
    return entry.published, entry.updated


def test_it_says_what_it_is(client, at):
    answer = client.get(URL)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = read(client)
    assert (feed.version, feed.feed.title, feed.feed.id) == (
        "atom10",
        "Newsroom: News",
        "https://news.example" + URL,
    )
    assert [(link.rel, link.href) for link in feed.feed.links] == [
        ("alternate", "https://news.example/news/"),
        ("self", "https://news.example/news/feed.atom"),
    ]
    assert (feed.feed.updated, feed.entries) == ("1970-01-01T00:00:00+00:00", [])


def test_it_has_every_element_that_the_standard_asks_for(client, at):
    on_sale("date-nears")
    root = etree.fromstring(client.get(URL).content)
    assert {"id", "title", "updated", "author"} <= {child.tag.removeprefix(ATOM) for child in root}
    [entry] = root.iter(f"{ATOM}entry")
    named = [child.tag.removeprefix(ATOM) for child in entry]
    assert named == ["title", "id", "link", "published", "updated", "author", "summary", "content"]


def test_an_entry_carries_its_level_and_the_whole_text(client, at):
    claim = held(a_release(a_season()), "reported")
    on_sale("date-nears", claims=[claim], leads=[claim], standfirst="Late in the year.")
    [entry] = read(client).entries
    assert (entry.title, entry.summary) == ("Date nears", "Late in the year.")
    assert entry.id == entry.link == "https://news.example/news/date-nears/"
    assert [tag.term for tag in entry.tags] == ["reported"]
    assert [(one.name, one.href) for one in entry.authors] == [
        ("Alice Han", "https://news.example/authors/alice-han/")
    ]
    assert (
        f'<a href="https://news.example/claims/{claim.key}/">reported, as of 1 March 2026</a>'
        in entry.content[0].value
    )


def test_updated_moves_with_the_substance_alone_and_published_never(client, at, alice):
    claim = held(a_release(a_season()), "reported")
    article = on_sale("date-nears", claims=[claim])
    first = "2026-03-01T12:00:00+00:00"
    assert dates(client) == (first, first)
    at.forward(days=1)
    article.standfirst = "Mended."
    article.save()
    workflow.publish(article, by=alice, substantive=False)
    assess(claim, "reported", by=alice, because="Looked at again.", evidence=[a_source("t", "trade")])
    assert dates(client) == (first, first)
    at.forward(days=1)
    workflow.update(article, by=alice, note="More is known.")
    assert dates(client) == (first, "2026-03-03T12:00:00+00:00")
    at.forward(days=1)
    assess(claim, "official", by=alice, because="Said.", evidence=[a_source()])
    assert dates(client) == (first, "2026-03-04T12:00:00+00:00")


def test_it_takes_the_filters_of_the_news_list(client, at):
    on_sale("portrait", people=[a_person()])
    on_sale("other")
    feed = read(client, "?person=lomon")
    assert [entry.title for entry in feed.entries] == ["Portrait"]
    assert feed.feed.links[1].href == "https://news.example/news/feed.atom?person=lomon"
    assert client.get(f"{URL}?person=nobody").status_code == 404
    assert client.get(f"{URL}?min=sure").status_code == 400


def test_a_hub_is_named_where_there_is_one(client, at, settings):
    settings.WEBSUB_HUB = "https://hub.example/"
    links = {link.rel: link.href for link in read(client).feed.links}
    assert (links["hub"], links["self"]) == ("https://hub.example/", "https://news.example/news/feed.atom")
    assert client.get(URL)["Link"] == (
        '<https://hub.example/>; rel="hub", <https://news.example/news/feed.atom>; rel="self"'
    )
