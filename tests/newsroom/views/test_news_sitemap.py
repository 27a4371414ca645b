from datetime import timedelta

import pytest

from articles import workflow
from newsroom import sitemaps
from newsroom.lib import clock
from newsroom.lib.api import instant
from tests.factories import a_story, a_user
from tests.newsstand import on_sale, queries
from tests.sitemaps import SPACES, locs, read, texts

pytestmark = pytest.mark.django_db


def test_an_empty_file_is_valid_and_knows_both_namespaces(client, at):
    root = read(client, "/news-sitemap.xml")
    assert set(root.nsmap.values()) == set(SPACES.values())
    assert len(root) == 0


def test_a_story_is_told_by_publication_first_day_and_visible_title(client, at):
    article = on_sale("a-story", headline="로몬 & <friends> return")
    published = instant(clock.now())
    at.forward(hours=20)
    article.headline = "로몬 & <all> return"
    article.save()
    workflow.update(article, by=a_user(), note="More of them.")
    at.forward(minutes=1)
    root = read(client, "/news-sitemap.xml")
    told = [texts(root, f"//n:{name}") for name in ("name", "language", "publication_date", "title")]
    assert told == [["Newsroom"], ["en"], [published], ["로몬 & <all> return"]]
    [address] = locs(client, "/news-sitemap.xml")
    page = client.get(address).content.decode()
    assert f'<link rel="canonical" href="https://news.example{address}">' in page
    assert "<h1>로몬 &amp; &lt;all&gt; return</h1>" in page


def test_a_story_is_news_for_forty_eight_hours(client, at):
    on_sale("old")
    at.forward(hours=1)
    on_sale("new")
    a_story("a-draft")
    on_sale("to-come", at=clock.now() + timedelta(hours=3))
    assert locs(client, "/news-sitemap.xml") == ["/news/new/", "/news/old/"]
    at.forward(hours=46, minutes=59)
    assert locs(client, "/news-sitemap.xml") == ["/news/to-come/", "/news/new/", "/news/old/"]
    at.forward(minutes=1)
    assert locs(client, "/news-sitemap.xml") == ["/news/to-come/", "/news/new/"]
    at.forward(days=9)
    assert locs(client, "/news-sitemap.xml") == []


def test_beyond_one_file_it_is_an_index(client, at, monkeypatch):
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
    for number in range(3):
        on_sale(f"story-{number}")
        at.forward(minutes=1)
    assert locs(client, "/news-sitemap.xml") == ["/news-sitemap.xml?part=1", "/news-sitemap.xml?part=2"]
    assert locs(client, "/news-sitemap.xml?part=1") == ["/news/story-2/", "/news/story-1/"]
    assert locs(client, "/news-sitemap.xml?part=2") == ["/news/story-0/"]
    assert [client.get(f"/news-sitemap.xml?part={part}").status_code for part in ("3", "0", "x", "1.5")] == [
        404
    ] * 4


def test_it_takes_two_queries(client, at):
    on_sale("a-story")
    assert queries(client, "/news-sitemap.xml") == 2
