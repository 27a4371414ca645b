"""What holds for every kind of feed."""

import json
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from django.utils.http import http_date
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from articles import workflow
from articles.entries import Entry
from articles.feeds import ATOM_1, JSON_1_1, RSS, Feed
from claims.assessing import assess
from newsroom.lib import clock
from newsroom.lib.text import clean
from tests.factories import a_casting, a_detail, a_person, a_release, a_season, a_source, an_author
from tests.newsstand import held, on_sale, queries

URLS = ["/news/feed.rss", "/news/feed.atom", "/news/feed.json"]
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ODD = ["\x00", "\x0b", "\ud800", "\ufffe", "]]>", "<!--", "&#0;", "\x85"]
ANY = st.lists(st.text(st.characters()) | st.sampled_from(ODD)).map("".join)


def titles(client, url):
    body = client.get(url).content
    if "feed.json" in url:
        return [item["title"] for item in json.loads(body)["items"]]
    return [entry.title for entry in feedparser.parse(body).entries]


@given(words=ANY, name=ANY)
def test_a_feed_is_well_formed_for_any_text(words, name):
    words, name = clean(words), clean(name)
    address = "https://news.example/news/x/"
    entry = Entry(
        address,
        address,
        words,
        words,
        words,
        ((name, address),),
        "official",
        (),
        NOON.date(),
        NOON,
        NOON,
        NOON,
    )
    feed = Feed(name, words, words, address, address, address, "https://hub.example/?a=1&b=2", [entry])
    for kind in (RSS, ATOM_1):
        root = etree.fromstring(kind.write(feed))
        told = {
            "".join(one.itertext())
            for one in root.iter()
            if etree.QName(one).localname in ("content", "encoded")
        }
        assert told == {words.replace("\r", "\n")}
    assert json.loads(JSON_1_1.write(feed))["items"][0]["content_html"] == words


@pytest.mark.django_db
@pytest.mark.parametrize("url", URLS)
def test_naughty_words_come_back_as_they_went_in(client, at, url):
    type(an_author()).objects.update(name="A\x01lice \ufffe & <b>")
    on_sale(
        "naughty", headline="]]> & <script> \x0b𝕏 \ufeff", standfirst="\x00\x1f", body="<p>]]&gt; \x08</p>"
    )
    body = client.get(url).content.decode()
    if url != "/news/feed.json":
        etree.fromstring(body.encode())
    assert "\x01" not in body
    assert "𝕏" in titles(client, url)[0]


@pytest.mark.django_db
@pytest.mark.parametrize("url", URLS)
def test_an_unchanged_feed_is_answered_with_304(client, at, url, alice):
    claim = held(a_release(a_season()))
    on_sale("date-nears", claims=[claim])
    at.forward(hours=1)
    first = client.get(url)
    assert parsedate_to_datetime(first["Last-Modified"]) == NOON
    same = [{"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}]
    assert [client.get(url, headers=headers).status_code for headers in same] == [304, 304]
    assess(claim, "reported", by=alice, because="Said.", evidence=[a_source("t", "trade")])
    assert [client.get(url, headers=headers).status_code for headers in same] == [200, 200]
    assert parsedate_to_datetime(client.get(url)["Last-Modified"]) == clock.now()


@pytest.mark.django_db
@pytest.mark.parametrize("url", URLS)
def test_what_changes_by_itself_moves_last_modified_too(client, at, url):
    on_sale("date-nears", claims=[held(a_release(a_season()))])
    at.to("2026-03-16T09:00:00")
    assert client.get(url)["Last-Modified"] == http_date(datetime(2026, 3, 16, tzinfo=UTC).timestamp())


@pytest.mark.django_db
@pytest.mark.parametrize("url", URLS)
def test_what_is_hidden_moves_nothing(client, at, url, alice):
    claim = held(a_release(a_season()))
    article = on_sale("date-nears", claims=[claim])
    at.forward(hours=1)
    before = client.get(url)
    article.headline = "Another"
    article.save()
    workflow.schedule(article, at=clock.now().replace(day=20), by=alice, note="To come.")
    assess(
        claim, "official", by=alice, because="To come.", evidence=[a_source()], at=clock.now().replace(day=19)
    )
    on_sale("hidden", at=clock.now().replace(day=21))
    after = client.get(url)
    assert after.content == before.content
    names = ("ETag", "Last-Modified", "Link")
    assert [after.get(name) for name in names] == [before.get(name) for name in names]


@pytest.mark.django_db
@pytest.mark.parametrize("url", URLS)
def test_a_renamed_story_stays_the_same_to_readers(client, at, alice, url):
    article = on_sale("first-name")
    at.forward(days=1)
    article.slug = "second-name"
    article.save()
    workflow.update(article, by=alice, note="Renamed.")
    body = client.get(url).content
    item = json.loads(body)["items"][0] if "json" in url else feedparser.parse(body).entries[0]
    assert (item["id"], item["url" if "json" in url else "link"]) == (
        "https://news.example/news/first-name/",
        "https://news.example/news/second-name/",
    )


@pytest.mark.django_db
@pytest.mark.parametrize("url", URLS)
def test_twenty_stories_cost_as_many_queries_as_three_and_twelve_at_most(client, at, url):
    season = a_season()

    def more(first, last):
        for number in range(first, last):
            claim = held(a_detail(season, statement=f"Detail {number}"))
            part = held(a_casting(a_person(f"p-{number}"), season), "official")
            on_sale(f"story-{number}", claims=[claim, part], leads=[claim])

    more(0, 3)
    few = queries(client, url)
    more(3, 23)
    assert queries(client, url) == few <= 12
    assert len(titles(client, url)) == 20
