import json

import pytest
from django.http import HttpResponse
from django.test import Client

from newsroom.lib import api
from newsroom.lib.refusals import BadParameter
from newsroom.views import errors

ONE_RULE = "public, max-age=0, s-maxage=2, must-revalidate"
LISTS = ["/api/v1/claims/", "/api/v1/articles/"]


def test_keys_stand_as_they_were_written_and_words_as_they_are():
    assert api.answer({"b": "박솔로몬", "a": None}).content.decode() == '{"b":"박솔로몬","a":null}'


@pytest.mark.parametrize("limit", ["0", "101", "-1", "1.0", "٣", "²", "ten", "1e1", "0" * 30])
def test_a_limit_is_a_number_within_bounds(limit):
    with pytest.raises(BadParameter, match="from 1 to 100"):
        api.size_asked({"limit": limit})


def test_without_a_limit_a_list_holds_thirty():
    assert (api.size_asked({}), api.size_asked({"limit": "100"})) == (30, 100)


def test_addresses_are_absolute_once():
    assert api.absolute("/news/") == "https://news.example/news/"
    assert api.absolute("https://media.example/a.jpeg") == "https://media.example/a.jpeg"


def test_it_is_only_read(rf):
    view = api.read_only(lambda request: HttpResponse("read"))
    asked = {name: view(rf.generic(name, "/api/")) for name in ("GET", "HEAD", "OPTIONS", "POST", "DELETE")}
    assert {name: answer.status_code for name, answer in asked.items()} == {
        "GET": 200,
        "HEAD": 200,
        "OPTIONS": 204,
        "POST": 405,
        "DELETE": 405,
    }
    assert asked["POST"]["Allow"] == "GET, HEAD, OPTIONS"
    assert json.loads(asked["POST"].content)["title"] == "Only to be read"


@pytest.mark.django_db
def test_any_site_may_read_the_api_and_no_other_page(client, at):
    for url in [*LISTS, "/api/v1/claims", "/api/v1/claims/never-made/", "/api/v1/nothing/"]:
        assert client.get(url)["Access-Control-Allow-Origin"] == "*"
    for url in ("/", "/news/", "/news/feed.rss", "/claims/never-made/", "/apiary/"):
        assert "Access-Control-Allow-Origin" not in client.get(url)


@pytest.mark.django_db
@pytest.mark.parametrize("url", LISTS)
def test_an_answer_that_is_known_is_not_sent_again(client, at, url):
    answer = client.get(url)
    again = client.get(url, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert answer["Access-Control-Allow-Origin"] == again["Access-Control-Allow-Origin"] == "*"
    head = client.head(url)
    assert (head.status_code, head.content, head["Content-Type"]) == (200, b"", "application/json")
    assert answer["Cache-Control"] == again["Cache-Control"] == ONE_RULE
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies and "Vary" not in answer


@pytest.mark.django_db
def test_errors_are_problems_in_words(client, at):
    answers = {
        url: client.get(url)
        for url in ("/api/v1/nothing/", "/api/v1/claims/%00/", "/api/", LISTS[0] + "?limit=0")
    }
    assert {answer["Content-Type"] for answer in answers.values()} == {"application/problem+json"}
    told = [json.loads(answer.content) for answer in answers.values()]
    assert told[0] == {
        "title": "Nothing here",
        "status": 404,
        "detail": "There is nothing at this address. Perhaps it was never published.",
    }
    assert told[0] == told[1] == told[2]
    assert told[3] == {
        "title": "That address doesn’t work",
        "status": 400,
        "detail": "“limit” takes a number from 1 to 100.",
    }


def test_a_fault_of_ours_is_a_problem_too(rf, db):
    assert json.loads(errors.server_error(rf.get("/api/v1/claims/")).content)["status"] == 500
    assert json.loads(errors.too_many_requests(rf.get("/api/v1/claims/"), 60).content)["detail"].endswith(
        "Try again in 60 seconds."
    )


@pytest.mark.django_db
def test_a_real_server_refuses_writing_as_such(at):
    assert Client(enforce_csrf_checks=True).post(LISTS[0]).status_code == 405
