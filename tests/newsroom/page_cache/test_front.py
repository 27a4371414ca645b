"""What the page cache does with an answer, shown on an application of a few lines."""

import gzip
import threading
from concurrent.futures import ThreadPoolExecutor

import brotli
import pytest

from newsroom.lib.params import DECLARED
from tests.newsroom.page_cache.kiosk import Always, asked, kiosk

PUBLIC = "public, max-age=0, s-maxage=2, must-revalidate"
WORDS = b"<p>Season 2 comes out in late 2026.</p>" * 40


class Site:
    """Declares `show` and `q` on every path; counts what it is asked."""

    def __init__(self, status="200 OK", headers=(), body=WORDS):
        self.asked, self.status, self.body = [], status, body
        self.headers = [
            ("Content-Type", "text/html; charset=utf-8"),
            ("Cache-Control", PUBLIC),
            ("ETag", '"one"'),
            *headers,
        ]
        self.may_answer = threading.Event()
        self.may_answer.set()

    def __call__(self, environ, start_response):
        environ.get(DECLARED, set()).update({"show", "q"})
        self.asked.append(f"{environ['PATH_INFO']}?{environ['QUERY_STRING']}")
        self.may_answer.wait(5)
        start_response(self.status, self.headers)
        return Answer([self.body])


class Answer(list):
    def close(self):
        pass


def test_a_page_is_rendered_once():
    site = Site()
    pages = kiosk(site, Always())
    first, second = asked(pages, "/news/"), asked(pages, "/news/")
    assert (
        first
        == second
        == ("200 OK", {**dict(site.headers), "Vary": "Accept-Encoding", "Content-Length": "1560"}, WORDS)
    )
    assert site.asked == ["/news/?"]


def test_invented_parameters_share_the_page_and_declared_ones_do_not():
    site = Site()
    pages = kiosk(site, Always())
    for query in (
        "",
        "utm_source=x",
        "a=1&b=2&a=3",
        "show=one",
        "show=one&fbclid=9",
        "show=+one+",
        "show=two",
        "show=",
    ):
        asked(pages, f"/news/?{query}")
    assert site.asked == ["/news/?", "/news/?show=one", "/news/?show=two"]


def test_ten_thousand_invented_queries_add_nothing():
    site = Site()
    pages = kiosk(site, Always())
    for number in range(10_000):
        asked(pages, f"/news/?x{number}={number}")
    assert (len(pages.shelf.pages), len(pages.declared), len(site.asked)) == (1, 1, 1)


@pytest.mark.parametrize(
    "query", ["q=lomon", "show=a&show=b", "&".join(f"x{n}=1" for n in range(60)), "show=ü"]
)
def test_what_is_searched_doubled_endless_or_unreadable_is_not_kept(query):
    site = Site()
    pages = kiosk(site, Always())
    asked(pages, "/news/")
    asked(pages, f"/news/?{query}")
    asked(pages, f"/news/?{query}")
    assert site.asked == ["/news/?", f"/news/?{query}", f"/news/?{query}"]
    assert len(pages.shelf.pages) == 1


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", []),
        ("400 Bad Request", []),
        ("500 Internal Server Error", []),
        ("200 OK", [("Set-Cookie", "a=b")]),
        ("200 OK", [("Vary", "Cookie")]),
        ("200 OK", [("Cache-Control", "private, no-store")]),
    ],
)
def test_what_is_no_public_page_is_not_kept(status, headers):
    pages = kiosk(site := Site(status, headers), Always())
    assert [asked(pages, "/news/x/")[0] for _ in range(2)] == [status] * 2
    assert (len(site.asked), len(pages.shelf.pages), len(pages.declared)) == (
        2,
        0,
        0,
    ) or not status.startswith("4")
    assert (len(site.asked), len(pages.shelf.pages)) == (2, 0)


@pytest.mark.parametrize(
    "path", ["/admin/", "/preview/x/", "/follow/", "/health/ready", "/static/a.css", "/media/a"]
)
def test_the_desk_and_files_are_passed_through(path):
    pages = kiosk(site := Site(), Always())
    asked(pages, path, HTTP_COOKIE="sessionid=x")
    asked(pages, path)
    assert len(site.asked) == 2 and not pages.shelf.pages


def test_another_host_and_another_method_are_djangos_to_judge():
    pages = kiosk(site := Site(), Always())
    asked(pages, "/news/")
    asked(pages, "/news/", HTTP_HOST="evil.example")
    asked(pages, "/news/", method="POST")
    assert len(site.asked) == 3


