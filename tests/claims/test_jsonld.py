"""What is sure is a property, what is not is a claim of its own: one claim, moved up and down the scale."""

import pytest

from claims.assessing import assess, supersede
from claims.confidence import Confidence
from tests import factories as make
from tests.heads import BASE, graph, of_type, one
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
SEASON, SHOW, FILM = "/shows/all-of-us-are-dead/season-2/", "/shows/all-of-us-are-dead/", "/shows/film/"
UP_AND_DOWN = [
    "speculation",
    "rumoured",
    "reported",
    "confirmed",
    "official",
    "confirmed",
    "rumoured",
    "debunked",
]


def moved_to(claim, level, at):
    """The same claim at another level, on evidence that carries any."""
    at.forward(hours=1)
    words = {"by": make.a_user(), "because": "So it stands.", "walked_back": "We were too sure."}
    if level == "debunked":
        return assess(claim, level, refuting_source=make.a_source(), **words)
    evidence = [{"source": make.a_source(), "speaker": "Somebody Who Knows"}]
    return assess(claim, level, evidence=evidence, **words)


def is_sure(level):
    return level in {"official", "confirmed"}


def test_a_start_date_is_there_while_a_sure_claim_says_the_day(client, at):
    claim = held(make.a_release(make.a_season(), "2026-11-06", "2026-11-06", precision="day"), "speculation")
    found = {}
    for level in UP_AND_DOWN:
        moved_to(claim, level, at)
        found[level] = one(client, SEASON, "TVSeason").get("startDate")
        assert found[level] == ("2026-11-06" if is_sure(level) else None), level
    assert set(found) == {level.value for level in Confidence}


def test_a_person_is_in_the_cast_while_a_sure_claim_says_so(client, at):
    claim = held(make.a_casting(make.a_person(), make.a_season(), character="Lee Su-hyeok"), "speculation")
    for level in UP_AND_DOWN:
        moved_to(claim, level, at)
        roles = [
            (role["@type"], role["actor"]["@id"], role["characterName"])
            for page, kind in ((SEASON, "TVSeason"), (SHOW, "TVSeries"))
            for role in one(client, page, kind).get("actor", [])
        ]
        role = ("PerformanceRole", f"{BASE}/people/lomon/#person", "Lee Su-hyeok")
        assert roles == ([role, role] if is_sure(level) else []), level
        told = [node["creativeWorkStatus"]["termCode"] for node in of_type(graph(client, SEASON), "Claim")]
        assert told == ([] if is_sure(level) else [level])


@pytest.mark.parametrize(
    ("precision", "first", "last", "written"),
    [
        ("day", "2026-11-06", "2026-11-06", "2026-11-06"),
        ("month", "2026-11", "2026-11", "2026-11"),
        ("year", "2026", "2026", "2026"),
        ("quarter", "2026-10", "2026-12", None),
        ("window", "2026-09", "2026-12", None),
    ],
)
def test_a_start_date_is_as_precise_as_the_claim(client, at, precision, first, last, written):
    held(make.a_release(make.a_season(), first, last, precision=precision), "official")
    assert one(client, SEASON, "TVSeason").get("startDate") == written


def test_a_film_has_a_date_of_publication_and_no_start(client, at):
    film = make.a_show("film", kind="film")
    days = {"earliest": "2026-11-06", "latest": "2026-11-06"}
    held(
        make.Claim.objects.create(show=film, kind="milestone", property="release", precision="day", **days),
        "official",
    )
    told = one(client, FILM, "Movie")
    assert (told["datePublished"], "startDate" in told) == ("2026-11-06", False)


def test_what_was_superseded_and_who_departs_is_not_told(client, at):
    season = make.a_season()
    day = held(make.a_release(season, "2026-11-06", "2026-11-06", precision="day"), "official")
    held(make.a_casting(make.a_person("gone"), season, change="departing"), "official")
    at.forward(hours=1)
    new = make.a_release(season, "2027-01-08", "2027-01-08", precision="day")
    supersede(day, new, "official", by=make.a_user(), because="Said.", evidence=[make.a_source()])
    told = one(client, SEASON, "TVSeason")
    assert (told["startDate"], told.get("actor")) == ("2027-01-08", None)


