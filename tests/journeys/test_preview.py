"""The preview follows the typing and saves nothing; a shared link opens for a stranger until it is revoked."""

from urllib.parse import urlsplit

from articles.models import Article
from tests.factories import a_release, a_show, a_story
from tests.journeys.conftest import CHROMIUM
from tests.journeys.person import ARGUMENTS
from tests.newsstand import held


def preview(person):
    return person.page.frame_locator("#preview-pane iframe")


def sees(person, words):
    preview(person).locator(f"main:has-text('{words}')").wait_for()


def test_the_preview_follows_the_typing_and_saves_nothing(desk, alice):
    claim = held(a_release(key="c-window"))
    article = a_story("the-date", headline="The date", claims=[claim], leads=[claim])
    a_show("the-saltmarsh-light")
    person = desk(alice, "Editor", "alice-edits-here")
    person.go(f"/admin/articles/article/{article.pk}/change/")
    person.page.click("a[data-preview-toggle]")
    sees(person, "The date")
    person.page.fill("[name=headline]", "A typed headline")
    sees(person, "A typed headline")
    person.write(" Typed words.")
    sees(person, "Typed words.")
    person.choose("shows", "The Saltmarsh")
    sees(person, "The Saltmarsh Light")
    assert preview(person).locator(".body .badge").count() == 1
    assert Article.objects.get().headline == "The date"

    widths = []
    for width in ("390", "1280"):
        person.page.click(f"[data-width='{width}']")
        widths.append(person.page.eval_on_selector("#preview-pane iframe", "(frame) => frame.clientWidth"))
    assert widths == [390, 1280]
    with person.page.expect_popup() as popup:
        preview(person).locator(".brand a").click()
    assert (
        popup.value.url == f"{person.site}/"
        and person.path == f"/admin/articles/article/{article.pk}/change/"
    )

    person.save()
    sees(person, "A typed headline")  # it stays open over a save
    person.page.click("[data-preview-close]")
    assert person.page.locator("#preview-pane").is_hidden()


def test_a_story_is_previewed_before_it_is_saved_at_all(desk, bob):
    person = desk(bob, "Writer", "bob-reports-here")
    person.go("/admin/articles/article/add/")
    person.page.fill("[name=headline]", "Nobody has saved this")
    person.page.click("button[data-preview-toggle]")
    sees(person, "Nobody has saved this")
    assert not Article.objects.exists()


def test_a_shared_link_opens_in_a_strangers_browser_until_it_is_revoked(desk, alice, playwright):
    article = a_story("the-date", headline="Not yet out")
    person = desk(alice, "Editor", "alice-edits-here")
    person.go(f"/admin/articles/article/{article.pk}/change/")
    person.page.click(".object-tools a[href$='/share/']")
    person.page.fill("[name=made_for]", "Ms Kim")
    person.page.click("#verb_form [type=submit]")
    path = urlsplit(person.page.input_value("#shared-link")).path

    stranger = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    page = stranger.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    assert page.goto(person.site + path).status == 200
    assert page.inner_text("h1") == "Not yet out"
    assert (page.context.cookies(), complaints) == ([], [])
    person.page.click("button[name=revoke]")
    person.page.wait_for_selector(".messagelist")
    assert "The link for Ms Kim is revoked" in person.words
    assert page.reload().status == 404
    assert "Not yet out" not in page.inner_text("body")
    stranger.close()
