from dataclasses import replace
from datetime import timedelta

import pytest

from articles import workflow
from claims.assessing import assess, retract
from newsroom import sitemaps
from newsroom.lib import clock
from newsroom.lib.api import instant
from tests import factories as make
from tests.newsstand import held, on_sale, queries
from tests.sitemaps import locs, read, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at):
    season = make.a_season()
    claims = [
        held(make.a_release(season, key="c-window")),
        held(make.a_casting(season=season, key="c-lomon")),
        held(make.a_milestone(season, "platform", platform=make.a_platform(), key="c-on")),
    ]
    return on_sale("a-story", claims=claims, leads=claims[:1], seasons=[season])


PUBLIC = [
    "/news/a-story/",
    "/shows/all-of-us-are-dead/",
    "/shows/all-of-us-are-dead/season-2/",
    "/people/lomon/",
    "/platforms/netflix/",
    "/claims/c-lomon/",
    "/claims/c-on/",
    "/claims/c-window/",
]


def lastmods(client, address="/sitemap.xml"):
    root = read(client, address)
    return {
        url.findtext("{*}loc").removeprefix("https://news.example"): url.findtext("{*}lastmod")
        for url in root.iterfind("{*}url")
    }


def test_it_names_every_public_thing_and_each_address_answers_and_is_canonical(client, world):
    found = locs(client, "/sitemap.xml")
    assert found[-len(PUBLIC) :] == PUBLIC
    for address in found:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert f'<link rel="canonical" href="https://news.example{address}">' in answer.content.decode()


def test_what_is_not_public_is_not_in_it(client, at, world):
    make.a_story("a-draft", make.a_show("unheard-of"))
    make.a_casting(make.a_person("unheard-of"), key="c-hidden")
    on_sale("to-come", at=clock.now() + timedelta(days=3), show=make.a_show("to-come"))
    gone = on_sale("gone")
    at.forward(hours=1)
    workflow.withdraw(gone, by=make.a_user(), note="It was wrong.")
    assert locs(client, "/sitemap.xml")[-len(PUBLIC) :] == PUBLIC


def test_an_empty_newsroom_has_its_own_pages_alone(client, at):
    found = locs(client, "/sitemap.xml")
    assert "/" in found
    assert not [address for address in found if address.startswith(("/claims/", "/people/x"))]


def test_the_day_moves_with_the_substance_and_with_nothing_else(client, at, world):
    first = instant(clock.now())
    assert set(lastmods(client).values()) - {None} == {first}
    claim = make.Claim.objects.get(key="c-window")
    at.forward(days=1)
    assess(claim, "rumoured", by=make.a_user(), because="Checked again.", evidence=[make.a_source()])
    world.body = world.body.replace("Words", "words")
    world.save()
    workflow.update(world, by=make.a_user(), note="A comma.", substantive=False)
    at.forward(days=1)
    assert set(lastmods(client).values()) - {None} == {first}
    assess(claim, "official", by=make.a_user(), because="Said.", evidence=[make.a_source()])
    moved = instant(clock.now())
    changed = {address for address, lastmod in lastmods(client).items() if lastmod == moved}
    assert changed == {
        *("/news/a-story/", "/claims/c-window/"),
        *("/shows/all-of-us-are-dead/", "/shows/all-of-us-are-dead/season-2/"),
    }
    assert lastmods(client)["/people/lomon/"] == first


def test_beyond_one_file_it_is_an_index_of_slices(client, at, world, monkeypatch):
    whole = locs(client, "/sitemap.xml")
    small = {name: replace(section, most=2) for name, section in sitemaps.SECTIONS.items()}
    monkeypatch.setattr(sitemaps, "SECTIONS", small)
    files = locs(client, "/sitemap.xml")
    assert "/sitemap.xml?part=claims-2" in files
    parts = [locs(client, file) for file in files]
    assert [len(part) <= 2 for part in parts] == [True] * len(parts)
    assert sorted(address for part in parts for address in part) == sorted(whole)
    retract(make.Claim.objects.get(key="c-on"), by=make.a_user(), because="No.")
    assert client.get("/sitemap.xml?part=claims-2").status_code == 404


@pytest.mark.parametrize(
    "part", ["stories-0", "stories-99", "nothing-1", "stories", "stories-1x", "../1", "stories-1%00"]
)
def test_a_part_that_is_not_there(client, world, part):
    assert client.get(f"/sitemap.xml?part={part}").status_code in {400, 404}


def test_it_costs_the_same_for_one_story_and_for_many(client, at, world):
    few = queries(client, "/sitemap.xml")
    for number in range(12):
        claim = held(make.a_detail(make.Season.objects.get(), f"Detail {number}"))
        on_sale(f"story-{number}", claims=[claim], leads=[claim])
    assert queries(client, "/sitemap.xml") == few <= 26


def test_dates_have_an_offset(client, world):
    assert {text[-6:] for text in texts(read(client, "/sitemap.xml"), "//s:lastmod")} == {"+00:00"}
