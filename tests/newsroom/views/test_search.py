"""The search page: what it finds, in which order, and what it never shows."""

from datetime import timedelta

import pytest
from django.db import connection

from articles.models import Edition
from articles.workflow import withdraw
from claims.models import Assessment
from newsroom.lib import clock
from newsroom.lib.search.documents import KEYS
from newsroom.lib.timeline import redact
from tests import factories as make
from tests.newsstand import held, on_sale, queries, words

SHOW = "/shows/all-of-us-are-dead/"
LEADING = ("/shows/", "/people/", "/platforms/", "/claims/", "/news/")
pytestmark = pytest.mark.django_db


@pytest.fixture
def newsstand(at, alice):
    """A series and its lead, three stories told a day apart, two claims."""
    show = make.a_show(title="All of Us Are Dead", original_title="지금 우리 학교는")
    lomon = make.a_person(name="Lomon", native_name="로몬", aliases=["Park Solomon", "박솔로몬"])
    ji_hu = make.a_person("park-ji-hu", name="Park Ji-hu", native_name="박지후")
    season = make.a_season(show)
    held(make.a_release(season, key="c-window"))
    held(make.a_casting(lomon, season, key="c-lomon", character="Lee Su-hyeok"), "official")
    on_sale("a-portrait", headline="A portrait", people=[lomon], body="<p>At the café.</p>")
    at.forward(days=1)
    on_sale("the-date", headline="The date at last", seasons=[season], people=[ji_hu], body="<p>Words.</p>")
    at.forward(days=1)
    on_sale(
        "elsewhere", headline="Elsewhere", show=make.a_show("other"), body="<p>A portrait of O’Brien.</p>"
    )
    at.forward(days=1)


def links(client, **given) -> list[str]:
    """Where its results lead, in their order."""
    response = client.get("/search/", given)
    assert response.status_code == 200, response.content.decode()[:300]
    body = response.content.decode().split("<main", 1)[1].split("</main>")[0].split('<div class="lost">')[0]
    found = dict.fromkeys(part.split('"', 1)[0] for part in body.split('<a href="')[1:])
    return [url for url in found if url.startswith(LEADING) and url != "/news/"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Lomon", ["/people/lomon/", "/claims/c-lomon/", "/news/a-portrait/"]),
        ("lomo", ["/people/lomon/", "/claims/c-lomon/", "/news/a-portrait/"]),
        ("park solomon", ["/people/lomon/", "/claims/c-lomon/", "/news/a-portrait/"]),
        ("Solomon Park", ["/people/lomon/", "/claims/c-lomon/", "/news/a-portrait/"]),
        ("박솔로몬", ["/people/lomon/", "/claims/c-lomon/", "/news/a-portrait/"]),
        ("Ji-hu Park", ["/people/park-ji-hu/", "/news/the-date/"]),
        ("jihu", ["/people/park-ji-hu/", "/news/the-date/"]),
        ("aouad s2", [f"{SHOW}season-2/", SHOW, "/claims/c-lomon/", "/claims/c-window/", "/news/the-date/"]),
        ("지금 우리 학교는", [SHOW, "/claims/c-lomon/", "/claims/c-window/", "/news/the-date/", "/news/a-portrait/"]),
        ("su-hyeok", ["/claims/c-lomon/"]),
        ("late 2026", ["/claims/c-window/"]),
        ("cafe", ["/news/a-portrait/"]),
        ("CAFÉ", ["/news/a-portrait/"]),
        ("o'brien", ["/news/elsewhere/"]),
        ("obrien", ["/news/elsewhere/"]),
        ('"portrait', ["/news/a-portrait/", "/news/elsewhere/"]),
        ("span", []),
    ],
)  # fmt: skip
def test_it_finds_names_claims_and_stories_headlines_first(client, newsstand, asked, found):
    assert sorted(set(links(client, q=asked)) ^ set(found)) == []
    stories = [url for url in links(client, q=asked) if url.startswith("/news/")]
    assert stories == [url for url in found if url.startswith("/news/")]


def test_a_season_may_be_written_in_any_way(client, newsstand):
    found = [links(client, q=asked) for asked in ("Season 2", "season 02", "S2", "s02", "시즌 2", "series 2")]
    assert found == 6 * [["/claims/c-lomon/", "/claims/c-window/", "/news/the-date/"]]


def test_stories_with_the_words_in_the_headline_come_first_then_the_newest(client, at):
    for slug, headline, text in [
        ("old-headline", "Zombies", "x"), ("old-text", "A", "zombies"), ("new-headline", "Zombies again", "zombies"),
        ("new-text", "B", "more zombies"),
    ]:  # fmt: skip
        on_sale(slug, headline=headline, body=f"<p>{text}</p>")
        at.forward(days=1)
    assert links(client, q="zombies") == [
        f"/news/{slug}/" for slug in ("new-headline", "old-headline", "new-text", "old-text")
    ]


def test_a_new_name_finds_at_once_and_the_old_one_no_more(client, newsstand):
    lomon = Edition.objects.get(slug="a-portrait").people.get()
    lomon.name, lomon.aliases = "Solomon", ["Zorn"]
    lomon.save()
    assert links(client, q="zorn") == ["/people/lomon/", "/claims/c-lomon/", "/news/a-portrait/"]
    assert links(client, q="lomon") == []


