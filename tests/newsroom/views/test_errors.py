import pytest
from django.core.exceptions import SuspiciousOperation

from newsroom.views import errors
from tests.factories import a_show, a_story
from tests.newsstand import on_sale, words


@pytest.fixture(autouse=True)
def _plainly(client):
    client.raise_request_exception = False


def test_a_missing_page_is_one_page_whatever_was_asked(client, db):
    pages = {
        client.get(url).content
        for url in ("/never/", "/news/never/", "/shows/never/", "/claims/never/", "/%00/")
    }
    assert len(pages) == 1
    assert b"canonical" not in pages.pop()


def test_a_missing_page_offers_what_is_live_and_nothing_else(client, db, at):
    on_sale("on-sale", show=a_show("the-show"))
    on_sale("tonight", show=a_show("other"), at=at.forward(days=0).replace(hour=20))
    a_story("draft", show=a_show("third"))
    page = words(client.get("/never/"))
    assert "Perhaps one of these On sale The Show" in page
    assert [name for name in ("Tonight", "Other", "Draft", "Third") if name in page] == []


def test_a_fault_of_ours_is_a_page_that_needs_no_database(client, db, monkeypatch):
    monkeypatch.setattr("claims.presence.shows", lambda at: 1 / 0)
    answer = client.get("/shows/")
    assert (answer.status_code, "Something broke" in words(answer)) == (500, True)
    assert "no-store" in answer["Cache-Control"]


def test_what_is_suspicious_is_answered_without_looking_at_it(client, db):
    answer = errors.bad_request(None, SuspiciousOperation("x"))
    assert (answer.status_code, errors.PLAIN in words(answer)) == (400, True)


def test_a_throttle_says_when_to_come_back(rf, db):
    answer = errors.too_many_requests(rf.get("/follow/"), 60)
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert "Try again in 60 seconds." in words(answer)


def test_public_pages_take_no_forms(client, db):
    assert client.post("/news/").status_code == 405


def test_public_answers_know_no_cookie_and_have_one_cache_rule(client, db):
    for url in ("/", "/news/", "/shows/", "/never/"):
        answer = client.get(url, headers={"Cookie": "sessionid=x"})
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        assert answer["Cache-Control"] == "public, max-age=0, s-maxage=2, must-revalidate"
