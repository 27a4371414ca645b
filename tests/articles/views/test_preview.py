"""A preview link: what it shows is what publishing shows, and what is over is as if it had never been."""

import re
from datetime import timedelta

import pytest

from articles import workflow
from articles.models import Edition, PreviewLink
from claims.assessing import judge
from newsroom.lib import clock
from tests import factories as make
from tests.newsstand import held, queries, words

pytestmark = pytest.mark.django_db


def shared(article, **fields):
    link, token = PreviewLink.objects.make(article, by=make.a_user(), **fields)
    return link, f"/preview/{token}/"


def judged(claim, level="official"):
    judge(claim, level, reason="As they say.", evidence=[make.a_source(), make.a_source("variety", "trade")])
    return claim


def a_full_story(slug="the-date", **fields):
    """With all that a page shows: topics, picture, leads, claims that are new, that are held and that have rivals."""
    season, lomon = make.a_season(), make.a_person()
    window = held(make.a_release(season, key="c-old-window"))
    new = judged(make.a_release(season, "2026-11", "2026-11", key="c-window", supersedes=window))
    cast = judged(make.a_casting(lomon, season, key="c-lomon"))
    on = held(make.a_milestone(season, "platform", platform=make.a_platform(), key="c-on"), "official")
    words = {"standfirst": "It comes late.", "kicker": "K-Drama & more", "description": "When it comes."}
    claims = [cast, on, window, new]
    article = make.a_story(
        slug, season.show, claims, [new, on], image=make.an_image(credit="A still"), **words | fields
    )
    article.seasons.add(season)
    article.people.add(lomon)
    article.disclaimers.add(make.a_disclaimer())
    make.a_disclaimer("low", "Not all of {season} is sure.", below="confirmed")
    return article


def published(article, client, **how):
    workflow.publish(article, by=make.a_user(), **how)
    return client.get(f"/news/{article.slug}/").content


def test_a_preview_is_to_the_byte_what_publishing_shows(client, at):
    workflow.publish(make.a_story("near", make.a_show()), by=make.a_user())
    at.forward(hours=1)
    article = a_full_story()
    page = client.get(shared(article)[1]).content
    assert page == published(article, client)
    assert b"c-window" in page and b"Not all of Season 2 is sure." in page and b"A still" in page


def test_a_preview_of_a_live_story_is_what_an_update_shows(client, at):
    article = a_full_story()
    workflow.publish(article, by=make.a_user())
    at.forward(days=1)
    article.headline, article.slug = "Another headline", "another-date"
    article.body += '<p>And <span data-claim="c-more">more</span>.</p>'
    judged(make.a_detail(key="c-more"), "rumoured")
    article.save()
    page = client.get(shared(article)[1]).content
    assert page == published(article, client)
    assert b"Another headline" in page and b"c-more" in page


def test_what_stands_in_the_way_of_publishing_does_not_stand_in_the_way_of_looking(client, at):
    article = make.a_story(headline="", body='<p>Words <span data-claim="c-new">here</span>.</p>')
    article.shows.clear()
    article.bylines.all().delete()
    judge(make.a_release(key="c-new"), "official")  # the gate would not let it pass
    page = client.get(shared(article)[1])
    assert page.status_code == 200
    assert "Words here Official , as of 1 March 2026" in words(page)


@pytest.mark.parametrize("stage", ["scheduled", "held", "embargoed", "expired"])
def test_at_every_stage_it_shows_what_is_on_the_desk(client, at, alice, stage):
    article = make.a_story(embargo_until=clock.now() + timedelta(days=9) if stage == "embargoed" else None)
    if stage == "expired":
        workflow.publish(article, by=alice, until=clock.now() + timedelta(minutes=1))
        at.forward(hours=1)
    elif stage != "embargoed":
        edition = workflow.schedule(article, at=clock.now() + timedelta(days=1), by=alice)
        if stage == "held":
            workflow.hold(edition, by=alice)
    article.body = "<p>Newer words.</p>"
    article.save()
    assert "Newer words." in words(client.get(shared(article)[1]))


def test_looking_writes_nothing(client, at):
    article = a_full_story()
    address = shared(article)[1]
    before = Edition.objects.count()
    client.get(address)
    assert Edition.objects.count() == before
    assert client.get("/news/the-date/").status_code == client.get("/claims/c-window/").status_code == 404


@pytest.mark.parametrize("over", ["expired", "revoked", "withdrawn", "forged", "of a deleted story"])
def test_what_is_over_answers_like_what_never_was(client, at, over):
    article = make.a_story(headline="Canary")
    link, address = shared(article)
    assert "Canary" in words(client.get(address))
    if over == "expired":
        at.forward(hours=24)
    elif over == "revoked":
        link.revoke()
    elif over == "withdrawn":
        workflow.publish(article, by=make.a_user())
        workflow.withdraw(article, by=make.a_user(), note="Wrong.")
    elif over == "forged":
        address = address[:-2] + ("A/" if address[-2] != "A" else "B/")
    else:
        article.delete()
    gone, never = client.get(address), client.get("/preview/never-was/")
    assert (gone.status_code, gone.content) == (404, never.content)
    assert [gone.headers.get(name) for name in HEADERS] == [never.headers.get(name) for name in HEADERS]


HEADERS = ("Cache-Control", "X-Robots-Tag", "Referrer-Policy", "Content-Type", "Vary", "Content-Length")


@pytest.mark.parametrize("address", ["shared", "/preview/never-was/", "/preview/", "/preview/a/b/"])
def test_no_cache_no_search_engine_and_no_other_page_learns_of_it(client, at, address):
    address = shared(make.a_story())[1] if address == "shared" else address
    headers = client.get(address).headers
    assert headers["Cache-Control"] == "no-store, private"
    assert headers["X-Robots-Tag"].startswith("noindex")
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in headers and "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_it_opens_one_story_and_lives_for_a_day(client, at):
    mine = make.a_story("mine", headline="Mine")
    make.a_story("other", headline="Other")
    link, address = shared(mine)
    assert "Mine" in words(client.get(address)) and "Other" not in words(client.get(address))
    assert link.expires_at - link.made_at == timedelta(hours=24)
    at.forward(hours=23, minutes=59)
    assert client.get(address).status_code == 200


def test_a_token_is_long_and_kept_nowhere(at):
    tokens = {PreviewLink.objects.make(make.a_story(str(n)), by=make.a_user())[1] for n in range(3)}
    assert len(tokens) == 3 and all(re.fullmatch(r"[\w-]{43}", token) for token in tokens)  # 256 bits
    stored = repr(list(PreviewLink.objects.values()))
    assert not any(token in stored for token in tokens)


@pytest.mark.parametrize("token", ["%00", "%F0%9F%92%A9", "a" * 5000, "..%2f", "%ud800", "'--"])
def test_any_token_is_a_404(client, db, token):
    assert client.get(f"/preview/{token}/").status_code == 404


def test_it_is_read_only(client, at):
    address = shared(make.a_story())[1]
    assert client.post(address).status_code == 405
    assert client.get(f"{address}?as_of=2020-01-01&preview=0").content == client.get(address).content


def test_its_queries_do_not_grow_with_its_claims(client, at):
    season = make.a_season()
    few = [judged(make.a_detail(season, f"Detail {n}.", key=f"c-few-{n}")) for n in range(3)]
    many = [judged(make.a_detail(season, f"Point {n}.", key=f"c-many-{n}")) for n in range(30)]
    addresses = [shared(make.a_story(str(len(claims)), None, claims))[1] for claims in (few, many)]
    client.get(addresses[0])
    assert queries(client, addresses[0]) == queries(client, addresses[1])
