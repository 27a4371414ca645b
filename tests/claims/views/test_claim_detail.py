import re

import pytest

from claims.assessing import assess, retract
from claims.merging import merge
from newsroom.lib import timeline
from tests.factories import a_release, a_season, a_source, a_user
from tests.newsstand import held, on_sale, queries, words

pytestmark = pytest.mark.django_db


def url(claim):
    return f"/claims/{claim.key}/"


def test_it_shows_level_evidence_rule_and_history(client, at):
    origin = a_source("netflix")
    claim = held(
        a_release(), evidence=[origin, a_source("upi", "press", repeats=origin)], because="two outlets"
    )
    at.forward(days=1)
    assess(claim, "official", by=a_user(), because="it was announced", evidence=[origin])
    page = words(client.get(url(claim)))
    assert "From rumoured to official, as of 2 March 2026" in page
    assert "1 outlet, 1 origin Supports Netflix : Piece" in page
    assert "2 outlets, 1 origin" in words(client.get(f"{url(claim)}?as_of=2026-03-01"))
    assert "it was announced" not in words(client.get(f"{url(claim)}?as_of=2026-03-01"))


def test_what_was_never_held_is_not_there(client, at):
    claim = a_release()
    on_sale("later", claims=[held(a_release(a_season(number=3)))])
    assert client.get(url(claim)).content == client.get("/claims/never-made/").content


def test_a_retracted_claim_says_why_at_every_moment(client, at):
    claim = held(a_release())
    at.forward(days=2)
    retract(claim, by=a_user(), because="It was another show.")
    for query in ("", "?as_of=2026-03-01"):
        answer = client.get(url(claim) + query)
        assert answer.status_code == 410
        assert "It was another show." in words(answer)


def test_a_claim_retracted_before_its_hour_was_never_there(client, at):
    claim = held(a_release(), at=at.forward(days=0).replace(hour=20))
    retract(claim, by=a_user(), because="secret reason")
    assert client.get(url(claim)).content == client.get("/claims/never-made/").content


def test_a_merged_claim_leads_to_the_one_it_was_merged_into(client, at):
    old = held(a_release())
    new = a_release(as_said="at the end of 2026")
    new.beside.add(old)
    held(new)
    at.forward(days=1)
    merge(old, into=new, by=a_user())
    answer = client.get(url(old))
    assert (answer.status_code, answer["Location"]) == (301, url(new))


def test_a_redacted_claim_is_gone_with_the_reason(client, at):
    claim = held(a_release())
    timeline.redact(claim.assessments.get(), by=a_user(), because="A court ordered it.")
    answer = client.get(url(claim))
    assert (answer.status_code, "A court ordered it." in words(answer)) == (410, True)


def test_a_spoiler_is_in_no_title(client, at):
    claim = held(a_release(statement="The hero comes back on Sunday.", spoiler="major"))
    page = client.get(url(claim)).content.decode()
    assert "The hero" not in page.partition("<main")[0]
    assert "The hero" not in page.partition("<h1>")[2].partition("</h1>")[0]


def test_what_waits_for_its_hour_shows_nowhere(client, at):
    claim = held(a_release())
    assess(
        claim,
        "official",
        by=a_user(),
        because="CANARY",
        at=at.forward(days=0).replace(hour=23),
        evidence=[a_source()],
    )
    assert "CANARY" not in client.get(url(claim)).content.decode()


def test_it_says_why_by_what_and_what_would_raise_it(client, at):
    page = words(client.get(url(held(a_release(), "reported"))))
    assert "It takes a named outlet as its origin. Met by Trade-Outlet (1 outlet, 1 origin)." in page
    assert "What would raise it: “Confirmed” needs a named speaker on record" in page


def test_an_override_is_told_with_what_the_evidence_alone_carries(client, at, mona):
    claim = a_release()
    fields = {"because": "it is known", "evidence": [a_source("upi", "press")]}
    assess(claim, "official", by=mona, override="Three people told us.", **fields)
    page = words(client.get(url(claim)))
    assert "Not met. “Official” needs a dated announcement" in page
    assert "What is here carries “reported”." in page
    assert "by a managing editor: Three people told us." in page
    assert "mona" not in page


def test_it_says_how_to_cite_it(client, at, settings):
    settings.SITE_NAME, settings.SITE_URL = "Newsroom", "https://news.example"
    page = words(client.get(url(held(a_release(key="late-2026")))))
    assert (
        "Permalink https://news.example/claims/late-2026/ In a text All Of Us Are Dead, season 2: late"
        in page
    )
    assert '<a href="https://news.example/claims/late-2026/">Newsroom</a>, seen 1 March 2026.' in page


def test_each_entry_leads_to_the_page_as_it_stood(client, at):
    claim = held(a_release(), because="first")
    at.forward(days=1)
    assess(claim, "rumoured", by=a_user(), because="second", evidence=[a_source()])
    page = client.get(url(claim)).content.decode()
    links = re.findall(rf'href="({url(claim)}\?as_of=[^"]+)"', page)
    told = [words(client.get(link)) for link in links]
    assert ["second" in text for text in told] == [True, False]
    assert ["first" in text for text in told] == [True, True]


def test_a_source_says_what_it_repeats(client, at):
    origin = a_source("netflix", title="Announcement video")
    passed_on = a_source("upi", "press", repeats=origin, title="It is coming")
    last = a_source("bbc", "press", repeats=passed_on)
    page = words(client.get(url(held(a_release(), evidence=[last]))))
    assert "repeats Upi, “It is coming”, which repeats Netflix, “Announcement video”" in page


def test_it_costs_the_same_for_three_stories_and_for_thirty(client, at):
    claim = held(a_release())
    for number in range(3):
        on_sale(f"story-{number}", claims=[claim], leads=[claim])
    few = queries(client, url(claim))
    for number in range(3, 30):
        on_sale(f"story-{number}", claims=[claim], leads=[claim])
    assert queries(client, url(claim)) == few <= 12
