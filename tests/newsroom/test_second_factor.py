"""The second factor: set up on a page of one's own, asked at every login, a code good once."""

import re

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from newsroom.door import second_factor
from tests.desk_people import a_person_at_the_desk, desk_of
from tests.newsroom.test_lock_out import LOGIN, RIGHT, told, tries
from tests.second_factors import PAGE, offered, set_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(at, alice):
    """Alice's browser, logged in with her password."""
    a_person_at_the_desk("alice")
    client = Client()
    client.post(LOGIN, {"username": "alice", "password": RIGHT})
    return client


def rows_of_factors():
    return [model.objects.count() for model in (TOTPDevice, StaticDevice, StaticToken)]


def test_looking_at_the_page_writes_nothing(desk):
    with CaptureQueriesContext(connection) as captured:
        desk.get(PAGE)
    verbs = {query["sql"].split()[0] for query in captured if "django_session" not in query["sql"]}
    assert (verbs - {"SAVEPOINT", "RELEASE", "BEGIN"}, rows_of_factors()) == ({"SELECT"}, [0, 0, 0])


def test_it_is_set_up_by_password_and_code(desk, alice):
    signed, phone = offered(desk.get(PAGE))
    for password, code in [("wrong", phone.code()), (RIGHT, "000000"), (RIGHT, ""), ("", phone.code())]:
        again = desk.post(PAGE, {"offer": signed, "password": password, "code": code})
        assert offered(again)[1].key == phone.key  # a slip of the finger asks for no new scan
    assert rows_of_factors() == [0, 0, 0]
    page = desk.post(PAGE, {"offer": signed, "password": RIGHT, "code": phone.code()}).content.decode()
    codes = re.findall(r"<code>([\w-]{19})</code>", page)
    assert (len(set(codes)), rows_of_factors()) == (10, [1, 1, 10])
    assert {*StaticToken.objects.values_list("token", flat=True)} & {*codes} == set()
    assert codes[0] not in desk.get(PAGE).content.decode()
    assert LogEntry.objects.latest("pk").change_message == "Second factor set up."


def test_an_offer_is_of_one_person_and_one_hour(at, alice, bob):
    offer = second_factor.offer(alice)
    assert second_factor.offer(alice, offer.signed).key == offer.key
    assert second_factor.offer(bob, offer.signed).key != offer.key
    assert second_factor.offer(alice, offer.signed[:-1] + "x").key != offer.key
    at.forward(minutes=61)
    assert second_factor.offer(alice, offer.signed).key != offer.key


def test_a_login_needs_the_code_and_says_no_word_of_it(at, alice):
    phone, _ = set_up(alice)
    at.forward(seconds=30)
    wrong = tries("alice", "wrong")
    assert [told(tries("alice", RIGHT, code=code)) for code in ("", "000000", "é", "١٢٣٤٥٦")] == [
        told(wrong)
    ] * 4
    at.forward(minutes=1)  # codes are throttled: a wrong one makes the next wait
    code = phone.code()
    assert [tries("alice", "wrong", code=code).status_code, tries("alice", RIGHT, code=code).status_code] == [
        200,
        302,
    ]


def test_a_code_is_good_once(at, alice):
    phone, _ = set_up(alice)
    assert tries("alice", RIGHT, code=phone.code()).status_code == 200  # it was used to set up
    at.forward(seconds=60)
    code = phone.code()
    assert [tries("alice", RIGHT, code=code).status_code for _ in range(2)] == [302, 200]
    at.forward(seconds=30)
    assert tries("alice", RIGHT, code=f"{phone.code()[:3]} {phone.code()[3:]}").status_code == 302


@pytest.mark.parametrize(("later", "status"), [(-2, 200), (-1, 302), (0, 302), (1, 302), (2, 200)])
def test_a_phone_may_be_half_a_minute_off(at, alice, later, status):
    phone, _ = set_up(alice)
    at.forward(minutes=5)
    assert tries("alice", RIGHT, code=phone.code(later)).status_code == status


