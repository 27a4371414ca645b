"""Nothing hidden shows: with a hidden story in the database, the public site is to the byte its reference world.

For a draft, a story in review, approved, scheduled or held that is the site without it; for a pending edit the
site with the old words; for a withdrawn or expired story the site that never had it, but for its own 410 and,
expired, the claims that it made public.
"""

from datetime import timedelta

import pytest
from django.db import transaction

from articles.models import Author, Disclaimer, PreviewLink
from articles.workflow import expire, hold, publish, schedule, withdraw
from claims.assessing import assess, judge, release
from claims.models import Claim, Outlet, Source
from newsroom.lib import clock
from newsroom.management.commands.public_urls import listed
from shows.models import FormerSlug, Person, Platform, Season, Show
from tests import factories as make
from tests.newsstand import held

CANARY = "Xyzzycanary"
SLUG = CANARY.lower()
pytestmark = pytest.mark.django_db


@pytest.fixture
def world(at, alice):
    """A small newsroom in which everything public has an example."""
    show = make.a_show(title="All of Us Are Dead")
    season, lomon = make.a_season(show), make.a_person(name="Lomon")
    window = held(make.a_release(season, key="c-window"))
    cast = held(make.a_casting(lomon, season, key="c-lomon"), "official")
    on = held(make.a_milestone(season, "platform", platform=make.a_platform(), key="c-on"), "official")
    article = make.a_story(claims=[window, cast, on], leads=[window], image=make.an_image(), kicker="K-Drama")
    article.seasons.add(season)
    article.people.add(lomon)
    publish(article, by=alice)
    at.forward(days=1)
    publish(make.a_story("a-second-story", show, kicker="K-Drama"), by=alice)
    at.forward(days=1)
    return article


def a_hidden_story(alice, **fields):
    """A story whose every field, topic, claim and source carries the canary."""
    show = Show.objects.create(slug=SLUG, title=CANARY, original_title=CANARY, aliases=[CANARY])
    season = Season.objects.create(show=show, number=7, title=CANARY)
    person = Person.objects.create(slug=SLUG, name=CANARY, native_name=CANARY, aliases=[CANARY])
    platform = Platform.objects.create(slug=SLUG, name=CANARY)
    FormerSlug.objects.create(slug=f"{SLUG}-before", show=show)
    outlet = Outlet.objects.create(slug=SLUG, name=CANARY, kind="primary")
    source = Source.objects.create(
        key=SLUG, outlet=outlet, title=CANARY, url=f"https://{SLUG}.example/", published_on="2026-01-01"
    )
    claims = [
        make.a_release(season, key=f"c-{SLUG}-release", as_said=CANARY),
        make.a_release(season, "2026-11-06", "2026-11-06", precision="day", key=f"c-{SLUG}-day", part=CANARY),
        make.a_casting(person, season, key=f"c-{SLUG}-cast", character=CANARY),
        make.a_milestone(season, "platform", platform=platform, key=f"c-{SLUG}-on"),
        make.a_detail(Season.objects.exclude(show=show).first(), CANARY, key=f"c-{SLUG}-detail"),
    ]
    for claim in claims:
        judge(claim, "official", reason=CANARY, notes=CANARY, evidence=[{"source": source, "quote": CANARY}])
    words = dict.fromkeys(("headline", "standfirst", "kicker", "description"), CANARY)
    article = make.a_story(SLUG, show, claims, claims[:1], **words | fields)
    article.image = make.an_image(f"i-{SLUG}", alt=CANARY, credit=CANARY)
    article.is_lead = True
    article.save()
    article.seasons.add(season, Season.objects.exclude(show=show).first())
    article.people.add(person, *Person.objects.exclude(slug=SLUG))
    article.shows.add(Show.objects.exclude(slug=SLUG).first())
    article.bylines.create(author=Author.objects.create(slug=SLUG, name=CANARY, bio=CANARY))
    article.disclaimers.add(Disclaimer.objects.create(key=SLUG, text=CANARY))
    return article


