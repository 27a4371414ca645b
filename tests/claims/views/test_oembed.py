import json

import lxml.html
import pytest

from tests.factories import a_detail, a_release, a_season
from tests.heads import links, page
from tests.newsstand import held

pytestmark = pytest.mark.django_db
URL = "https://news.example/claims/c-window/"


@pytest.fixture
def claim(at):
    return held(a_release(a_season(), key="c-window"))


def told(client, url=URL, **given):
    answer = client.get("/oembed/", {"url": url, **given})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    return json.loads(answer.content)


def frame(data):
    [element] = lxml.html.fragments_fromstring(data["html"])
    assert element.tag == "iframe"
    return dict(element.attrib)


def test_a_claim_is_a_rich_frame_that_says_its_level_and_day(client, claim):
    data = told(client, format="json")
    size = {name: data[name] for name in ("width", "height")}
    assert [data[name] for name in ("version", "type", "provider_name", "provider_url")] == [
        *("1.0", "rich", "Newsroom", "https://news.example/"),
    ]
    assert data["title"] == f"{claim.said.rstrip('.')} (rumoured, as of 1 March 2026)"
    assert frame(data) == {
        "src": f"{URL}embed/",
        "width": str(size["width"]),
        "height": str(size["height"]),
        "title": data["title"],
        "loading": "lazy",
    }
    assert data["thumbnail_url"].startswith(f"{URL}card.png?v=")
    assert (data["thumbnail_width"], data["thumbnail_height"]) == (1200, 630)


@pytest.mark.parametrize(("asked", "width"), [("1000", 600), ("600", 600), ("320", 320), ("90", 90)])
def test_the_most_width_is_honoured_and_a_narrow_frame_is_higher(client, claim, asked, width):
    data = told(client, maxwidth=asked)
    assert data["width"] == width == int(frame(data)["width"])
    assert data["height"] >= told(client)["height"]
    assert told(client, maxheight="150")["height"] == 150


@pytest.mark.parametrize(
    "url",
    [
        *("", "https://news.example/claims/c-none/", "https://news.example/claims/c-draft/"),
        *("https://news.example/news/", "https://elsewhere.example/claims/c-window/", "/claims/c-window/"),
        *(
            "http://news.example/claims/c-window/",
            "https://news.example:8443/claims/c-window/",
            "https://[",
            "x",
        ),
        *(
            "https://news.example@evil.example/claims/c-window/",
            "javascript:alert(1)",
            "https://news.example",
        ),
    ],
)
def test_what_is_no_claim_of_ours_is_not_found(client, claim, url):
    a_release(claim.season, key="c-draft", part="Volume 1")
    assert client.get("/oembed/", {"url": url}).status_code == 404


def test_another_format_is_not_implemented_and_nonsense_is_refused(client, claim):
    assert client.get("/oembed/", {"url": URL, "format": "xml"}).status_code == 501
    for given in ({"maxwidth": "wide"}, {"maxwidth": "0"}, {"maxheight": "-1"}, {"maxwidth": "9" * 20}):
        assert client.get("/oembed/", {"url": URL, **given}).status_code == 400


def test_a_spoiler_stays_out_of_the_title(client, at):
    held(a_detail(a_season(), "The hero dies.", spoiler="major", key="c-dies"), "reported")
    data = told(client, "https://news.example/claims/c-dies/")
    assert "The hero" not in json.dumps(data)


def test_a_claims_page_leads_to_it(client, claim):
    found = [
        one
        for one in links(page(client, "/claims/c-window/"), "alternate")
        if one[0] == "application/json+oembed"
    ]
    [(_, address)] = found
    assert client.get(address.removeprefix("https://news.example")).json()["type"] == "rich"
