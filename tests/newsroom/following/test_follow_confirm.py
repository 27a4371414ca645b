"""Confirming is a button behind the mailed link, good for two days."""

import pytest
from django.core import mail

from newsroom.following import asking
from newsroom.following.models import Follow
from tests import factories as make
from tests.newsroom.following.readers import CAROL, a_follower, asked, link, posted
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(client, at):
    held(make.a_release())
    asked(client)
    posted()
    return link(mail.outbox[-1], "confirm")


def test_looking_changes_nothing_and_the_button_confirms(client, url):
    page = client.get(url)
    assert page.status_code == 200 and "Yes, write to me" in words(page)
    assert not Follow.objects.confirmed().exists()
    page = client.post(url)
    assert "You follow All Of Us Are Dead Season 2" in words(page)
    assert Follow.objects.confirmed().get().email == CAROL
    assert "You follow" in words(client.get(url)) and client.post(url).status_code == 200


def test_a_form_on_another_site_confirms_nothing(client, url):
    assert client.post(url, headers={"Origin": "https://evil.example"}).status_code == 403
    assert not Follow.objects.confirmed().exists()


def test_after_two_days_the_link_has_expired_and_says_what_to_do(client, at, url):
    at.forward(hours=47, minutes=59)
    assert client.get(url).status_code == 200
    at.forward(minutes=2)
    for page in (client.get(url), client.post(url)):
        assert (
            page.status_code == 410
            and "This link has expired" in words(page)
            and "Ask once more" in words(page)
        )
    assert asking.forget() == "1 that nobody confirmed"
    assert client.get(url).status_code == 410
    assert not Follow.objects.exists()


def test_what_is_confirmed_is_not_forgotten(client, at, url):
    client.post(url)
    at.forward(days=30)
    assert asking.forget() == "" and Follow.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "0" * 32, "a:b:c", "a" * 3000, "%00", "..%2F", "박"])
def test_a_link_that_is_not_whole_says_so(client, at, token):
    for which in ("confirm", "leave"):
        for page in (client.get(f"/follow/{which}/{token}/"), client.post(f"/follow/{which}/{token}/")):
            assert page.status_code == 404


def test_a_link_to_leave_does_not_confirm(client, at, url):
    follow = Follow.objects.get()
    assert client.post(f"/follow/confirm/{asking.leave_token(follow)}/").status_code == 404


def test_confirming_another_level_takes_the_place_of_the_first(client, url):
    client.post(url)
    asked(client, level="official")
    posted()
    assert Follow.objects.confirmed().get().min == "confirmed"
    client.post(link(mail.outbox[-1], "confirm"))
    assert Follow.objects.get().min == "official"


def test_its_address_is_a_secret(client, url):
    page = client.get(url)
    assert page["Referrer-Policy"] == "same-origin" and "noindex" in page["X-Robots-Tag"]
    assert page["Cache-Control"] == "no-store, private" and CAROL not in page.content.decode()


def test_the_key_has_128_bits(at):
    follow = a_follower(show=make.a_show())
    assert len(follow.key) == 32 and follow.key != a_follower("dave@example.org", show=follow.show).key
