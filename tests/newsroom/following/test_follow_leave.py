"""Leaving is a button behind the mailed link, or one click of the mail program; the address goes with it."""

import pytest
from django.core import mail

from newsroom.following import asking
from newsroom.following.models import Follow
from newsroom.outbox.models import Dispatch
from tests import factories as make
from tests.newsroom.following.readers import CAROL, a_follower, asked, posted
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(at):
    follow = a_follower(season=make.a_season())
    return f"/follow/leave/{asking.leave_token(follow)}/"


def test_looking_changes_nothing_and_the_button_leaves(client, url):
    assert "Stop these mails" in words(client.get(url))
    assert Follow.objects.count() == 1
    page = client.post(url)
    assert "No mail comes any more, and your address has been deleted here." in words(page)
    assert not Follow.objects.exists()
    for page in (client.get(url), client.post(url)):
        assert page.status_code == 410 and "Signed off" in words(page)


def test_a_mail_program_presses_the_button(client, url):
    """RFC 8058: a POST without cookies, from wherever it runs."""
    page = client.post(url, {"List-Unsubscribe": "One-Click"}, headers={"Origin": "https://mail.example"})
    assert page.status_code == 200 and not Follow.objects.exists()


def test_a_form_on_another_site_does_not(client, url):
    assert client.post(url, headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post(url, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert Follow.objects.count() == 1


def test_the_link_never_expires(client, at, url):
    at.forward(days=4000)
    assert client.post(url).status_code == 200


def test_what_was_about_to_be_sent_goes_with_it(client, at):
    held(make.a_release())
    asked(client)
    assert Dispatch.objects.count() == 1
    client.post(f"/follow/leave/{asking.leave_token(Follow.objects.get())}/")
    posted()
    assert mail.outbox == [] and not Dispatch.objects.exists()
    asked(client)
    posted()
    assert [letter.to for letter in mail.outbox] == [[CAROL]]


def test_its_page_is_never_stored_and_names_no_address(client, url):
    page = client.get(url)
    assert page["Cache-Control"] == "no-store, private" and CAROL not in page.content.decode()
