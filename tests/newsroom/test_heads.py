"""The head of every public page: one title, one canonical, one description, a card, its feeds, and who may index it."""

from urllib.parse import urlencode

import pytest

from tests import factories as make
from tests.heads import BASE, links, meta, page, public_pages
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db
STORY, SEASON, CLAIM = "/news/season-2-date/", "/shows/all-of-us-are-dead/season-2/", "/claims/c-window/"
SPOILER = "The hero dies in Busan."


@pytest.fixture
def world(at):
    season, lomon = (
        make.a_season(make.a_show(image=make.an_image("i-show"))),
        make.a_person(native_name="로몬"),
    )
    claims = [
        held(make.a_release(season, key="c-window")),
        held(make.a_casting(lomon, season, key="c-lomon"), "official"),
        held(make.a_milestone(season, "platform", platform=make.a_platform()), "official"),
        held(make.a_detail(season, SPOILER, spoiler="major", key="c-dies"), "reported"),
    ]
    words = {"kicker": "K-Drama", "standfirst": "Late in the year."}
    on_sale(claims=claims, leads=claims[:1], seasons=[season], people=[lomon], image=make.an_image(), **words)


def test_every_page_has_one_title_one_canonical_and_one_description(client, world):
    for address in public_pages(client):
        tree = page(client, address)
        head = meta(tree)
        assert tree.get("lang") == "en", address
        assert [bool(one.text_content().strip()) for one in tree.xpath("//head/title")] == [True], address
        assert len(head["description"]) == 1 and head["description"][0].strip(), address
        [(_, canonical)] = links(tree, "canonical")
        assert canonical.startswith(f"{BASE}/") and head["og:url"] == [canonical], address
        assert links(page(client, canonical.removeprefix(BASE)), "canonical") == [(None, canonical)]


def test_every_page_has_a_card_that_is_a_picture_of_that_size(client, world):
    for address in public_pages(client):
        head = meta(page(client, address))
        assert head["og:title"][0] and head["og:type"][0], address
        assert head["twitter:card"] == ["summary_large_image"], address
        assert (head["og:image:width"][0], head["og:image:height"][0]) == ("1200", "630"), address
        assert head["og:image:alt"][0], address
        answer = client.get(head["og:image"][0].removeprefix(BASE))
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/png"), address


@pytest.mark.parametrize(
    ("address", "card", "alt"),
    [
        (STORY, "/news/season-2-date/card.png", "K-Drama. Season 2 date. Rumoured, as of 1 March 2026"),
        (
            CLAIM,
            f"{CLAIM}card.png",
            "All Of Us Are Dead Season 2 comes out in late 2026. Rumoured, as of 1 March 2026",
        ),
        (
            SEASON,
            f"{SEASON}card.png",
            "No date announced; rumoured for late 2026. Rumoured, as of 1 March 2026",
        ),
        ("/people/lomon/", "/people/lomon/card.png", "로몬. Lomon. What comes next, credits and stories"),
        (
            "/shows/all-of-us-are-dead/",
            "/shows/all-of-us-are-dead/card.png",
            "Series. All Of Us Are Dead. Season 2: No date announced; rumoured for late 2026. Rumoured, as of 1",
        ),
    ],
)
def test_a_card_says_the_level_and_the_day(client, world, address, card, alt):
    head = meta(page(client, address))
    assert head["og:image"][0].startswith(f"{BASE}{card}?v=")
    assert alt in head["og:image:alt"][0]


def test_a_story_says_when_by_whom_and_about_what(client, world):
    head = meta(page(client, STORY))
    assert head["og:type"] == ["article"]
    assert head["article:published_time"] == head["article:modified_time"] == ["2026-03-01T12:00:00+00:00"]
    assert (head["article:author"], head["article:section"]) == (["Alice Han"], ["K-Drama"])
    assert head["article:tag"] == ["All Of Us Are Dead Season 2", "All Of Us Are Dead", "Lomon"]
    assert head["robots"] == ["max-image-preview:large"]
    assert len(head["og:image"]) == 2  # the card, and the story's own picture


@pytest.mark.parametrize(
    ("address", "robots"),
    [
        ("/news/", "max-image-preview:large"),
        ("/news/?show=all-of-us-are-dead", "max-image-preview:large"),
        ("/news/?show=all-of-us-are-dead&season=2", "max-image-preview:large"),
        ("/news/?show=all-of-us-are-dead&min=rumoured", "noindex,follow"),
        ("/news/?q=date", "noindex,follow"),
        (f"{STORY}?as_of=2026-03-01", "noindex"),
        (f"{SEASON}?as_of=2026-03-01", "noindex"),
        (f"{CLAIM}?as_of=2026-03-01", "noindex"),
        ("/news/season-2-date/editions/1/", "noindex"),
        ("/shows/all-of-us-are-dead/cast/?change=new&min=official", "noindex,follow"),
    ],
)
def test_who_may_index_it(client, world, address, robots):
    assert meta(page(client, address))["robots"] == [robots]


@pytest.mark.parametrize(
    ("address", "chosen"),
    [
        ("/", {}),
        ("/news/", {}),
        ("/news/?min=rumoured&show=all-of-us-are-dead", {"show": "all-of-us-are-dead", "min": "rumoured"}),
        (SEASON, {"show": "all-of-us-are-dead", "season": "2"}),
        ("/people/lomon/", {"person": "lomon"}),
        ("/platforms/netflix/", {"platform": "netflix"}),
    ],
)
def test_its_feeds_are_those_of_this_filter(client, world, address, chosen):
    query = f"?{urlencode(chosen)}" if chosen else ""
    assert [
        one for one in links(page(client, address), "alternate") if one[0] != "application/json+oembed"
    ] == [
        ("application/rss+xml", f"{BASE}/news/feed.rss{query}"),
        ("application/atom+xml", f"{BASE}/news/feed.atom{query}"),
        ("application/feed+json", f"{BASE}/news/feed.json{query}"),
    ]


def test_a_major_spoiler_is_in_no_head(client, world):
    for address in [*public_pages(client), "/claims/c-dies/"]:
        head = client.get(address).content.partition(b"</head>")[0]
        assert SPOILER.encode() not in head, address