def test_a_recovery_code_lets_in_once(at, alice, caplog):
    caplog.set_level("INFO", logger="newsroom.door")
    codes = set_up(alice)[1]
    typed = codes[0].upper().replace("-", " ")
    assert [tries("alice", RIGHT, code=typed).status_code for _ in range(2)] == [302, 200]
    assert second_factor.codes_left(alice) == 9
    assert caplog.messages == ["recovery code used, 9 left: account 'alice'"]
    assert tries("alice", "wrong", code=codes[1]).status_code == 200
    assert second_factor.codes_left(alice) == 9


def test_wrong_codes_count_towards_the_lock(at, alice):
    phone, _ = set_up(alice)
    assert [tries("alice", RIGHT, code="000000").status_code for _ in range(10)] == [200] * 9 + [429]
    at.forward(minutes=14)
    assert tries("alice", RIGHT, code=phone.code()).status_code == 429


def test_wrong_proof_on_the_page_counts_too(desk):
    for _ in range(9):
        assert desk.post(PAGE, {"password": "wrong", "code": "000000"}).status_code == 200
    assert desk.post(PAGE, {"password": "wrong", "code": "000000"}).status_code == 429


def test_it_is_taken_off_with_password_and_code(desk, alice, at):
    phone, codes = set_up(alice)
    at.forward(minutes=1)
    for password, code in [(RIGHT, ""), (RIGHT, "000000"), ("wrong", phone.code())]:
        desk.post(PAGE, {"do": "off", "password": password, "code": code})
        assert rows_of_factors() == [1, 1, 10]
    at.forward(minutes=1)
    desk.post(PAGE, {"do": "codes", "password": RIGHT, "code": phone.code()})
    assert not second_factor.accepts(alice, codes[0])  # those before are worthless
    at.forward(minutes=1)
    assert desk.post(PAGE, {"do": "off", "password": RIGHT, "code": phone.code()}).status_code == 302
    assert rows_of_factors() == [0, 0, 0]
    assert tries("alice", RIGHT).status_code == 302


def test_setting_up_puts_the_other_browsers_out(desk, alice):
    other = desk_of("alice")
    signed, phone = offered(desk.get(PAGE))
    desk.post(PAGE, {"offer": signed, "password": RIGHT, "code": phone.code()})
    assert [one.get("/admin/").status_code for one in (desk, other)] == [200, 302]


def test_a_page_left_open_sets_up_nothing_a_second_time(desk, alice):
    signed, phone = offered(desk.get(PAGE))
    set_up(alice)
    key = TOTPDevice.objects.get().key
    desk.post(PAGE, {"offer": signed, "password": RIGHT, "code": phone.code()})
    assert TOTPDevice.objects.get().key == key


def test_it_is_offered_until_it_is_there(desk, alice):
    assert b"Set up a second factor" in desk.get("/admin/").content
    signed, phone = offered(desk.get(PAGE))
    desk.post(PAGE, {"offer": signed, "password": RIGHT, "code": phone.code()})
    assert b"Set up a second factor" not in desk.get("/admin/").content


def test_where_it_is_asked_nothing_else_opens(settings, desk, alice):
    settings.REQUIRE_SECOND_FACTOR = True
    shut = [
        "/admin/",
        "/admin/articles/article/add/",
        "/admin/password_change/",
        "/admin/style/",
        "/admin/nowhere/",
    ]
    assert [desk.get(path).headers.get("Location") for path in shut] == [PAGE] * 5
    assert desk.post("/admin/articles/article/add/", {"headline": "x"}).headers["Location"] == PAGE
    page = desk.get(PAGE)
    assert b"asks everybody at the desk" in page.content and b"nav-sidebar" not in page.content
    signed, phone = offered(page)
    desk.post(PAGE, {"offer": signed, "password": RIGHT, "code": phone.code()})
    assert desk.get("/admin/").status_code == 200


def test_where_it_is_asked_a_session_without_the_code_is_no_session(settings, at, alice):
    settings.REQUIRE_SECOND_FACTOR = True
    client = desk_of("alice")
    set_up(alice)
    assert client.get("/admin/").headers["Location"].startswith(LOGIN)


def test_no_page_of_the_desk_shows_keys():
    shown = {model._meta.app_label for model in admin.site._registry}
    assert shown & {"otp_totp", "otp_static", "door"} == set()
