import json

import pytest

from claims.assessing import assess, retract
from claims.merging import merge
from claims.models import Claim
from newsroom.lib import clock, timeline
from tests.factories import a_casting, a_detail, a_person, a_release, a_season, a_show, a_source, a_user
from tests.newsstand import held, queries

pytestmark = pytest.mark.django_db
URL = "/api/v1/claims/"
NAUGHTY = [
    "\x00",
    "%00",
    "undefined",
    "1/0",
    "' OR 1=1 --",
    "<script>",
    "\u202e",
    "٣",
    "𝕏" * 60,
    "9" * 200,
    "../..",
    "[]",
    "🧟",
    " ",
]


def told(client, query=""):
    answer = client.get(f"{URL}?{query}")
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def keys(client, query=""):
    return [item["key"] for item in told(client, query)["items"]]


@pytest.fixture
def held_claims(at):
    """A rumoured window, a day later an official casting, then a report of another show."""
    season = a_season()
    held(a_release(season, key="c-window"))
    at.forward(days=1)
    held(a_casting(a_person(name="Lomon"), season, key="c-lomon"), "official")
    at.forward(days=1)
    held(a_detail(a_season(a_show("other"), 1), key="c-plot"), "reported")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["c-plot", "c-lomon", "c-window"]),
        ("show=all-of-us-are-dead", ["c-lomon", "c-window"]),
        ("show=all-of-us-are-dead&season=2&min=reported", ["c-lomon"]),
        ("person=lomon", ["c-lomon"]),
        ("property=release", ["c-window"]),
        ("level=reported", ["c-plot"]),
        ("min=reported", ["c-plot", "c-lomon"]),
        ("min=reported&level=rumoured", []),
        ("as_of=2026-03-01", ["c-window"]),
        ("as_of=2026-03-02&level=official", ["c-lomon"]),
        ("as_of=2026-02-01", []),
        ("utm_source=x&page=7&show=", ["c-plot", "c-lomon", "c-window"]),
        ("limit=2", ["c-plot", "c-lomon"]),
    ],
)
def test_each_parameter_narrows_the_list(client, held_claims, query, found):
    assert keys(client, query) == found


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("show=nope", 404),
        ("person=nope", 404),
        ("show=all-of-us-are-dead&season=9", 404),
        ("show=other&as_of=2026-03-01", 404),
        ("season=2", 400),
        ("show=all-of-us-are-dead&season=0", 400),
        ("show=all-of-us-are-dead&season=two", 400),
        ("property=colour", 400),
        ("level=sure", 400),
        ("min=likely", 400),
        ("level=official&level=rumoured", 400),
        ("limit=0", 400),
        ("limit=101", 400),
        ("after=abc", 400),
        ("after=MjAyNi0wMy0wMVQxMjowMDowMCswMDowMCAA", 400),
        ("as_of=2027-01-01", 400),
        ("as_of=yesterday", 400),
    ],
)
def test_what_is_wrong_is_said_in_words(client, held_claims, query, status):
    answer = client.get(f"{URL}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert json.loads(answer.content)["detail"].endswith((".", "here."))


@pytest.mark.parametrize(
    "name", ["show", "season", "person", "property", "level", "min", "as_of", "after", "limit"]
)
def test_naughty_strings_are_refused_or_ignored(client, held_claims, name):
    for text in NAUGHTY:
        given = {name: text} | ({"show": "other"} if name == "season" else {})
        answer = client.get(URL, given)
        assert answer.status_code in ({400, 404} if text.strip() else {200}), (name, text)


def test_a_list_goes_on_where_it_ended_and_counts_nothing(client, at):
    season = a_season()
    for number in range(7):
        held(a_detail(season, f"Detail {number}", key=f"c-{number}"))
        at.forward(minutes=number % 2)
    found, after, sizes = [], "", []
    while after is not None:
        page = told(client, f"limit=3&after={after}")
        assert list(page) == ["items", "next"]
        found += [item["key"] for item in page["items"]]
        sizes.append(len(page["items"]))
        after = page["next"]
    assert (sizes, found) == ([3, 3, 1], ["c-6", "c-4", "c-5", "c-2", "c-3", "c-0", "c-1"])


def test_a_new_level_moves_no_claim_in_the_list(client, held_claims):
    assess(Claim.objects.get(key="c-window"), "official", by=a_user(), because="Said.", evidence=[a_source()])
    assert keys(client) == ["c-plot", "c-lomon", "c-window"]
    assert keys(client, "level=official") == ["c-lomon", "c-window"]


def test_what_waits_for_its_hour_is_in_no_list(client, held_claims):
    tomorrow = clock.now().replace(year=2027)
    held(a_release(a_season(number=3), key="c-later"), at=tomorrow)
    assess(
        Claim.objects.get(key="c-plot"),
        "rumoured",
        by=a_user(),
        because="No.",
        evidence=[a_source()],
        at=tomorrow,
    )
    assert keys(client) == ["c-plot", "c-lomon", "c-window"]
    assert keys(client, "level=reported") == ["c-plot"]


def test_what_is_no_longer_held_is_in_no_list(client, held_claims, at):
    season = Claim.objects.get(key="c-window").season
    for number, key in enumerate(("c-merged", "c-into", "c-redacted", "c-retracted")):
        held(a_detail(season, f"Detail {number}", key=key))
    at.forward(days=1)
    assert len(keys(client)) == 7
    claims = {claim.key: claim for claim in Claim.objects.all()}
    merge(claims["c-merged"], into=claims["c-into"], by=a_user())
    timeline.redact(claims["c-redacted"].assessments.get(), by=a_user(), because="A court ordered it.")
    retract(claims["c-retracted"], by=a_user(), because="It was another show.")
    assert keys(client) == ["c-into", "c-plot", "c-lomon", "c-window"]
    assert keys(client, "as_of=2026-03-03") == ["c-into", "c-merged", "c-plot", "c-lomon", "c-window"]


def test_thirty_claims_cost_as_many_queries_as_three(client, at):
    def more(first, last):
        for number in range(first, last):
            season = a_season(a_show(f"show-{number}"), 1)
            held(a_detail(season, f"Detail {number}"))
            held(a_casting(a_person(f"p-{number}"), season), "official")
            held(a_release(season))

    more(0, 1)
    few = [queries(client, f"{URL}?limit=100&min={least}") for least in ("speculation", "official")]
    more(1, 10)
    assert [queries(client, f"{URL}?limit=100&min={least}") for least in ("speculation", "official")] == few
    assert max(few) <= 9
    assert len(keys(client, "limit=100")) == 30
