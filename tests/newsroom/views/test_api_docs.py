import json
import re

from tests.newsstand import words

URL = "/api/v1/docs"


def test_it_says_all_that_the_document_says(client, db):
    answer = client.get(URL)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/html; charset=utf-8")
    page, document = words(answer), json.loads(client.get("/api/v1/openapi.json").content)
    for path, methods in document["paths"].items():
        get = methods["get"]
        assert f"{path} {get['summary']}" in page
        assert [one["description"] for one in get["parameters"] if one["description"] not in page] == []
    for name, shape in document["components"]["schemas"].items():
        assert f"{name} {shape['description']}" in page
        assert [field for field in shape["properties"] if field not in page] == []


def test_each_type_leads_to_its_part_of_the_page(client, db):
    body = client.get(URL).content.decode()
    linked = set(re.findall(r'<a href="#(\w+)"', body)) - {"main"}
    assert linked <= set(re.findall(r'<section class="api-part" id="(\w+)"', body))
    assert {"Claim", "ClaimList", "Source", "WholeStory"} <= linked


def test_types_are_said_in_words(client, db):
    page = words(client.get(URL))
    for said in (
        "as_of a day or an instant What was told",
        "limit a number from 1 to 100 How many rows",
        "min one of official, confirmed, reported, rumoured, speculation, debunked Held at this level at least.",
        "image Image or null",
        "sources a list of Source",
        "external_ids texts by name",
    ):
        assert said in page
