"""The log of the desk: who did what to what, with before and after, for who may read it."""

import re

import pytest
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories as make
from tests.desk_people import a_person_at_the_desk, change_url, desk_of, filled

pytestmark = pytest.mark.django_db
LOG = "/admin/log/"


def log(person, row, flag=CHANGE, message="Publish: it is live."):
    user = a_person_at_the_desk(person)
    return LogEntry.objects.log_actions(user.pk, [row], flag, message, single_object=True)


def lines(**asked):
    """What each line of the page says, as a person reads it."""
    page = desk_of("mona").get(LOG, asked)
    assert page.status_code == 200
    rows = re.findall(r"<tr><th.*?</tr>|<tr><td.*?</tr>", page.content.decode(), re.S)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def test_it_says_who_did_what_to_what_and_when_with_before_and_after(at):
    show, alice = make.a_show(title="Old"), desk_of("alice")
    alice.post(change_url(show), filled(alice.get(change_url(show))) | {"title": "New"})
    at.forward(hours=1)
    show.refresh_from_db()
    log("bob", show)
    assert lines() == [
        "1 Mar 2026, 13:00 UTC bob Show: New Publish: it is live.",
        "1 Mar 2026, 12:00 UTC alice Show: New Changed Title. Title before Old after New",
    ]


def test_a_line_leads_to_its_row_unless_that_is_gone(at):
    show, person = make.a_show(), make.a_person()
    log("alice", show), log("alice", person, DELETION, "")
    page = desk_of("mona").get(LOG).content.decode()
    assert f'<a href="{change_url(show)}">' in page and f'href="{change_url(person)}"' not in page
    assert "Deleted." in page


def test_a_line_leads_only_where_one_may_look(at):
    show, mona = make.a_show(), desk_of("mona")
    log("alice", show)
    user = a_person_at_the_desk("mona")
    right = user.groups.get().permissions.get(codename="view_logentry")
    user.groups.clear()
    user.user_permissions.add(right)
    page = mona.get(LOG).content.decode()
    assert "All Of Us Are Dead" in page and change_url(show) not in page


def test_it_is_filtered_by_person_kind_act_day_and_words(at):
    show, person = make.a_show(), make.a_person()
    log("alice", show, message="Withdraw: taken back.")
    at.forward(days=1)
    log("bob", person, ADDITION, '[{"added": {}}]')
    first, second = "Show: All Of Us Are Dead", "Person: Lomon"
    asked = [
        {"user__id__exact": a_person_at_the_desk("bob").pk},
        {"kind": str(LogEntry.objects.get(action_flag=CHANGE).content_type_id)},
        {"action_flag__exact": ADDITION},
        {"action_time__year": 2026, "action_time__month": 3, "action_time__day": 1},
        {"q": "taken back"},
        {"q": "lomon"},
        {"q": "bob"},
    ]
    found = [lines(**one) for one in asked]
    assert [len(one) for one in found] == [1] * 7
    wanted = [second, first, second, first, first, second, second]
    assert [name in one[0] for name, one in zip(wanted, found, strict=True)] == [True] * 7


def test_what_people_typed_is_inert(at):
    message = (
        '[{"changed": {"fields": ["x"], "values": [{"field": "<b>", "before": "<i>", "after": "<script>"}]}}]'
    )
    log("alice", make.a_show(title="<script>"), message=message)
    log("alice", make.a_show("odd"), message="[no json")
    page = desk_of("mona").get(LOG).content.decode()
    assert "<script>" not in page and "&lt;script&gt;" in page and "[no json" in page


def test_nobody_writes_in_it(at):
    entry, mona = log("alice", make.a_show()), desk_of("mona")
    sent = {"action": "delete_selected", "_selected_action": [entry.pk], "post": "yes"}
    mona.post(LOG, sent)
    assert list(LogEntry.objects.all()) == [entry]
    for page in ("add/", f"{entry.pk}/change/", f"{entry.pk}/delete/"):
        assert mona.get(f"/admin/admin/logentry/{page}").status_code == 404
    assert desk_of("alice").get(LOG).status_code == 403


def queries(**asked):
    with CaptureQueriesContext(connection) as captured:
        lines(**asked)
    return len(captured)


def test_it_takes_as_many_queries_for_forty_lines_as_for_one(at, monkeypatch):
    log("alice", make.a_show())
    lines()
    few = queries()
    for number in range(40):
        log(("alice", "bob", "mona")[number % 3], make.a_person(f"person-{number}"))
    assert queries() == few
    monkeypatch.setattr("newsroom.audit_log.MOST", 7)
    assert "7 log entries" in desk_of("mona").get(LOG).content.decode()
