import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from articles import workflow
from articles.models import FormerSlug
from claims.assessing import assess, retract
from newsroom.lib import timeline
from tests.factories import a_disclaimer, a_person, a_release, a_season, a_source, a_story, a_user, an_image
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db
URL = "/news/season-2-date/"


def test_a_marked_claim_is_followed_by_its_badge_and_the_words_stay(client, at):
    claim = held(a_release())
    article = on_sale(claims=[claim], leads=[claim])
    page = client.get(URL).content.decode()
    marked = f'<span data-claim="{claim.key}">{claim.key}</span> <a href="/claims/{claim.key}/" class="badge"'
    assert marked in page
    badge = re.compile(r' <a href="[^"]+" class="badge".*?</a>', re.S)
    assert article.body in badge.sub("", page)
    assert "Rumoured , as of 1 March 2026, source: Press-Outlet" in words(client.get(URL))


def test_it_comes_in_the_order_that_readers_expect(client, at):
    claim = held(a_release())
    article = on_sale(
        claims=[claim], leads=[claim], kicker="K-drama", standfirst="A window.", image=an_image()
    )
    on_sale("another")
    at.forward(days=1)
    workflow.update(article, by=a_user(), note="The window narrowed.")
    page = words(client.get(URL))
    places = [
        *("K-drama", "Season 2 date", "A window.", "By Alice Han", "Published 1 Mar 2026, 12:00 UTC"),
        *(
            "Updated 2 Mar 2026, 12:00 UTC",
            "What we know",
            "Words of season-2-date",
            "Updates and corrections",
        ),
        *(
            "The window narrowed.",
            "Sources",
            "How sure this is",
            "1 claim: 1 rumoured",
            "Related stories",
            "Another",
        ),
    ]
    found = [page.find(text) for text in places]
    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.parametrize("hide", ["draft", "scheduled"])
def test_what_is_not_live_answers_like_what_never_was(client, at, hide):
    if hide == "draft":
        a_story(headline="CANARY")
    else:
        on_sale(at=at.forward(days=0).replace(hour=20))
    for path in ("", "history/", "editions/1/", "?as_of=2026-03-01", "?preview=1"):
        assert (
            client.get(URL + path).content
            == client.get("/news/never/").content
            == client.get("/never/").content
        )
    assert client.get(URL).status_code == 404


def test_a_withdrawn_story_is_gone_with_its_note_at_every_moment(client, at):
    article = on_sale()
    at.forward(days=2)
    workflow.withdraw(article, by=a_user(), note="We got the wrong show.")
    for path in ("", "history/", "editions/1/", "?as_of=2026-03-01", "?as_of=2020-01-01"):
        answer = client.get(URL + path)
        assert (answer.status_code, "We got the wrong show." in words(answer)) == (410, True)


def test_an_expired_story_is_gone_but_stood_before(client, at):
    on_sale(until=at.forward(days=0).replace(hour=20))
    at.forward(days=2)
    answer = client.get(URL)
    assert (answer.status_code, "This story has expired" in words(answer)) == (410, True)
    assert client.get(f"{URL}?as_of=2026-03-01T13:00:00%2B00:00").status_code == 200
    assert client.get(f"{URL}?as_of=2026-02-01").status_code == 404


def test_a_redacted_story_is_gone_with_the_reason(client, at):
    article = on_sale()
    timeline.redact(article.editions.get(), by=a_user(), because="A court ordered it.")
    answer = client.get(URL)
    assert (answer.status_code, "A court ordered it." in words(answer)) == (410, True)


def test_an_old_address_leads_to_todays_in_one_hop(client, at):
    article = on_sale()
    at.forward(days=1)
    article.slug = "season-2-window"
    article.save()
    assert client.get("/news/season-2-window/").status_code == 404
    workflow.update(article, by=a_user(), note="A better address.")
    FormerSlug.objects.create(slug="from-the-old-site", article=article)
    for old in ("season-2-date", "from-the-old-site"):
        answer = client.get(f"/news/{old}/?utm=x")
        assert (answer.status_code, answer["Location"]) == (301, "/news/season-2-window/")
    assert client.get(f"{URL}?as_of=2026-03-01").status_code == 200


def test_a_pending_edit_shows_nowhere(client, at):
    article = on_sale()
    before = client.get(URL).content
    article.headline = "CANARY"
    article.save()
    workflow.update(article, by=a_user(), note="CANARY", at=at.forward(days=0).replace(hour=20))
    assert client.get(URL).content == before


def test_the_page_at_a_moment_has_the_levels_of_that_moment(client, at):
    claim = held(a_release())
    on_sale(claims=[claim], leads=[claim])
    at.forward(days=1)
    assess(claim, "official", by=a_user(), because="announced", evidence=[a_source()])
    assert "Official" in words(client.get(URL))
    then = client.get(f"{URL}?as_of=2026-03-01")
    assert "This story leads with Rumoured" in words(then)
    assert "Official" not in words(then)
    assert '<meta name="robots" content="noindex">' in then.content.decode()


def test_a_claim_that_was_taken_back_says_so_where_it_is_cited(client, at):
    claim = held(a_release())
    on_sale(claims=[claim], leads=[claim])
    retract(claim, by=a_user(), because="It was another show.")
    assert f"{claim.key} Retracted" in words(client.get(URL))


def test_a_disclaimer_attaches_itself_and_fills_its_figures(client, at):
    claim = held(a_release())
    a_disclaimer(text="{platform} has not confirmed {show} {season}, as of {date}.", below="confirmed")
    a_disclaimer("not-needed", text="Nobody knows.", below="speculation")
    on_sale(claims=[claim], seasons=[claim.season])
    page = words(client.get(URL))
    assert "the platform has not confirmed All Of Us Are Dead Season 2, as of 1 March 2026." in page
    assert "Nobody knows." not in page


def test_it_costs_the_same_for_three_claims_and_for_thirty(client, at):
    def story(slug, many):
        claims = [held(a_release(a_season(number=number))) for number in range(many, many * 2)]
        people = [a_person(f"{slug}-{number}") for number in range(many)]
        on_sale(slug, claims=claims, leads=claims, people=people, seasons=[claim.season for claim in claims])

    a_disclaimer(below="confirmed")
    story("few", 3)
    story("many", 30)
    assert queries(client, "/news/few/") == queries(client, "/news/many/") <= 20


def test_who_spots_an_error_writes_a_mail_that_names_address_and_edition(client, at, settings):
    settings.DEFAULT_FROM_EMAIL = "The desk <desk@news.example>"
    on_sale(headline="Dates & “days”")
    mail = re.search(r'href="(mailto:[^"]+)">Spotted an error\?', client.get(URL).content.decode())[1]
    parts = urlsplit(unescape(mail))
    asked = parse_qs(parts.query)
    assert (parts.path, asked["subject"]) == ("desk@news.example", ["An error in “Dates & “days””"])
    assert asked["body"][0].split("\r\n")[:2] == [f"{settings.SITE_URL}{URL}editions/1/", "Edition 1"]
