"""A session ends by itself, at logout, with another password, and the moment its person is let in no more."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.desk_people import a_person_at_the_desk, change_url, desk_of, filled
from tests.newsroom.desk_world import a_world
from tests.newsroom.test_lock_out import LOGIN, RIGHT
from tests.newsroom.test_roles import address, routes

pytestmark = pytest.mark.django_db
NEW = "a-longer-one-than-before"


def logged_in(client=None, **more):
    client = client or Client()
    answer = client.post(LOGIN, {"username": "alice", "password": RIGHT, **more})
    assert answer.status_code == 302
    return client


def is_in(client):
    return client.get("/admin/").status_code == 200


@pytest.fixture
def desk(at, alice):
    a_person_at_the_desk("alice")
    return logged_in()


def test_it_ends_after_twelve_hours_without_a_request(desk, at):
    at.forward(hours=11, minutes=59)
    assert is_in(desk)
    at.forward(hours=11, minutes=59)
    assert is_in(desk)
    at.forward(hours=12, seconds=1)
    assert not is_in(desk)


def test_it_ends_after_seven_days_however_busy(desk, at):
    for _ in range(15):
        at.forward(hours=11)
        assert is_in(desk)
    at.forward(hours=3)
    assert not is_in(desk)
    assert Session.objects.count() == 0


def test_what_a_page_asks_in_the_background_ends_with_it_too(desk, at):
    for _ in range(15):
        at.forward(hours=11)
        desk.get("/admin/")
    at.forward(hours=3)
    assert desk.get("/admin/", headers={"Sec-Fetch-Dest": "empty"}).status_code == 302
    assert not is_in(desk)


def test_its_key_is_new_with_each_login(desk):
    before = desk.session.session_key
    logged_in(desk)
    assert desk.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_it_dies_at_logout(desk):
    stolen = Client()
    stolen.cookies["sessionid"] = desk.cookies["sessionid"].value
    assert is_in(stolen)
    assert desk.get("/admin/logout/").status_code == 405
    desk.post("/admin/logout/")
    assert [is_in(desk), is_in(stolen)] == [False, False]


def test_another_password_ends_the_other_browsers(desk, alice):
    other = logged_in()
    typed = {"old_password": RIGHT, "new_password1": NEW, "new_password2": NEW}
    assert desk.post("/admin/password_change/", typed).status_code == 302
    assert [is_in(desk), is_in(other)] == [True, False]


def test_a_password_has_twelve_letters_and_the_page_says_so(desk):
    typed = {"old_password": RIGHT, "new_password1": "mn4-xq7-rt9", "new_password2": "mn4-xq7-rt9"}
    page = desk.post("/admin/password_change/", typed).content.decode()
    assert "It must contain at least 12 characters." in page
    assert is_in(logged_in())


def test_guessing_the_old_password_locks(desk):
    typed = {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW}
    asked = [desk.post("/admin/password_change/", typed).status_code for _ in range(10)]
    assert asked == [200] * 9 + [429]
    right = desk.post("/admin/password_change/", typed | {"old_password": RIGHT})
    assert (right.status_code, is_in(desk)) == (429, True)


@pytest.mark.parametrize("mark", ["is_active", "is_staff"])
def test_who_is_let_in_no_more_is_out_at_once_and_stays_out(desk, alice, mark):
    mona, url = desk_of("mona"), change_url(alice)
    typed = filled(mona.get(url))
    typed.pop(mark)
    assert mona.post(url, typed).status_code == 302
    alice.refresh_from_db()
    setattr(alice, mark, True)
    alice.save()
    assert not is_in(desk)
    assert [row.get_decoded()["_auth_user_id"] for row in Session.objects.all()] == [
        mona.session["_auth_user_id"]
    ]


@pytest.mark.parametrize("mark", ["is_active", "is_staff"])
def test_so_it_is_where_the_desk_was_passed_by(desk, alice, mark):
    setattr(alice, mark, False)
    alice.save()
    assert not is_in(desk)
    setattr(alice, mark, True)
    alice.save()
    assert not is_in(desk)


def test_its_cookies_are_the_desks_and_no_scripts(desk, settings):
    desk.get("/admin/password_change/")
    marks = ("path", "httponly", "samesite", "secure")
    wanted = dict.fromkeys(("sessionid", "csrftoken"), ("/admin/", True, "Lax", True))
    assert {name: tuple(one[mark] for mark in marks) for name, one in desk.cookies.items()} == wanted


@pytest.mark.parametrize(
    "naughty",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http:evil.example",
        "https:/evil.example",
        "javascript:alert(1)",
        "//testserver@evil.example/",
        "https://testserver.evil.example/",
        "\t//evil.example",
        "/\t/evil.example",
        "\x00//evil.example",
        "https://[::1",
        "ftp://testserver/",
    ],
)
def test_the_way_on_never_leads_off_the_site(at, alice, naughty):
    sent = {"username": "alice", "password": RIGHT}
    ways = [
        Client().post(LOGIN, {**sent, "next": naughty}),
        Client().post(LOGIN, sent, query_params={"next": naughty}),
    ]
    a_person_at_the_desk("alice")
    out = logged_in().post("/admin/logout/", {"next": naughty})
    assert [way.headers.get("Location") for way in (*ways, out)] == ["/admin/", "/admin/", None]


def test_the_way_on_leads_back_to_what_was_asked(at, alice):
    way = Client().post(LOGIN, {"username": "alice", "password": RIGHT, "next": "/admin/shows/show/?q=a"})
    assert way.headers["Location"] == "/admin/shows/show/?q=a"


def test_no_post_at_the_desk_does_anything_without_its_token(at):
    world = a_world()
    mona = Client(enforce_csrf_checks=True)
    mona.force_login(a_person_at_the_desk("mona"))
    anybody = Client(enforce_csrf_checks=True)
    urls = [address(name, arguments, world) for name, arguments in routes()]
    for client, url in [*((mona, url) for url in urls), (anybody, LOGIN)]:
        page = client.post(url, {"body": "Words of an evening"})
        assert (url, page.status_code) == (url, 403)
        assert "That form has gone stale" in page.content.decode()
        assert "Words of an evening</textarea>" in page.content.decode()


def test_a_stale_form_gives_back_words_and_no_secrets(at):
    sent = {
        "headline": "Two <b>words</b>",
        "password": "not to be shown",
        "new_password1": "nor this one here",
    }
    sent |= {"code": "one two three", "csrfmiddlewaretoken": "a b", "offer": "c d e", "state": "draft"}
    page = Client(enforce_csrf_checks=True).post(reverse("admin:articles_article_add"), sent).content.decode()
    assert "Two &lt;b&gt;words&lt;/b&gt;</textarea>" in page
    assert page.count("<textarea") == 1
