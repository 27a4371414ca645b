"""The browser dies, the session ends, the server is away: the words are there."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from articles.models import Article, Sitting
from tests.factories import a_show, a_story
from tests.journeys.conftest import CHROMIUM
from tests.journeys.person import Person
from tests.journeys.test_desk_pages import looked_over
from tests.quality import tools

UNSAVED = "**/unsaved/"
# What axe-core finds in the rest of the form: the body's toolbar, inlines, autocompletes.
NOT_OURS = ("[data-do=", "-DELETE", "select2")


@pytest.fixture
def article(desk):
    a_show("the-saltmarsh-light")
    return a_story("the-date", body="<p>Old words.</p>")


@pytest.fixture
def alice_writes(desk, article, alice):
    person = desk(alice, "Editor", "alice-edits-here")
    person.go(form_of(article))
    return person


def form_of(article):
    return f"/admin/articles/article/{article.pk}/change/"


def told(person, part):
    return person.page.locator(f"#autosave [data-{part}]")


def is_kept(person):
    expect(told(person, "saved")).to_contain_text("Saved 12:0", timeout=10_000)


def test_a_browser_that_is_killed_mid_sentence_costs_nothing(
    alice_writes, article, playwright, tmp_path, alice
):
    alice_writes.write(" The window is late 20")
    is_kept(alice_writes)
    alice_writes.leave()
    assert Article.objects.get().body == "<p>Old words.</p>"

    again = Person(playwright, CHROMIUM, tmp_path / "alice", alice_writes.site)
    again.go("/admin/")
    if again.page.locator("#id_username").count():
        again.log_in("alice", "alice-edits-here")
    again.go(form_of(article))
    assert "that were never saved" in again.page.inner_text("#unsaved")
    again.page.click("text=Take them up")
    assert again.page.inner_text(".ProseMirror") == "Old words. The window is late 20"
    again.write("26.")
    again.save()
    assert Article.objects.get().body == "<p>Old words. The window is late 2026.</p>"
    again.go(form_of(article))
    assert again.page.locator("#unsaved").is_hidden()
    again.leave()
    assert again.complaints == []


def test_a_new_story_is_found_again(desk, alice):
    person = desk(alice, "Editor", "alice-edits-here")
    person.go("/admin/articles/article/add/")
    person.write("A beginning.")
    is_kept(person)
    person.go("/admin/")
    person.go("/admin/articles/article/add/")
    person.page.click("text=Take them up")
    assert person.page.inner_text(".ProseMirror") == "A beginning."
    assert not Article.objects.exists()


def test_a_session_that_ends_while_typing_keeps_the_words(alice_writes, article):
    Session.objects.all().delete()
    alice_writes.write(" Alice’s words.")
    expect(told(alice_writes, "told")).to_contain_text("You were logged out", timeout=15_000)
    alice_writes.page.click("[name=_save]")
    expect(told(alice_writes, "told")).to_contain_text("Nothing was saved.", timeout=15_000)
    with alice_writes.context.expect_page() as opened:
        alice_writes.page.click("text=Log in in another tab")
    door = opened.value
    door.fill("#id_username", "alice")
    door.fill("#id_password", "alice-edits-here")
    door.press("#id_password", "Enter")
    door.wait_for_selector("#user-tools")
    is_kept(alice_writes)
    alice_writes.save()
    assert Article.objects.get().body == "<p>Old words. Alice’s words.</p>"


def test_words_typed_while_the_server_is_away_are_sent_once_it_is_back(alice_writes, article):
    page = alice_writes.page
    page.route(UNSAVED, lambda route: route.abort())
    alice_writes.write(" Typed in a tunnel.")
    expect(told(alice_writes, "told")).to_contain_text("The server does not answer", timeout=15_000)
    page.click("[name=_save]")
    expect(told(alice_writes, "told")).to_contain_text("Nothing was saved.", timeout=15_000)
    assert not Sitting.objects.with_words().exists()
    page.unroute(UNSAVED)
    is_kept(alice_writes)
    assert "Typed in a tunnel." in Sitting.objects.with_words().get().words


def test_what_only_the_browser_has_is_found_after_it_died(alice_writes, article):
    page = alice_writes.page
    page.route(UNSAVED, lambda route: route.abort())
    alice_writes.write(" Typed in a tunnel.")
    expect(told(alice_writes, "told")).to_contain_text("The server does not answer", timeout=15_000)
    expect(told(alice_writes, "saved")).to_contain_text("Kept in this browser", timeout=15_000)
    other = alice_writes.context.new_page()
    page.close()
    other.goto(alice_writes.site + form_of(article))
    other.click("text=Take them up")
    assert other.inner_text(".ProseMirror") == "Old words. Typed in a tunnel."


def test_a_paste_of_five_megabytes_is_refused_in_words_and_stays(alice_writes, article):
    page = alice_writes.page
    page.evaluate("document.querySelector('[name=standfirst]').value = 'words '.repeat(900000)")
    page.press("[name=standfirst]", "End")
    page.keyboard.type("!")
    expect(told(alice_writes, "told")).to_contain_text("longer than a story can be", timeout=20_000)
    assert not Sitting.objects.with_words().exists()
    other = alice_writes.context.new_page()
    other.goto(alice_writes.site + form_of(article))
    other.click("text=Take them up")
    other.wait_for_selector(".autosave-note")
    assert other.evaluate("document.querySelector('[name=standfirst]').value.length") == 5_400_001


def test_leaving_with_unsaved_words_asks_first(alice_writes, article):
    asked = []
    page = alice_writes.page
    alice_writes.write(" Words.")
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    alice_writes.go("/admin/")
    assert asked == ["beforeunload"]
    alice_writes.go(form_of(article))
    alice_writes.go("/admin/")
    assert asked == ["beforeunload"]


def test_two_editors_see_each_other_and_the_second_is_told(alice_writes, article, desk, mona):
    second = desk(mona, "Managing editor", "mona-manages-here")
    second.go(form_of(article))
    expect(told(second, "others")).to_have_text("alice has had this story open since 12:00.", timeout=15_000)
    second.write(" Mona’s words.")
    expect(told(alice_writes, "others")).to_contain_text("mona has had this story open", timeout=15_000)
    expect(told(alice_writes, "others")).to_contain_text("and is typing", timeout=15_000)
    second.save()
    expect(told(alice_writes, "moved")).to_contain_text("The story was saved by mona", timeout=15_000)
    second.go("/admin/")
    expect(told(alice_writes, "others")).to_have_text("", timeout=15_000)


def test_words_found_again_and_both_versions_are_readable_by_everybody(alice_writes, article):
    alice_writes.page.fill("[name=kicker]", "Mine")
    is_kept(alice_writes)
    Article.objects.update(kicker="Theirs")
    alice_writes.go(form_of(article))
    key = Sitting.objects.with_words().get().key
    pages = [form_of(article), f"{form_of(article)}?take_up={key}"]
    alice_writes.go(pages[1])
    assert alice_writes.page.locator("[name=_choose]").is_visible()
    if reason := tools.missing():
        pytest.skip(f"axe-core did not look: {reason}")
    found = [fault for path in pages for fault in looked_over(alice_writes, path)]
    assert [fault for fault in found if not any(part in fault for part in NOT_OURS)] == []
