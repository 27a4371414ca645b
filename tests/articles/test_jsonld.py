import io
from datetime import datetime

import pytest
from PIL import Image

from articles import workflow
from claims.assessing import assess
from images.intake import take_in
from tests import factories as make
from tests.heads import BASE, graph, of_type, one, page
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
STORY = "/news/a-story/"


@pytest.fixture
def story(at):
    season, lomon = make.a_season(), make.a_person()
    window = held(make.a_release(season, key="c-window"))
    sure = held(make.a_casting(lomon, season, key="c-lomon"), "official")
    words = {"headline": "로몬 & <friends> “return”", "standfirst": "Late.", "kicker": "K-Drama"}
    return on_sale(
        "a-story", claims=[window, sure], leads=[window], seasons=[season], people=[lomon], **words
    )


def article(client):
    return one(client, STORY, "NewsArticle")


def times(client) -> list[str]:
    return page(client, STORY).xpath("//p[@class='times']//time/@datetime")


def test_a_story_is_told_as_its_page_shows_it(client, story):
    told, tree = article(client), page(client, STORY)
    assert told["headline"] == tree.xpath("string(//h1)") == "로몬 & <friends> “return”"
    assert (
        told["mainEntityOfPage"]
        == told["url"]
        == BASE + STORY
        == tree.xpath("//link[@rel='canonical']/@href")[0]
    )
    assert [told["datePublished"]] == [told["dateModified"]] == times(client)
    assert [
        told[name] for name in ("articleSection", "inLanguage", "isAccessibleForFree", "description")
    ] == [
        *("K-Drama", "en", True, "Late."),
    ]
    assert told["publisher"] == {"@id": one(client, STORY, "NewsMediaOrganization")["@id"]}
    assert told["about"] == [
        {"@id": f"{BASE}/shows/all-of-us-are-dead/season-2/#season"},
        {"@id": f"{BASE}/shows/all-of-us-are-dead/#show"},
    ]
    assert told["mentions"] == [{"@id": f"{BASE}/people/lomon/#person"}]
    assert "correction" not in told


def test_each_byline_is_an_author_by_name_alone_with_a_page(client, at, story):
    story.bylines.create(author=make.an_author("bob-lee"), position=2)
    at.forward(hours=1)
    workflow.update(story, by=make.a_user(), note="Bob helped.")
    assert article(client)["author"] == [
        {"@type": "Person", "name": name, "url": f"{BASE}/authors/{slug}/"}
        for name, slug in (("Alice Han", "alice-han"), ("Bob Lee", "bob-lee"))
    ]
    assert client.get("/authors/bob-lee/").status_code == 200


def test_it_is_modified_when_its_substance_moves_as_its_page_says(client, at, story):
    at.forward(days=1)
    assess(
        make.Claim.objects.get(key="c-window"),
        "official",
        by=make.a_user(),
        because="Said.",
        evidence=[make.a_source()],
    )
    at.forward(minutes=1)
    told = article(client)
    assert [told["datePublished"], told["dateModified"]] == times(client)
    published, modified = (datetime.fromisoformat(told[name]) for name in ("datePublished", "dateModified"))
    assert published.tzinfo and modified > published


def test_corrections_are_told_and_other_notes_are_not(client, at, story):
    notes = [
        ("update", "More is known."),
        ("correction", "It was a Tuesday."),
        ("correction", "It was in May."),
    ]
    for kind, note in notes:
        at.forward(days=1)
        workflow.update(story, by=make.a_user(), note=note, note_kind=kind)
    told = article(client)["correction"]
    assert [(one["@type"], one["text"], one["datePublished"]) for one in told] == [
        ("CorrectionComment", "It was in May.", "2026-03-04T12:00:00+00:00"),
        ("CorrectionComment", "It was a Tuesday.", "2026-03-03T12:00:00+00:00"),
    ]


def test_its_sources_are_cited_by_address(client, story):
    urls = [
        one.source.url
        for claim in make.Claim.objects.order_by("-key")
        for one in claim.judgement.evidence.all()
    ]
    assert article(client)["citation"] == urls


def test_what_it_cites_below_confirmed_is_a_claim_each(client, story):
    assert [node["url"] for node in of_type(graph(client, STORY), "Claim")] == [f"{BASE}/claims/c-window/"]


@pytest.mark.parametrize(("width", "own"), [(1600, True), (640, False)])
def test_it_has_pictures_in_three_shapes_each_wide_enough(client, at, width, own):
    image = take_in(make.a_picture((width, width * 9 // 16)), key="i-wide", alt="A still")
    on_sale("a-story", image=image)
    pictures = article(client)["image"]
    assert ("/media/renditions/" in pictures[0]) == own
    sizes = []
    for address in pictures:
        answer = client.get(address.removeprefix(BASE))
        sizes.append(Image.open(io.BytesIO(answer.getvalue())).size)
    assert [round(wide / high, 2) for wide, high in sizes] == [1.78, 1.33, 1.0]
    assert min(wide for wide, _ in sizes) >= 1200


def test_an_author_has_a_profile(client, story):
    make.an_author().__class__.objects.update(bio="Writes about Seoul.")
    told = one(client, "/authors/alice-han/", "ProfilePage")
    assert told["mainEntity"] == {
        "@type": "Person",
        "@id": f"{BASE}/authors/alice-han/#author",
        "name": "Alice Han",
        "url": f"{BASE}/authors/alice-han/",
        "description": "Writes about Seoul.",
        "worksFor": {"@id": f"{BASE}/#organisation"},
    }
