"""What a managing editor does for somebody who can't come in."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User

from newsroom.door import second_factor
from tests.desk_people import a_person_at_the_desk, change_url, desk_of, filled
from tests.newsroom.test_lock_out import RIGHT, statuses, tries
from tests.second_factors import set_up

pytestmark = pytest.mark.django_db


def test_a_managing_editor_lifts_the_lock(at, alice):
    a_person_at_the_desk("alice")
    mona, url = desk_of("mona"), change_url(alice)
    assert b"This account is not locked" in mona.get(url.replace("change", "unlock")).content
    statuses(10)
    assert b"from 203.0.113.7 until 1 Mar 2026, 12:15 UTC" in mona.get(url).content
    page = mona.get(url.replace("change", "unlock"))
    assert mona.post(url.replace("change", "unlock"), filled(page)).status_code == 302
    assert LogEntry.objects.latest("pk").change_message == "Lift the lock: “alice” can try again at once."
    assert tries("alice", RIGHT).status_code == 302


def test_a_managing_editor_takes_off_somebodys(at, alice):
    mona, url = desk_of("mona"), change_url(alice).replace("change", "second_factor")
    assert b"has no second factor" in mona.get(url).content
    set_up(alice)
    theirs = desk_of("alice")
    assert mona.post(url, filled(mona.get(url))).status_code == 302
    assert LogEntry.objects.get().change_message.startswith("Take off the second factor: “alice” logs in")
    assert (second_factor.is_set_up(alice), theirs.get("/admin/").status_code) == (False, 302)


def test_a_managing_editor_takes_off_her_own_like_anybody(at):
    mona = desk_of("mona")
    user = User.objects.get(username="mona")
    set_up(user)
    url = change_url(user).replace("change", "second_factor")
    mona.post(url, filled(mona.get(url)))
    assert second_factor.is_set_up(user)
