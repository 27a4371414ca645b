"""Asking to follow: one confirmation, to whoever asks from here, and nothing told of who follows what."""

import pytest
from django.core import mail

from newsroom.following.models import Ask, Follow
from newsroom.lib import clock
from newsroom.outbox.models import Dispatch
from tests import factories as make
from tests.newsroom.following.readers import CAROL, PLACE, a_follower, asked, link, posted
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def season(at):
    row = make.a_season(make.a_show(title="All of Us Are Dead"))
    held(make.a_release(row))
    held(make.a_casting(make.a_person(name="Lomon"), row))
    return row


@pytest.mark.parametrize(
    ("query", "subject"),
    [
        ("show=all-of-us-are-dead&season=2", "All of Us Are Dead Season 2"),
        ("show=all-of-us-are-dead", "All of Us Are Dead"),
        ("person=lomon", "Lomon"),
    ],
)
def test_a_show_a_season_or_a_person_can_be_followed(client, query, subject):
    page = client.get(f"/follow/?{query}")
    assert page.status_code == 200 and f"Follow by mail {subject} A mail" in words(page)
    assert asked(client, f"/follow/?{query}").headers["Location"] == f"/follow/asked/?{query}"
    assert str(Follow.objects.get().subject) == subject


def test_without_a_subject_the_page_leads_to_where_one_is_chosen(client):
    page = client.get("/follow/")
    assert page.status_code == 200 and "What do you want to follow?" in words(page)
    assert asked(client, "/follow/").status_code == 400


def test_asking_sends_one_mail_with_a_link_and_nothing_else(client, at):
    assert asked(client).status_code == 302
    posted()
    (letter,) = mail.outbox
    assert letter.to == [CAROL] and letter.subject == "Confirm: All of Us Are Dead Season 2"
    assert link(letter, "confirm") and "once it is at least confirmed" in letter.body
    posted()
    asked(client)
    asked(client, email=CAROL.upper())
    posted()
    assert len(mail.outbox) == 1


def test_the_answer_is_the_same_whether_it_is_followed_or_not(client, season):
    a_follower(season=season)
    first, second = asked(client), asked(client, email="dave@example.org")
    assert (first.status_code, first.headers["Location"]) == (second.status_code, second.headers["Location"])
    assert client.get(first.headers["Location"]).content == client.get(second.headers["Location"]).content
    posted()
    assert [letter.to for letter in mail.outbox] == [["dave@example.org"]]


def test_asking_again_after_two_days_sends_another(client, at):
    asked(client)
    at.forward(hours=49)
    asked(client)
    assert Dispatch.objects.count() == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://news.example.evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://news.example"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_on_another_site_asks_nothing(client, headers):
    assert asked(client, **headers).status_code == 403
    assert not Follow.objects.exists() and not Dispatch.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://news.example"}, {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}],
)
def test_a_form_of_this_site_is_heard(client, headers):
    assert asked(client, **headers).status_code == 302


@pytest.mark.parametrize(
    "email",
    [
        "", "carol", "carol@", "@example.org", "carol@example.org\nBcc: dave@example.org", "carol@example.org\r\n",
        "carol\n@example.org", "carol@example.org, dave@example.org", "carol@example.org\x00",
        "a" * 250 + "@example.org",
        "캐롤@example.org", '"carol dave"@example.org', "carol@exa mple.org", "<carol@example.org>",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_words_and_nothing_is_sent(client, email):
    page = asked(client, email=email)
    assert page.status_code == 400 and "Nothing was sent yet." in words(page)
    assert not Follow.objects.exists() and not Dispatch.objects.exists()


def test_a_level_that_there_is_not_is_refused(client):
    assert asked(client, level="debunked").status_code == asked(client, level="").status_code == 400


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("show=nothing-here", 404), ("person=nobody", 404), ("show=all-of-us-are-dead&season=9", 404),
        ("show=all-of-us-are-dead&season=x", 400), ("show=all-of-us-are-dead&season=0", 404), ("season=2", 400),
        ("show=a&show=b", 400), ("show=all-of-us-are-dead&person=lomon", 400), ("show=%00", 400),
        ("season=99999999", 400),
        ("show=all-of-us-are-dead&season=²", 400),
    ],
)  # fmt: skip
def test_an_address_that_names_nothing_says_so(client, query, status):
    assert client.get(f"/follow/?{query}").status_code == status
    assert asked(client, f"/follow/?{query}").status_code == status
    assert client.get(f"/follow/asked/?{query}").status_code == status


def test_what_is_not_public_cannot_be_followed_and_is_not_told(client):
    make.a_season(make.a_show("a-secret"), 1), make.a_person("a-secret-star")
    for query in ("show=a-secret", "show=a-secret&season=1", "person=a-secret-star"):
        never = client.get(f"/follow/?{query.replace('a-secret', 'not-there')}")
        hidden = client.get(f"/follow/?{query}")
        assert (hidden.status_code, hidden.content) == (404, never.content)


def test_ten_an_hour_from_one_place(client, at):
    answers = [asked(client, email=f"reader-{number}@example.org").status_code for number in range(12)]
    assert answers == [302] * 10 + [429] * 2
    page = asked(client, email="another@example.org")
    assert page["Retry-After"] == "3600"
    assert asked(client, email="another@example.org", **{"X-Forwarded-For": "10.9.8.7"}).status_code == 429
    at.forward(hours=1, seconds=1)
    assert asked(client, email="another@example.org").status_code == 302


def test_three_an_hour_to_one_letterbox_and_nobody_is_told(client, at):
    places = ["?show=all-of-us-are-dead&season=2", "?show=all-of-us-are-dead", "?person=lomon"]
    answers = [
        asked(client, f"/follow/{place}", level=level).status_code
        for level in ("official", "reported")
        for place in places
    ]
    assert answers == [302] * 6 and Dispatch.objects.count() == 3


def test_counts_name_nobody(client):
    asked(client)
    assert [len(ask.who) for ask in Ask.objects.all()] == [64, 64]
    assert "carol" not in str(Dispatch.objects.values()) and "carol" not in str(Follow.objects.get())


def test_without_mail_the_page_says_so_and_offers_other_ways(client, settings):
    settings.MAIL_IS_SET_UP = False
    page = client.get(PLACE)
    assert page.status_code == 200 and "Mail is not set up on this site." in words(page)
    assert b"/news/feed.rss?show=all-of-us-are-dead&amp;season=2" in page.content
    assert asked(client).status_code == 503 and not Follow.objects.exists()


def test_it_is_never_stored_and_sets_no_cookie(client):
    for page in (client.get(PLACE), asked(client), client.get("/follow/asked/"), asked(client, email="x")):
        assert page["Cache-Control"] == "no-store, private" and not page.cookies


def test_nothing_is_written_by_reading(client):
    client.get(f"{PLACE}&email={CAROL}&min=official")
    assert client.delete(PLACE).status_code == 405
    assert not Follow.objects.exists() and not Ask.objects.filter(at__lte=clock.now()).exists()
