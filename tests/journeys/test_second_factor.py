"""Alice sets up a second factor with her phone, and comes in with it the next day."""

import pytest

from tests.journeys.test_desk_pages import looked_over
from tests.quality import tools
from tests.second_factors import PAGE, Phone, phone_of


@pytest.mark.django_db(transaction=True)
def test_alice_sets_up_a_second_factor_and_logs_in_with_it(desk, alice, ticking):
    person = desk(alice, "Editor", "alice-edits-here")
    page = person.page
    person.go("/admin/")
    page.click("text=Set up a second factor")
    nothing_to_mend(person, PAGE)
    phone = Phone.typed_in(page.inner_text(".key"))
    page.fill("#id_password", "alice-edits-here")
    page.fill("#id_code", phone.code())
    page.keyboard.press("Enter")
    page.wait_for_selector(".recovery-codes")
    recovery = page.locator(".recovery-codes code").all_inner_texts()
    assert (len(recovery), phone.key) == (10, phone_of(alice).key)
    page.click("text=I have written them down")
    assert "Set up a second factor" not in person.words
    page.click("#logout-form button")
    nothing_to_mend(person, "/admin/login/")
    ticking.forward(hours=20)
    she_is_told_nothing_more_without_the_code(person)
    she_comes_in(person, phone.code())
    page.click("#logout-form button")
    she_comes_in(person, recovery[0])
    person.go(PAGE)
    assert "9 recovery codes are left" in person.words
    nothing_to_mend(person, PAGE)


def nothing_to_mend(person, path):
    if not tools.missing():
        assert looked_over(person, path) == []


def she_is_told_nothing_more_without_the_code(person):
    person.go("/admin/")
    for password in ("wrong", "alice-edits-here"):
        person.page.fill("#id_username", "alice")
        person.page.fill("#id_password", password)
        person.page.keyboard.press("Enter")
        person.page.wait_for_selector(".errornote")
        assert "These don't go together" in person.words


def she_comes_in(person, code):
    person.go("/admin/")
    person.page.fill("#id_username", "alice")
    person.page.fill("#id_password", "alice-edits-here")
    person.page.fill("#id_code", code)
    person.page.keyboard.press("Enter")
    person.page.wait_for_selector("#user-tools")
