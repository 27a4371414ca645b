import json

import pytest

from claims.assessing import retract
from claims.models import Claim
from shows.models import Season
from tests.factories import a_detail, a_milestone, a_platform, a_season, a_user
from tests.newsstand import held

pytestmark = pytest.mark.django_db
URL = "/api/v1/platforms/netflix/"


def told(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


@pytest.fixture
def world(at):
    season, netflix = a_season(), a_platform()
    held(a_milestone(season, "platform", platform=netflix, part="Volume 1", key="c-rumour"))
    held(a_milestone(season, "platform", platform=netflix, key="c-sure"), "official")


def test_it_tells_who_it_is_and_what_stands(client, world):
    found = told(client, URL)
    assert list(found) == ["slug", "url", "name", "site", "claims"]
    assert [(one["key"], one["level"]) for one in found["claims"]] == [
        ("c-sure", "official"),
        ("c-rumour", "rumoured"),
    ]
    assert [one["key"] for one in told(client, f"{URL}?min=confirmed")["claims"]] == ["c-sure"]


def test_it_is_as_it_was(client, world, at):
    at.forward(days=1)
    retract(Claim.objects.get(key="c-sure"), by=a_user(), because="A joke.")
    held(a_detail(Season.objects.get(), key="c-later"), "official")
    keys = [claim["key"] for claim in told(client, f"{URL}?as_of=2026-03-01")["claims"]]
    assert keys == ["c-rumour"]
    assert client.get(f"{URL}?as_of=2026-02-01").status_code == 404


def test_it_keeps_its_addresses(client, world):
    assert client.get(URL.replace("netflix", "nowhere")).status_code == 404
    assert client.get(f"{URL}?min=sure").status_code == 400
    assert client.get(f"{URL}?min=official&min=official").status_code == 400
    answer = client.get(URL)
    assert client.get(URL, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert answer["Access-Control-Allow-Origin"] == "*"
