"""A story from the front of the desk to its readers, by keyboard alone: no call to a mouse in here."""

from articles.models import Article, Author, Edition
from claims.models import Claim
from tests.factories import a_season, a_show, an_image

STORY = "/news/the-light-returns/"


def test_a_story_is_written_and_published_by_keyboard_alone(desk, alice):
    a_season(a_show("the-saltmarsh-light", title="The Saltmarsh Light"), 2)
    Author.objects.create(slug="alice-han", name="Alice Han", account=alice)
    an_image("still-1", alt="A lighthouse at dusk")
    editor = desk(alice, "Editor", "alice-edits-here")
    opens_a_new_story(editor)
    names_the_show(editor)
    writes(editor)
    links(editor)
    shows_a_picture(editor)
    marks_a_claim(editor)
    saves_and_publishes(editor)
    status, text = editor.reads(STORY)
    assert status == 200 and 'alt="A lighthouse at dusk"' in text and 'data-level="reported"' in text
    assert '<a href="https://tide.example/" rel="noopener nofollow">tide</a>' in text


def tabs_to(editor, selector, key="Tab"):
    """Press Tab until the focus is there, as somebody does who sees where it is."""
    for _ in range(150):
        if editor.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        editor.page.keyboard.press(key)
    raise AssertionError(f"{selector} is not reached by {key}")


def opens_a_new_story(editor):
    editor.go("/admin/")
    editor.page.keyboard.press("?")
    editor.page.wait_for_selector("#shortcuts[open]")
    editor.page.keyboard.press("n")
    editor.page.wait_for_selector(".ProseMirror")


def names_the_show(editor):
    tabs_to(editor, "[name=headline]")
    editor.page.keyboard.type("The Light returns")
    tabs_to(editor, ".field-shows .select2-selection, .field-shows .select2-search__field")
    editor.page.keyboard.type("Saltmarsh")
    editor.page.wait_for_selector('.select2-results__option--highlighted:has-text("The Saltmarsh Light")')
    editor.page.keyboard.press("Enter")
    tabs_to(editor, ".ProseMirror", "Shift+Tab")


def writes(editor):
    """A heading by its keys, a list by the toolbar: one stop of the Tab key, arrows within."""
    keyboard = editor.page.keyboard
    keyboard.type("What we know")
    keyboard.press("Control+Alt+2")
    keyboard.press("Enter")
    keyboard.type("One")
    presses(editor, "bullets")
    keyboard.press("Enter")
    keyboard.type("Two")
    keyboard.press("Enter")
    keyboard.press("Enter")
    keyboard.type("It comes with the tide")


def presses(editor, does):
    tabs_to(editor, ".body-toolbar button", "Shift+Tab")
    editor.page.keyboard.press("Home")
    for _ in range(20):
        if editor.page.evaluate("document.activeElement.dataset.do") == does:
            break
        editor.page.keyboard.press("ArrowRight")
    editor.page.keyboard.press("Enter")


def links(editor):
    editor.select_back("tide")
    editor.page.keyboard.press("Control+k")
    editor.page.wait_for_selector("#link-panel[open]")
    editor.page.keyboard.type("https://tide.example/")
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_selector(".ProseMirror a")
    editor.page.keyboard.press("Control+End")


def shows_a_picture(editor):
    presses(editor, "picture")
    editor.page.wait_for_selector("text=1 to choose from.")
    editor.page.keyboard.press("ArrowDown")
    editor.page.keyboard.press("Enter")
    editor.page.wait_for_selector(".ProseMirror figure img[alt='A lighthouse at dusk']")
    editor.page.keyboard.type("The light")
    editor.page.keyboard.press("Enter")
    editor.page.keyboard.type("It is due in late 2026")


def marks_a_claim(editor):
    page = editor.page
    editor.select_back("late 2026")
    page.keyboard.press("Control+Shift+M")
    page.wait_for_selector("text=No such claim yet.")
    tabs_to(editor, "#claim-panel summary")
    page.keyboard.press("Enter")
    tabs_to(editor, "#claim_when")
    page.keyboard.type("late 2026")
    tabs_to(editor, "#claim_level")
    page.keyboard.type("Reported")
    tabs_to(editor, "#claim_url")
    page.keyboard.type("https://deadline.example/light")
    tabs_to(editor, "#claim-outlet")
    page.keyboard.type("Deadline")
    tabs_to(editor, "#claim_outlet_kind")
    page.keyboard.type("Trade")
    tabs_to(editor, "#claim_title")
    page.keyboard.type("The Light is back")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ProseMirror [data-claim]")


def saves_and_publishes(editor):
    page = editor.page
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    page.wait_for_selector(".messagelist")
    claim, article = Claim.objects.get(), Article.objects.get()
    assert article.body == (
        "<h2>What we know</h2><ul><li><p>One</p></li><li><p>Two</p></li></ul>"
        '<p>It comes with the <a href="https://tide.example/" rel="noopener nofollow">tide</a></p>'
        '<figure data-picture="still-1"><figcaption>The light</figcaption></figure>'
        f'<p>It is due in <span data-claim="{claim.key}">late 2026</span></p>'
    )
    tabs_to(editor, '.object-tools a[href$="/publish/"]')
    page.keyboard.press("Enter")
    page.wait_for_selector("#verb_form")
    tabs_to(editor, "#verb_form [type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")
    assert Edition.objects.live().count() == 1
