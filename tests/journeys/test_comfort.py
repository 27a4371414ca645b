"""Shortcuts, a picture that is dropped, and the log, in a real browser."""

import base64
import os

import pytest
from django.contrib.admin.models import LogEntry

from images.models import Image
from tests import factories as make
from tests.desk_people import change_url
from tests.journeys.test_desk_pages import looked_over
from tests.quality import tools

pytestmark = pytest.mark.django_db(transaction=True)
DROP = """([data, name]) => {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const given = new DataTransfer();
  given.items.add(new File([bytes], name, { type: "image/png" }));
  const how = { dataTransfer: given, bubbles: true, cancelable: true };
  for (const type of ["dragover", "drop"]) document.querySelector("#content").dispatchEvent(new DragEvent(type, how));
}"""


def shot(person, name):
    """Kept where SHOTS names a folder, for whoever wants to look."""
    if folder := os.environ.get("SHOTS"):
        for theme in ("light", "dark"):
            person.page.emulate_media(color_scheme=theme)
            person.page.screenshot(path=f"{folder}/{name}-{theme}.png")


def test_a_letter_of_the_list_leads_on_and_no_key_is_taken_from_typing(desk, mona):
    person = desk(mona, "Managing editor", "mona-manages-here")
    keyboard = person.page.keyboard
    person.go("/admin/")
    keyboard.press("n")
    assert person.path == "/admin/"  # the list is not open
    keyboard.press("?")
    assert person.page.is_visible("#shortcuts")
    shot(person, "shortcuts")
    with person.page.expect_navigation():
        keyboard.press("s")
    assert person.path == "/admin/articles/article/"
    keyboard.press("?")
    keyboard.press("f")
    keyboard.type("what?")
    assert person.page.input_value("#searchbar") == "what?"
    assert not person.page.is_visible("#shortcuts")


def test_the_key_can_be_given_back(desk, mona):
    person = desk(mona, "Managing editor", "mona-manages-here")
    person.go("/admin/")
    person.page.click("[data-shortcuts] button")
    person.page.click("[data-switch]")
    person.page.keyboard.press("Escape")
    person.go("/admin/images/image/")
    person.page.keyboard.press("?")
    assert not person.page.is_visible("#shortcuts")


def test_a_show_is_saved_by_keyboard_and_the_log_tells(desk, mona):
    person, show = desk(mona, "Managing editor", "mona-manages-here"), make.a_show(title="Old")
    person.go(change_url(show))
    person.page.fill("#id_title", "New")
    with person.page.expect_navigation():
        person.page.keyboard.press("Control+s")
    assert person.path == change_url(show)
    assert LogEntry.objects.latest("pk").object_repr == "New"
    person.go("/admin/log/")
    assert "Changed Title. Title before Old after New" in person.words
    shot(person, "log")
    if not tools.missing():
        assert looked_over(person, "/admin/log/") == []


def test_a_picture_is_dropped(desk, mona):
    person = desk(mona, "Managing editor", "mona-manages-here")
    person.go("/admin/images/image/add/")
    person.page.evaluate(DROP, [base64.b64encode(make.a_picture((640, 360))).decode(), "still.png"])
    assert "“still.png” is taken" in person.words
    person.page.fill("#id_alt", "A still")
    shot(person, "drop")
    with person.page.expect_navigation():
        person.page.click("[name=_save]")
    assert Image.objects.get().alt == "A still"
