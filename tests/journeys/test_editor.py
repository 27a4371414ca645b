"""An editor's day: a story from its first word to its withdrawal, in a real browser."""

from datetime import UTC, datetime

from articles.models import Article, Author
from claims.models import Claim
from images.models import Image
from tests.factories import a_person, a_picture, a_season, a_show

SHOW, STORY = "/shows/the-saltmarsh-light/", "/news/the-light-returns/"
WHERE = ["/", "/news/", "/shows/", SHOW, "/people/imogen-tallowby/", STORY]


def test_a_story_from_its_first_word_to_its_withdrawal(desk, alice, ticking):
    a_season(a_show("the-saltmarsh-light", title="The Saltmarsh Light"), 2)
    a_person("imogen-tallowby", name="Imogen Tallowby")
    Author.objects.create(slug="alice-han", name="Alice Han", account=alice)
    editor = desk(alice, "Editor", "alice-edits-here")
    uploads_a_picture(editor)
    writes_the_story(editor)
    marks_a_claim(editor)
    schedules_it(editor)
    is_absent_everywhere(editor)
    ticking.to(datetime(2026, 3, 1, 14, 0, 1, tzinfo=UTC))
    is_seen_everywhere(editor)
    corrects_it(editor, ticking)
    withdraws_it(editor, ticking)


def uploads_a_picture(editor):
    editor.go("/admin/images/image/add/")
    picture = {"name": "light.png", "mimeType": "image/png", "buffer": a_picture((1600, 900))}
    editor.page.set_input_files("[name=upload]", picture)
    editor.page.fill("[name=alt]", "A lighthouse at dusk")
    editor.save()
    assert Image.objects.get().alt == "A lighthouse at dusk"


def writes_the_story(editor):
    page = editor.page
    editor.go("/admin/articles/article/add/")
    page.fill("[name=headline]", "The Light returns")
    page.fill("[name=standfirst]", "A second season is on its way.")
    editor.choose("shows", "The Saltmarsh Light")
    editor.choose("seasons", "The Saltmarsh Light Season 2")
    editor.choose("people", "Imogen Tallowby")
    editor.choose("image", "A lighthouse at dusk")
    editor.write("What we know")
    page.click("[data-do=heading-2]")
    page.keyboard.press("Enter")
    page.keyboard.type("The second season comes out in late 2026")


def marks_a_claim(editor):
    """Without leaving the page or touching the mouse, but to open the form of a new claim."""
    page = editor.page
    editor.select_back("late 2026")
    page.keyboard.press("Control+Shift+M")
    page.wait_for_selector("#claim-panel[open]")
    assert page.inner_text("[data-words]") == "late 2026"
    page.wait_for_selector("text=No such claim yet.")
    page.click("#claim-panel summary")
    page.fill("#claim_when", "late 2026")
    page.select_option("#claim_level", "reported")
    page.fill("#claim-outlet", "Deadline")
    page.fill("#claim_title", "The Light is back in late 2026")
    page.fill("#claim_url", "https://deadline.example/light")
    page.press("#claim_url", "Enter")
    page.wait_for_selector("#claim-panel .error")
    assert "“Deadline” is new to the desk" in page.inner_text("#claim-panel .error")
    page.select_option("#claim_outlet_kind", "trade")
    page.press("#claim_url", "Enter")
    page.wait_for_selector(".ProseMirror [data-claim]")
    page.wait_for_selector("[data-marked] li:has-text('Reported')")
    editor.save()
    claim = Claim.objects.get()
    body = Article.objects.get().body
    assert body == (
        "<h2>What we know</h2><p>The second season comes out in"
        f' <span data-claim="{claim.key}">late 2026</span></p>'
    )


def schedules_it(editor):
    editor.does("schedule", at="2026-03-01T11:00")
    assert "has passed; it is 1 Mar 2026, 12:" in editor.words
    editor.page.fill("[name=at]", "2026-03-01T14:00")
    editor.page.click("#verb_form [type=submit]")
    editor.page.wait_for_selector(".messagelist")
    assert "Edition 1 goes live at 1 Mar 2026, 14:00 UTC." in editor.words


def is_absent_everywhere(editor):
    for path in [*WHERE, Claim.objects.get().get_absolute_url()]:
        _, text = editor.reads(path)
        assert not any(word in text for word in ("The Light returns", "late 2026", "Imogen", "lighthouse")), (
            path
        )


def is_seen_everywhere(editor):
    for path in WHERE:
        status, text = editor.reads(path)
        assert status == 200 and ("The Light returns" in text or path == "/shows/"), path
    status, text = editor.reads(STORY)
    assert 'alt="A lighthouse at dusk"' in text and "Reported" in text and "Alice Han" in text
    assert editor.reads(Claim.objects.get().get_absolute_url())[0] == 200


def corrects_it(editor, ticking):
    editor.page.reload()
    editor.write(", not in the spring.")
    editor.save()
    assert "not in the spring" not in editor.reads(STORY)[1]
    editor.does("update", note_kind="correction", note="We first left out the season of the year.")
    ticking.forward(seconds=1)
    text = editor.reads(STORY)[1]
    assert "not in the spring" in text and "We first left out the season of the year." in text


def withdraws_it(editor, ticking):
    ticking.forward(hours=1)
    editor.does("withdraw", note="The light was somebody else’s.")
    ticking.forward(seconds=1)
    status, text = editor.reads(STORY)
    assert status == 410 and "The light was somebody else’s." in text
    assert "The Light returns" not in editor.reads("/")[1] + editor.reads("/news/")[1]
    assert Claim.objects.get().retracted_at