OWN = [
    f"/news/{SLUG}/", f"/news/{SLUG}", f"/news/{SLUG}/history/", f"/news/{SLUG}/editions/1/", f"/news/{SLUG.upper()}/",
    f"/news/{SLUG}/?as_of=2026-03-01", f"/news/{SLUG}/?preview=1", f"/news/{SLUG}/?format=json",
    f"/api/v1/articles/{SLUG}/", f"/api/v1/articles/{SLUG}/?as_of=2026-03-01",
    f"/news/{SLUG}/card.png", f"/news/{SLUG}/card.png?v=0123456789abcdef", f"/news/{SLUG}/card.png?shape=1x1",
]  # fmt: skip
ABOUT = [
    f"/shows/{SLUG}/", f"/shows/{SLUG}-before/", f"/shows/{SLUG}/season-7/", f"/shows/{SLUG}/cast/", f"/people/{SLUG}/",
    f"/platforms/{SLUG}/", f"/authors/{SLUG}/", f"/claims/c-{SLUG}-release/", f"/claims/c-{SLUG}-detail/",
    f"/news/?show={SLUG}", f"/news/?person={SLUG}", f"/news/?platform={SLUG}", f"/news/?kicker={SLUG}",
    f"/search/?q={CANARY}", f"/search/?q={CANARY}+season+7", f"/search/?q={CANARY[:-1]}",
    f"/follow/?show={SLUG}", f"/follow/?show={SLUG}&season=7", f"/follow/?person={SLUG}",
    f"/follow/asked/?show={SLUG}",
    f"/news/?q={CANARY}", f"/news/feed.rss?show={SLUG}", f"/news/feed.rss?person={SLUG}",
    f"/api/v1/claims/c-{SLUG}-release/", f"/api/v1/claims/c-{SLUG}-detail/", f"/api/v1/claims/?show={SLUG}",
    f"/shows/{SLUG}/card.png", f"/shows/{SLUG}/season-7/card.png", f"/people/{SLUG}/card.png",
    f"/claims/c-{SLUG}-release/card.png", f"/claims/c-{SLUG}-release/embed/",
    f"/oembed/?url=https://news.example/claims/c-{SLUG}-release/",
    f"/api/v1/claims/?person={SLUG}", f"/api/v1/articles/?show={SLUG}", f"/api/v1/articles/?kicker={SLUG}",
    f"/news/feed.atom?show={SLUG}", f"/news/feed.json?person={SLUG}", f"/calendar.ics?show={SLUG}",
    f"/calendar.ics?person={SLUG}", f"/calendar.ics?platform={SLUG}", f"/api/v1/shows/{SLUG}/",
    f"/api/v1/seasons/{SLUG}-season-7/", f"/api/v1/people/{SLUG}/", f"/api/v1/platforms/{SLUG}/",
    f"/api/v1/seasons/?show={SLUG}",
]  # fmt: skip
SHOWN = [
    "/follow/?show=all-of-us-are-dead&season=2", "/follow/?person=lomon",
    "/news/?show=all-of-us-are-dead", "/news/?person=lomon", "/news/?min=official", "/news/?min=rumoured",
    "/search/?q=lomon", "/search/?q=season+2", "/search/?q=words", "/search/?q=lomn",
    "/search/?q=late+2026&min=rumoured", "/search/?q=xyz", "/search/?q=season+7",
    "/news/?year=2026&month=3", "/news/?kicker=k-drama", "/news/?platform=netflix",
    "/news/?show=all-of-us-are-dead&season=2&person=lomon",
    "/news/feed.rss?show=all-of-us-are-dead&season=2", "/news/feed.rss?min=rumoured", "/news/feed.rss?person=lomon",
    "/shows/all-of-us-are-dead/cast/?min=official", "/shows/all-of-us-are-dead/?as_of=2026-03-02",
    "/shows/all-of-us-are-dead/season-2/?as_of=2026-03-02", "/people/lomon/?as_of=2026-03-02",
    "/claims/c-window/?as_of=2026-03-02", "/news/season-2-date/?as_of=2026-03-02", "/nothing-here/",
    "/renewals/?sort=title", "/renewals/?sort=level", "/rumours/?after=c-window",
    f"/renewals/?after=c-{SLUG}-release", f"/rumours/?after=c-{SLUG}-release", f"/shows/?after={SLUG}",
    f"/people/?after={SLUG}", "/policies/contact/",
    "/shows/all-of-us-are-dead/season-2/card.png?as_of=2026-03-02", "/news/season-2-date/card.png?shape=1x1",
    "/claims/c-window/card.png?as_of=2026-03-02", "/claims/c-window/embed/?as_of=2026-03-02",
    "/sitemap.xml?part=stories-1", "/sitemap.xml?part=shows-1", "/sitemap.xml?part=people-1",
    "/sitemap.xml?part=claims-2", "/news-sitemap.xml?part=1", "/news-sitemap.xml?part=2",
    "/api/v1/claims/?show=all-of-us-are-dead&min=rumoured", "/api/v1/claims/?person=lomon&limit=1",
    "/api/v1/claims/?as_of=2026-03-02", "/api/v1/claims/?property=plot", "/api/v1/articles/?limit=1",
    "/api/v1/articles/?show=all-of-us-are-dead&as_of=2026-03-02", "/api/v1/articles/?min=official",
    "/api/v1/claims/c-window/?as_of=2026-03-02", "/api/v1/articles/season-2-date/?as_of=2026-03-02",
    "/news/feed.atom?min=rumoured", "/news/feed.json?show=all-of-us-are-dead", "/news/feed.json?person=lomon",
    "/calendar.ics?show=all-of-us-are-dead", "/calendar.ics?person=lomon", "/calendar.ics?platform=netflix",
    "/api/v1/shows/?limit=1", "/api/v1/people/?as_of=2026-03-02", "/api/v1/seasons/?show=all-of-us-are-dead",
    "/api/v1/shows/all-of-us-are-dead/?min=confirmed", "/api/v1/seasons/all-of-us-are-dead-season-2/?as_of=2026-03-02",
]  # fmt: skip
# Where a name that leads nowhere is said again in words.
ECHOES = (
    "/search/?",
    "/news/?",
    "/news/feed.",
    "/calendar.ics?",
    "/api/v1/claims/?",
    "/api/v1/articles/?",
    "/api/v1/seasons/?",
)
HEADERS = (
    "Content-Type",
    "ETag",
    "Last-Modified",
    "Location",
    "Link",
    "Cache-Control",
    "Vary",
    "Content-Length",
)