def test_a_page_is_packed_as_the_asker_can_read_it():
    pages = kiosk(site := Site(), Always())
    plain = asked(pages, "/news/")
    packed = {
        name: asked(pages, "/news/", HTTP_ACCEPT_ENCODING=name)
        for name in ("gzip", "gzip, br", "br;q=0, gzip")
    }
    assert gzip.decompress(packed["gzip"][2]) == brotli.decompress(packed["gzip, br"][2]) == WORDS
    assert packed["br;q=0, gzip"] == packed["gzip"]
    assert [answer[1]["ETag"] for answer in (plain, packed["gzip"], packed["gzip, br"])] == [
        '"one"',
        'W/"one"',
        'W/"one"',
    ]
    assert int(packed["gzip"][1]["Content-Length"]) == len(packed["gzip"][2]) < len(WORDS) / 10
    assert len(site.asked) == 1


@pytest.mark.parametrize("given", ['"one"', 'W/"one"', '"zero", W/"one"', "*"])
def test_who_holds_the_page_is_told_so(given):
    pages = kiosk(Site(), Always())
    status, headers, body = asked(pages, "/news/", HTTP_IF_NONE_MATCH=given, HTTP_ACCEPT_ENCODING="br")
    assert (status, body) == ("304 Not Modified", b"")
    assert headers == {"Cache-Control": PUBLIC, "Vary": "Accept-Encoding", "ETag": 'W/"one"'}
    assert asked(pages, "/news/", HTTP_IF_NONE_MATCH='"two"')[0] == "200 OK"


def test_a_date_counts_where_no_etag_is_sent():
    pages = kiosk(Site(headers=[("Last-Modified", "Sun, 01 Mar 2026 12:00:00 GMT")]), Always())
    later, earlier = "Sun, 01 Mar 2026 12:00:01 GMT", "Sun, 01 Mar 2026 11:59:59 GMT"
    told = [asked(pages, "/f", HTTP_IF_MODIFIED_SINCE=given)[0] for given in (later, earlier, "no date", "")]
    assert told == ["304 Not Modified", "200 OK", "200 OK", "200 OK"]
    assert asked(pages, "/f", HTTP_IF_MODIFIED_SINCE=later, HTTP_IF_NONE_MATCH='"x"')[0] == "200 OK"


def test_head_is_get_without_its_body():
    pages = kiosk(site := Site(), Always())
    head, got = asked(pages, "/news/", method="HEAD"), asked(pages, "/news/")
    assert head == (*got[:2], b"") and len(site.asked) == 1


def test_whoever_comes_first_the_page_is_whole():
    site = Site()
    seen = []
    pages = kiosk(lambda environ, start: seen.append(environ) or site(environ, start), Always())
    asked(pages, "/news/", HTTP_COOKIE="a=b", HTTP_RANGE="bytes=0-9", HTTP_IF_NONE_MATCH='"x"', method="HEAD")
    assert seen[0]["REQUEST_METHOD"] == "GET"
    assert not {"HTTP_COOKIE", "HTTP_RANGE", "HTTP_IF_NONE_MATCH"} & set(seen[0])


def test_two_hundred_at_once_are_one_rendering():
    site = Site()
    pages = kiosk(site, Always())
    site.may_answer.clear()
    with ThreadPoolExecutor(200) as crowd:
        answers = [crowd.submit(asked, pages, f"/news/?x={number % 7}") for number in range(200)]
        site.may_answer.set()
        assert {answer.result()[2] for answer in answers} == {WORDS}
    assert len(site.asked) == 1 and not pages._turns


def test_what_changed_while_it_was_rendered_is_served_and_not_kept():
    class Turning(Always):
        def still(self, epoch):
            return False

    pages = kiosk(site := Site(), Turning())
    assert asked(pages, "/news/")[2] == asked(pages, "/news/")[2] == WORDS
    assert len(site.asked) == 2 and not pages.shelf.pages


def test_the_cache_is_bounded_by_bytes():
    pages = kiosk(Site(body=b"x" * 10_000), Always(), most_bytes=400_000)
    for number in range(100):
        asked(pages, f"/news/{number}/")
    kept = [path for (path,) in pages.shelf.pages]
    assert kept == [f"/news/{number}/" for number in range(100 - len(kept), 100)]
    assert sum(page.size for page in pages.shelf.pages.values()) == pages.shelf.bytes <= 400_000
    asked(pages := kiosk(Site(body=b"x" * 90_000), Always(), most_bytes=400_000), "/huge/")
    assert not pages.shelf.pages
