import json
import re

import jsonschema
import pytest
from openapi_spec_validator import validate

from articles.views import api as of_stories
from claims.views import api as of_claims
from claims.views import catalogue_api as of_the_catalogue
from newsroom.lib.shapes import TEXT, Shape
from tests.factories import a_casting, a_milestone, a_person, a_platform, a_release, a_season, an_image
from tests.newsstand import held, on_sale

URL = "/api/v1/openapi.json"


@pytest.fixture
def document(client):
    return json.loads(client.get(URL).content)


@pytest.fixture
def world(at):
    """Something at every address of the API."""
    season, lomon = a_season(), a_person(image=an_image(credit="SLL"))
    window = held(a_release(season, key="c-window"))
    cast = held(a_casting(lomon, season, key="c-lomon", character="Su-hyeok"), "official")
    on = held(a_milestone(season, "platform", platform=a_platform(), key="c-on"), "confirmed")
    return on_sale(
        claims=[window, cast, on], leads=[window], seasons=[season], people=[lomon], kicker="K-drama"
    )


PLACES = {
    "/api/v1/articles/{slug}/": "/api/v1/articles/season-2-date/",
    "/api/v1/shows/{slug}/": "/api/v1/shows/all-of-us-are-dead/",
    "/api/v1/seasons/{slug}-season-{number}/": "/api/v1/seasons/all-of-us-are-dead-season-2/",
    "/api/v1/people/{slug}/": "/api/v1/people/lomon/",
    "/api/v1/platforms/{slug}/": "/api/v1/platforms/netflix/",
    "/api/v1/claims/{key}/": "/api/v1/claims/c-window/",
}


def test_it_is_a_valid_document(client):
    answer = client.get(URL)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert answer["Access-Control-Allow-Origin"] == "*"
    told = json.loads(answer.content)
    validate(told)
    assert (told["openapi"], told["servers"]) == ("3.1.0", [{"url": "https://news.example"}])


def test_it_is_the_same_bytes_whatever_the_desk_holds(client, db, at):
    before = client.get(URL)
    on_sale("hidden", at=at.forward(days=1))
    assert client.get(URL).content == before.content
    assert client.get(URL, headers={"if-none-match": before["ETag"]}).status_code == 304


def test_every_address_of_the_api_is_in_it(document):
    views = {
        name
        for module in (of_stories, of_claims, of_the_catalogue)
        for name in vars(module)
        if re.fullmatch(r"\w+_api_(list|detail)", name)
    }
    assert {one["get"]["operationId"] for one in document["paths"].values()} == views


def checked(document, answer, get):
    """The answer is what the document says of this status."""
    kind = answer["Content-Type"]
    schema = get["responses"][str(answer.status_code)]["content"][kind]["schema"]
    whole = {"components": document["components"], **schema}
    checker = jsonschema.FormatChecker()
    jsonschema.validate(
        json.loads(answer.content), whole, jsonschema.Draft202012Validator, format_checker=checker
    )


@pytest.mark.django_db
def test_every_answer_conforms(client, world, document):
    for path, methods in document["paths"].items():
        url = PLACES.get(path, path)
        answer = client.get(url)
        assert answer.status_code == 200, url
        checked(document, answer, methods["get"])
        if path not in PLACES:
            assert json.loads(answer.content)["items"], url


@pytest.mark.django_db
def test_every_refusal_conforms(client, world, document):
    for path, methods in document["paths"].items():
        url = PLACES.get(path, path)
        for query, status in {
            "as_of=2099-01-01": 400,
            "as_of=x": 400,
            "as_of=2026-02-01": 404 if path in PLACES else 200,
        }.items():
            answer = client.get(f"{url}?{query}")
            assert answer.status_code == status, (url, query)
            checked(document, answer, methods["get"])


@pytest.mark.django_db
def test_what_is_not_declared_can_not_be_told():
    shape = Shape("Pair", "Two words.", {"one": TEXT, "other": TEXT})
    assert list(shape.tell({"other": "b", "one": "a"})) == ["one", "other"]
    for wrong in ({"one": "a"}, {"one": "a", "other": "b", "third": "c"}):
        with pytest.raises(TypeError, match="Pair is not told as it is declared"):
            shape.tell(wrong)