def test_seasons_and_their_series_point_at_each_other(client, at):
    held(make.a_release(make.a_season()))
    series, season = one(client, SHOW, "TVSeries"), one(client, SHOW, "TVSeason")
    assert [one["@id"] for one in series["containsSeason"]] == [season["@id"]]
    assert season["partOfSeries"]["@id"] == series["@id"]
    assert one(client, SEASON, "TVSeason")["partOfSeries"] == {"@id": one(client, SEASON, "TVSeries")["@id"]}


def test_ids_elsewhere_are_addresses_there(client, at):
    make.a_show(external_ids={"tmdb": "99966", "imdb": "tt14169960", "wikidata": "Q1"})
    person = make.a_person(external_ids={"imdb": "nm1", "tvmaze": "2"}, native_name="로몬")
    held(make.a_casting(person, make.a_season()))
    assert one(client, SHOW, "TVSeries")["sameAs"] == [
        "https://www.imdb.com/title/tt14169960",
        "https://www.themoviedb.org/tv/99966",
        "https://www.wikidata.org/wiki/Q1",
    ]
    told = one(client, "/people/lomon/", "Person")
    assert told["sameAs"] == ["https://www.imdb.com/name/nm1", "https://www.tvmaze.com/people/2"]
    assert (told["name"], told["alternateName"]) == ("Lomon", ["로몬"])


def test_a_claim_is_told_whole(client, at):
    source = make.a_source("deadline", "trade", published_on="2026-02-20")
    claim = held(make.a_release(make.a_season(), key="c-window"), "reported", evidence=[source])
    told = one(client, "/claims/c-window/", "Claim")
    term = told.pop("creativeWorkStatus")
    assert (term["termCode"], term["name"]) == ("reported", "Reported")
    piece = {"@type": "CreativeWork", "name": source.title, "url": source.url, "datePublished": "2026-02-20"}
    piece["publisher"] = {"@type": "Organization", "name": "Deadline"}
    assert told == {
        "@type": "Claim",
        "@id": f"{BASE}/claims/c-window/#claim",
        "url": f"{BASE}/claims/c-window/",
        "name": "release window",
        "text": claim.said,
        "alternativeHeadline": "late 2026",
        "description": "reported, as of 1 March 2026",
        "about": [{"@id": f"{BASE}{SEASON}#season"}],
        "datePublished": "2026-03-01T12:00:00+00:00",
        "dateModified": "2026-03-01T12:00:00+00:00",
        "temporalCoverage": "2026-03-01",
        "expires": "2026-03-31",
        "citation": [piece],
        "firstAppearance": piece,
        "inLanguage": "en",
        "publisher": {"@id": f"{BASE}/#organisation"},
    }


def test_a_review_stands_on_the_page_of_a_debunked_claim_and_nowhere_else(client, at):
    claim = held(make.a_release(make.a_season(), key="c-window"))
    on_sale("a-story", claims=[claim], leads=[claim], seasons=[claim.season])
    pages = ("/claims/c-window/", SEASON, SHOW, "/news/a-story/", "/confidence/")
    for level, reviews in (("official", [0, 0, 0, 0, 0]), ("debunked", [1, 0, 0, 0, 0])):
        moved_to(claim, level, at)
        assert [len(of_type(graph(client, page), "ClaimReview")) for page in pages] == reviews
    told = one(client, "/claims/c-window/", "ClaimReview")
    assert told["claimReviewed"] == claim.said
    assert told["reviewRating"] == {"@type": "Rating", "alternateName": "Debunked"}
    assert told["itemReviewed"] == {"@id": f"{BASE}/claims/c-window/#claim"}
    assert told["author"] == {"@id": f"{BASE}/#organisation"}


def test_a_major_spoiler_is_told_by_what_it_is_about(client, at):
    held(make.a_detail(make.a_season(), "The hero dies.", spoiler="major", key="c-dies"), "reported")
    for page in (SEASON, SHOW, "/claims/c-dies/"):
        assert (
            one(client, page, "Claim")["text"]
            == "A claim about All Of Us Are Dead Season 2 that spoils the story."
        )
        assert b"The hero dies" not in client.get(page).content.partition(b"<main")[0]