def test_least_confidence_hides_claims_and_stories_below_it(client, at):
    season = make.a_season()
    rumour, fact = (
        held(make.a_release(season, key="c-rumour")),
        held(make.a_milestone(season, key="c-fact"), "official"),
    )
    on_sale("on-rumour", headline="Season on rumour", claims=[rumour], leads=[rumour])
    on_sale("on-fact", headline="Season on fact", claims=[fact], leads=[fact])
    assert links(client, q="season", min="reported") == ["/claims/c-fact/", "/news/on-fact/"]
    assert "Show rumours too" in words(client.get("/search/?q=season&min=reported"))
    assert client.get("/search/?q=season&min=sure").status_code == 400


def test_a_claim_that_another_superseded_is_struck_through(client, newsstand):
    later = make.a_release(key="c-later", earliest="2026-11", latest="2026-11", as_said="November 2026")
    later.supersedes = Assessment.objects.get(claim__key="c-window").claim
    later.save()
    held(later, "official")
    body = client.get("/search/?q=aouad").content.decode()
    assert "<s>All of Us Are Dead Season 2 comes out in late 2026.</s>" in body.replace("<mark>", "").replace(
        "</mark>", ""
    )


def test_found_words_are_marked_and_everything_is_escaped(client, at):
    on_sale(
        headline="A <b>dead</b> end & more",
        standfirst="All dead.",
        body="<p>Tom &amp; Jerry, dead &lt;i&gt;.</p>",
    )
    body = client.get("/search/?q=dead").content.decode()
    assert "A &lt;b&gt;<mark>dead</mark>&lt;/b&gt; end &amp; more" in body
    assert "All <mark>dead</mark>. Tom &amp; Jerry, <mark>dead</mark> &lt;i&gt;." in body


def test_a_major_spoiler_is_folded_away(client, newsstand):
    held(make.a_detail(statement="The butler did it.", spoiler="major", key="c-butler"))
    assert (
        "<summary>Major spoiler: show it</summary> The butler did it.</details>"
        in client.get("/search/?q=butler").content.decode()
    )


def test_pages_of_stories_follow_each_other_through_both_halves(client, at):
    for number in range(13):
        on_sale(f"headline-{number:02}", headline="Zombies")
        on_sale(f"text-{number:02}", headline="A", body="<p>zombies</p>")
        at.forward(minutes=1)
    first = links(client, q="zombies")
    page = client.get("/search/?q=zombies").content.decode()
    url = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = links(client, q="zombies", after=url.split("after=")[1])
    assert first == [f"/news/headline-{n:02}/" for n in range(12, -1, -1)] + [
        f"/news/text-{n:02}/" for n in range(12, 5, -1)
    ]
    assert second == [f"/news/text-{n:02}/" for n in range(5, -1, -1)]


@pytest.mark.parametrize("after", ["abc", "title.abc", "title.", "body.abc", ".", "text.MjAyNi0wMS0wMQ"])
def test_a_cursor_of_nowhere_is_refused(client, at, after):
    assert client.get("/search/", {"q": "x", "after": after}).status_code == 400


def test_what_is_taken_down_is_found_no_more(client, newsstand, alice):
    edition = Edition.objects.get(slug="elsewhere")
    withdraw(edition.article, by=alice, note="It was wrong.")
    redact(Assessment.objects.get(claim__key="c-window"), by=alice, because="By order.")
    assert links(client, q="portrait") == ["/news/a-portrait/"]
    assert links(client, q="late 2026") == []
    assert edition.pk not in {place & KEYS for place in Edition.searched_by.places()}


def test_it_costs_the_same_for_three_and_for_thirty(client, at):
    claims = [
        held(make.a_release(make.a_season(make.a_show(f"zombies-{n}")), key=f"c-{n}")) for n in range(10)
    ]
    for number in range(3):
        on_sale(f"story-{number}", headline="Zombies", leads=claims[:1], claims=claims[:1])
    most = 12 if connection.vendor == "sqlite" else 24  # there each search opens and ends a transaction
    assert queries(client, "/search/?q=zombies") <= most
    for number in range(3, 30):
        on_sale(
            f"story-{number}",
            headline="Zombies",
            leads=claims[number % 10 :][:1],
            claims=claims[number % 10 :][:1],
        )
    assert queries(client, "/search/?q=zombies") <= most


def test_nothing_found_suggests_live_names_alone(client, newsstand):
    make.a_person("lomonov", name="Lomonov")
    make.a_show("lomond", title="Lomond")
    page = words(client.get("/search/?q=lomn"))
    assert "Did you mean one of these? Lomon Try" in page
    assert "Lomono" not in page and "Lomond" not in page


def test_no_question_is_a_page_with_a_form(client, newsstand):
    page = client.get("/search/")
    assert "Ask for a show, a person or a word" in words(page)
    assert "All of Us Are Dead" in words(page)
    assert 'content="noindex,follow"' in page.content.decode()


def test_what_is_scheduled_is_found_at_its_hour_and_not_before(client, newsstand, at):
    on_sale("to-come", headline="Zombies", at=clock.now() + timedelta(hours=1))
    assert links(client, q="zombies") == []
    at.forward(hours=1)
    assert links(client, q="zombies") == ["/news/to-come/"]