def seen(client, addresses):
    pages = {}
    for address in addresses:
        response = client.get(address)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        pages[address] = (response.status_code, body, [response.get(name) for name in HEADERS])
    return pages


@pytest.fixture
def reference(world, at, client):
    """Every public address of the site without the hidden story, a day from now."""
    at.forward(days=1)
    rows = listed()
    assert [row["name"] for row in rows if not row["example"]] == []
    return seen(
        client, [*(row["example"] for row in rows if row["name"] != "health_ready"), *SHOWN, *ABOUT, *OWN]
    )


def hide_as_draft(article, alice):
    pass


def hide_in_review(article, alice):
    article.state = "in_review"
    article.save()


def hide_as_approved(article, alice):
    article.state = "approved"
    article.save()


def hide_as_scheduled(article, alice):
    schedule(article, at=clock.now() + timedelta(days=30), by=alice)


def hide_as_held(article, alice):
    hold(article.editions.pending().get(), by=alice)


def test_a_story_that_was_never_live_leaves_no_trace(reference, client, alice):
    article = a_hidden_story(alice)
    for hide in (hide_as_draft, hide_in_review, hide_as_approved, hide_as_scheduled, hide_as_held):
        hide(article, alice)
        assert_same(seen(client, reference), reference)


def test_a_preview_shows_it_and_changes_nothing_for_readers(reference, client, alice):
    _, token = PreviewLink.objects.make(a_hidden_story(alice), by=alice)
    assert CANARY in client.get(f"/preview/{token}/").content.decode()
    assert_same(seen(client, reference), reference)


def assert_same(now, reference):
    assert [address for address in reference if now[address] != reference[address]] == []
    leaks = [
        a for a, (_, body, _) in now.items() if SLUG.encode() in body.lower() and not a.startswith(ECHOES)
    ]
    assert leaks == []


