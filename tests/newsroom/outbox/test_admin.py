"""The outbox and the webhooks on the desk, which are a managing editor's."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from newsroom.outbox.carrying import Hopeless
from newsroom.outbox.models import Dispatch, WebHook
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled
from tests.newsroom.following.readers import CAROL, a_follower, posted
from tests.newsroom.outbox.post_office import Pigeon, drained
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db
LIST = "/admin/outbox/dispatch/"
HOOKS = "/admin/outbox/webhook/"


@pytest.fixture
def mona(at):
    return desk_of("mona")


@pytest.fixture
def given_up(at):
    on_sale(headline="It comes in late 2026")
    pigeon = Pigeon(failing={"tower": Hopeless("answered 410")})
    drained(pigeon)
    return Dispatch.objects.get()


def test_what_was_given_up_is_seen_and_tried_again(mona, given_up):
    assert "It comes in late 2026: went live Given up" in words(mona.get(f"{LIST}?state__exact=given_up"))
    page = mona.get(change_url(given_up))
    assert "answered 410" in words(page) and "Try again" in words(page)
    url = reverse("admin:outbox_dispatch_try_again", args=[given_up.pk])
    assert mona.post(url, filled(mona.get(url))).status_code == 302
    given_up.refresh_from_db()
    assert (given_up.state, given_up.tries) == ("waiting", 0)
    assert LogEntry.objects.get().change_message == "Try again: It will be tried again."
    assert "Only what was given up is tried again by hand." in words(mona.get(url))


def test_many_are_tried_again_at_once(mona, given_up):
    page = mona.post(LIST, {"action": "try_again", "_selected_action": [given_up.pk]}, follow=True)
    assert "1 of them will be tried again." in words(page)
    assert not Dispatch.objects.given_up().exists() and LogEntry.objects.count() == 1


def test_no_readers_address_is_on_the_desk(mona, settings):
    settings.MAIL_IS_SET_UP = True
    a_follower(show=make.a_show())
    held(make.a_release(make.a_season()), "official")
    posted()
    row = Dispatch.objects.get()
    for page in (mona.get(LIST), mona.get(change_url(row))):
        assert "a reader who follows" in words(page)
        assert CAROL not in page.content.decode()


def test_a_webhook_is_made_and_its_secret_shown_once(mona):
    form = filled(mona.get(f"{HOOKS}add/")) | {"name": "Carol’s", "url": "https://hook.example/"}
    page = mona.post(f"{HOOKS}add/", form, follow=True)
    hook = WebHook.objects.get()
    assert hook.secret in words(page) and len(hook.secret) == 43
    for page in (
        mona.get(change_url(hook)),
        mona.get(HOOKS),
        mona.get("/admin/log/"),
        mona.get(f"{HOOKS}{hook.pk}/history/"),
    ):
        assert hook.secret not in page.content.decode()


def test_a_new_secret_takes_the_place_of_the_old(mona):
    hook = WebHook.objects.create(name="Carol’s", url="https://hook.example/")
    url = reverse("admin:outbox_webhook_new_secret", args=[hook.pk])
    page = mona.post(url, filled(mona.get(url)), follow=True)
    before, hook = hook.secret, WebHook.objects.get()
    assert hook.secret != before and hook.secret in words(page)
    assert hook.secret not in str(LogEntry.objects.values()) and LogEntry.objects.count() == 1


def test_a_webhook_into_a_private_network_is_refused_in_words(mona):
    form = filled(mona.get(f"{HOOKS}add/")) | {"name": "Carol’s", "url": "http://169.254.169.254/"}
    page = mona.post(f"{HOOKS}add/", form)
    assert "This address lies within a private network" in words(page) and not WebHook.objects.exists()


def test_its_latest_deliveries_stand_on_its_page(mona):
    hook = WebHook.objects.create(name="Carol’s", url="https://hook.example/")
    on_sale()
    pigeon = Pigeon(hook.key, failing={hook.key: Hopeless("answered 410: it wants no more")})
    pigeon.name = "webhook"
    drained(pigeon)
    assert "1 Mar 2026, 12:00 UTC: Given up (answered 410: it wants no more)" in words(
        mona.get(change_url(hook))
    )
    assert re.search("Carol’s.*Given up, answered 410", words(mona.get(HOOKS)))
