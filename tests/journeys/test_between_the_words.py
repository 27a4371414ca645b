"""Pictures, trailers and live blocks, put between the words without leaving the page."""

from articles.models import Article, Edition
from images.models import Image
from tests.factories import a_casting, a_picture, a_season, a_show, a_story, an_image
from tests.newsstand import held

TRAILER = "https://www.youtube.com/watch?v=1"
DROP = """([kind, bytes]) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "light.png", {type: "image/png"}));
    const Made = kind === "paste" ? ClipboardEvent : DragEvent;
    const key = kind === "paste" ? "clipboardData" : "dataTransfer";
    const event = new Made(kind, {[key]: data, bubbles: true, cancelable: true, clientX: 400, clientY: 500});
    document.querySelector(".ProseMirror").dispatchEvent(event);
}"""


def test_pictures_trailers_and_live_blocks(desk, alice):
    season = a_season(a_show("the-saltmarsh-light", title="The Saltmarsh Light"), 2)
    held(a_casting(season=season, character="Nell"))
    an_image("still-1", alt="A lighthouse at dusk", credit="A. P.")
    article = a_story("the-light", show=season.show, body="<p>It returns.</p>")
    editor = desk(alice, "Editor", "alice-edits-here")
    editor.go(f"/admin/articles/article/{article.pk}/change/")
    picks_a_picture(editor)
    drops_a_file(editor)
    links_a_trailer(editor)
    adds_the_cast(editor)
    editor.save()
    new = Image.objects.exclude(key="still-1").get()
    assert Article.objects.get().body == (
        '<p>It returns.</p><figure data-picture="still-1"><figcaption>The light, from the sea</figcaption></figure>'
        f'<figure data-picture="{new.key}"><figcaption></figcaption></figure>'
        f'<figure data-picture="{new.key}" data-trailer="{TRAILER}"><figcaption></figcaption></figure>'
        '<figure data-live="cast" data-of="the-saltmarsh-light"></figure><p></p>'
    )
    assert new.alt == "The keeper" and new.added_by == alice
    editor.does("publish")
    assert Edition.objects.live().count() == 1
    is_shown_to_readers(editor)


def picks_a_picture(editor):
    page = editor.page
    editor.write("")
    page.click("[data-do=picture]")
    page.wait_for_selector("#picture-panel[open]")
    page.wait_for_selector("text=1 to choose from.")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ProseMirror figure img[alt='A lighthouse at dusk']")
    page.keyboard.type("The light, from the sea")
    page.keyboard.press("Enter")


def drops_a_file(editor):
    page = editor.page
    page.evaluate(DROP, ["paste", list(a_picture((1600, 900), colour="navy"))])
    page.wait_for_selector("#picture-panel[open] details[open]")
    assert page.evaluate("document.activeElement.name") == "alt"
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Say what the picture shows")
    page.keyboard.type("The keeper")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ProseMirror figure img[alt='The keeper']")


def links_a_trailer(editor):
    page = editor.page
    page.click("[data-do=trailer]")
    page.wait_for_selector("#picture-panel[open]")
    page.fill("#picture-panel-trailer", "javascript:alert(1)")
    page.click("[data-picture-list] button >> text=The keeper")
    assert page.locator("#picture-panel[open]").count()  # no web address: it stays open
    page.fill("#picture-panel-trailer", TRAILER)
    page.click("[data-picture-list] button >> text=The keeper")
    page.wait_for_selector(f"text=Trailer, links to {TRAILER}")


def adds_the_cast(editor):
    page = editor.page
    page.click("[data-do=live]")
    page.wait_for_selector("#live-panel option[value=the-saltmarsh-light]", state="attached")
    page.click("#live-panel [value=put]")
    page.wait_for_selector(".ProseMirror .inset-live")


def is_shown_to_readers(editor):
    _, text = editor.reads("/news/the-light/")
    assert 'alt="A lighthouse at dusk"' in text and "The light, from the sea" in text
    assert f'href="{TRAILER}"' in text and "Watch on youtube.com" in text
    assert "Lomon" in text and "Nell" in text
