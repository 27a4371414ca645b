"""What the log keeps of a save: the words that changed, never a secret, nothing of what was redacted."""

import json

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from claims.assessing import judge
from claims.models import Milestone
from newsroom.lib.desk.before_after import LONGEST, forget_values, shortened
from tests import factories as make
from tests.desk_people import a_person_at_the_desk, change_url, desk_of, filled

pytestmark = pytest.mark.django_db


def values():
    parts = json.loads(LogEntry.objects.order_by("-pk")[0].change_message)
    return [tuple(one.values()) for part in parts for one in part.get("changed", {}).get("values", ())]


def saved(person, row, **typed):
    desk, url = desk_of(person), change_url(row)
    answer = desk.post(url, filled(desk.get(url)) | typed)
    assert answer.status_code == 302, answer.content.decode()
    return values()


def test_a_save_keeps_what_stood_and_what_stands(at):
    old, new = make.an_image("still-1", alt="Old still"), make.an_image("still-2", alt="New still")
    show = make.a_show(title="Élite", image=old)
    told = saved("alice", show, title="Élite 2", image=new.pk)
    assert told == [("Title", "Élite", "Élite 2"), ("Image", "Old still", "New still")]
    assert "Élite" in LogEntry.objects.get().change_message  # as words, which a search finds
    assert LogEntry.objects.get().get_change_message() == "Changed Title and Image."


def test_dates_truths_and_what_was_empty_are_said_as_a_person_reads_them(at):
    image = make.an_image(alt="A still")
    told = saved("alice", image, alt="", is_decorative="on", rights_until="2027-01-31")
    assert told == [
        ("Alt text", "A still", ""),
        ("Is decorative", "no", "yes"),
        ("Rights until", "", "2027-01-31"),
    ]


def test_a_row_within_a_row_is_told_with_its_name(at):
    milestone = make.a_release()
    judge(milestone, "rumoured", because="", evidence=[make.a_source()])
    typed = filled(desk_of("alice").get(change_url(Milestone.objects.get())))
    quote = next(name for name in typed if name.endswith("-0-quote"))
    assert saved("alice", Milestone.objects.get(), **{quote: "In late 2026."}) == [
        ("Quote", "", "In late 2026.")
    ]
    part = json.loads(LogEntry.objects.get().change_message)[0]["changed"]
    assert part["object"]


def test_roles_are_told_by_name_and_a_password_not_at_all(at):
    mona, carol = desk_of("mona"), a_person_at_the_desk("carol")
    editor = a_person_at_the_desk("alice").groups.get()
    told = saved("mona", carol, groups=[editor.pk], is_staff="on")
    assert ("Groups", "", "Editor") in told
    url = reverse("admin:auth_user_password_change", args=[carol.pk])
    sent = {
        "usable_password": "true",
        "password1": "canary-of-a-password",
        "password2": "canary-of-a-password",
    }
    assert mona.post(url, sent).status_code == 302
    assert not LogEntry.objects.filter(change_message__contains="canary").exists()
    assert not LogEntry.objects.filter(change_message__contains="pbkdf2").exists()


def test_of_a_long_text_the_words_that_changed_are_kept():
    same = "One sentence after the other. " * 40
    before, after = shortened(f"{same}late 2026 {same}\nEnd.", f"{same}early 2027 {same}\nEnd.")
    assert "late 2026" in before and "early 2027" in after and "End." not in after
    assert max(len(before), len(after)) < 200
    assert shortened("", "x" * 5000)[1] == "x" * LONGEST + " …"
    assert shortened("short", "shorter") == ("short", "shorter")
    lines = ["x" * 100, *map(str, range(300)), "y" * 100]
    both = shortened("\n".join(lines), "\n".join(["X" * 100, *lines[1:-1], "Y" * 100]))
    assert both == (f"{'x' * 100} […] {'y' * 100}", f"{'X' * 100} […] {'Y' * 100}")


def test_what_is_redacted_goes_from_the_log_too(at):
    claim = make.a_casting()
    judge(claim, "rumoured", evidence=[make.a_source()])
    show = claim.show
    saved("alice", show, title="Canary star")
    forget_values(show)
    entry = LogEntry.objects.get()
    assert "Canary" not in entry.change_message.replace(entry.object_repr, "")
    assert entry.get_change_message() == "Changed Title."