def test_what_would_leak_would_be_seen(reference, client, alice):
    """The test of the test: the same story, live, changes lists, pages and feeds."""
    publish(a_hidden_story(alice), by=alice)
    changed = {address for address, page in seen(client, reference).items() if page != reference[address]}
    assert {"/", "/news/", "/shows/", "/people/", "/shows/all-of-us-are-dead/season-2/"} <= changed
    assert set(ABOUT) - {f"/news/?q={CANARY}"} <= changed


def test_a_pending_edit_shows_the_old_words(world, reference, client, alice):
    for name in ("headline", "standfirst", "kicker", "description"):
        setattr(world, name, CANARY)
    world.slug, world.body, world.is_lead = f"{SLUG}-new", f"<p>{CANARY}</p>", True
    world.save()
    world.lead_claims.clear()
    assert_same(seen(client, reference), reference)
    schedule(world, at=clock.now() + timedelta(days=30), by=alice, note=CANARY, note_kind="correction")
    now = seen(client, [*reference, f"/news/{SLUG}-new/"])
    assert now.pop(f"/news/{SLUG}-new/")[0] == 404
    assert_same(now, reference)


def test_a_pending_assessment_shows_the_old_level(world, reference, client, alice):
    claim = Claim.objects.get(key="c-window")
    at = clock.now() + timedelta(days=30)
    assess(claim, "official", by=alice, because=CANARY, at=at, evidence=[make.a_source(title=CANARY)])
    assert_same(seen(client, reference), reference)


def gone(reference, client, status):
    """The story's own addresses answer with this status; every other address as if it had never been."""
    now = seen(client, reference)
    own = [address for address in OWN if address.split("?")[0].endswith("/") and SLUG in address]
    assert {now[address][0] for address in own} == {status}
    return {address: page for address, page in now.items() if address not in OWN}


def test_a_withdrawn_story_leaves_its_own_note_alone(reference, at, client, alice):
    today = clock.now()
    at.to(today - timedelta(hours=12))
    article = a_hidden_story(alice)
    publish(article, by=alice)
    at.forward(hours=1)
    withdraw(article, by=alice, note="It was wrong.", retract=list(Claim.objects.filter(key__contains=SLUG)))
    at.to(today)
    now = gone(reference, client, 410)
    for which in ("release", "detail"):
        for page in (f"/claims/c-{SLUG}-{which}/", f"/api/v1/claims/c-{SLUG}-{which}/"):
            assert now.pop(page)[0] == 410
    claim = f"/claims/c-{SLUG}-release/"
    for page in (f"{claim}card.png", f"{claim}embed/", f"/oembed/?url=https://news.example{claim}"):
        assert now.pop(page)[0] == 410
    assert_same(now, {address: page for address, page in reference.items() if address in now})


def in_any_order(address, page):
    """Claims of one instant are found in the order in which they were written, which is not the same in both worlds."""
    return (page[0], sorted(page[1].splitlines())) if address.startswith("/search/?") else page


def test_an_expired_story_leaves_the_claims_it_made_public(world, at, client, alice):
    """Its reference world is the site on which those claims were released by themselves."""
    today = clock.now()
    addresses = [row["example"] for row in listed() if row["name"] != "health_ready"] + SHOWN + ABOUT
    before = transaction.savepoint()
    at.to(today - timedelta(hours=12))
    a_hidden_story(alice)
    for claim in Claim.objects.filter(key__contains=SLUG):
        release(claim, by=alice)
    at.to(today)
    reference = seen(client, addresses)
    transaction.savepoint_rollback(before)
    at.to(today - timedelta(hours=12))
    article = a_hidden_story(alice)
    publish(article, by=alice)
    expire(article, by=alice, at=clock.now() + timedelta(hours=1))
    at.to(today)
    now = seen(client, addresses)
    assert [a for a in addresses if in_any_order(a, now[a]) != in_any_order(a, reference[a])] == []
    assert {page[0] for page in seen(client, OWN[2:4]).values()} == {410}
    assert now[f"/shows/{SLUG}/"][0] == now[f"/claims/c-{SLUG}-release/"][0] == 200
