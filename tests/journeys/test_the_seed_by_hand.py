"""The whole seed story, written, marked and published by hand, on a newsroom that has nothing yet."""

from articles.models import Article, Edition
from claims.models import Claim

HEADLINE = "All of Us Are Dead Season 2 RELEASE DATE, New Cast & Plot Details: Story Twists Revealed After Filming Wrap"
STANDFIRST = (
    "From release date to cast details, here’s everything you need to know about Netflix series All of Us Are"
    " Dead Season 2."
)
# Headings begin with “# ”, items of a list with “* ”.
TEXT = """All of Us Are Dead Season 2 has officially wrapped filming, bringing fans one step closer to the long-awaited return. The hit zombie K-drama is trending again as production updates spark massive fan excitement worldwide.
# All of Us Are Dead Season 2 Filming update
Season 2 officially began production in July 2025. Principal photography wrapped on February 18, 2026. The long delay was due to efforts to improve production quality and scale.
# All of Us Are Dead Season 2 Release date (expected)
Netflix has not announced an official release date yet. Industry reports suggest a 2026 release window, possibly late 2026. Some estimates place the premiere around mid-to-late 2026.
# All of Us Are Dead Season 2 Returning Cast
Main survivors from Season 1 are confirmed to return:
* Park Ji-hu as Nam On-jo
* Yoon Chan-young as Lee Cheong-san
* Cho Yi-hyun as Choi Nam-ra
* Lomon as Lee Su-hyeok
# All of Us Are Dead Season 2 New cast additions
Season 2 introduces new characters, including:
* Lee Min-jae
* Kim Si-eun
* Roh Jae-won
* Yoon Ga-i
# All of Us Are Dead: What to expect in Season 2
The story moves beyond the school and may shift toward Seoul and university life. Survivors are older and coping with trauma after the outbreak. The sequel explores survivor guilt, social breakdown, and moral choices. The focus may shift from human survival to the survival of zombies and coexistence themes."""  # noqa: E501 - the seed's own paragraphs
CAST = {
    "Park Ji-hu as Nam On-jo": ("Park Ji-hu", "Nam On-jo"),
    "Yoon Chan-young as Lee Cheong-san": ("Yoon Chan-young", "Lee Cheong-san"),
    "Cho Yi-hyun as Choi Nam-ra": ("Cho Yi-hyun", "Choi Nam-ra"),
    "Lomon as Lee Su-hyeok": ("Lomon", "Lee Su-hyeok"),
    **{name: (name, "") for name in ("Lee Min-jae", "Kim Si-eun", "Roh Jae-won", "Yoon Ga-i")},
}
SELECT = """words => {
    const walker = document.createTreeWalker(document.querySelector(".ProseMirror"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0) continue;
        getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
        return;
    }
}"""


def test_the_seed_story_is_written_and_published_by_hand(desk, alice):
    editor = desk(alice, "Editor", "alice-edits-here")
    makes_a_platform(editor)
    begins_the_story(editor)
    names_its_topics(editor)
    writes_the_text(editor)
    marks_the_milestones(editor)
    marks_the_cast(editor)
    signs_and_saves(editor)
    publishes(editor)
    readers_see_every_claim_marked(editor)


def makes_a_platform(editor):
    editor.go("/admin/shows/platform/add/")
    editor.page.fill("[name=name]", "Netflix")
    editor.page.click("[name=_save]")
    editor.page.wait_for_selector(".messagelist")


def begins_the_story(editor):
    editor.go("/admin/articles/article/add/")
    editor.page.fill("[name=headline]", HEADLINE)
    editor.page.fill("[name=standfirst]", STANDFIRST)
    editor.page.fill("[name=kicker]", "Netflix K-Drama News")


def names_its_topics(editor):
    """Show and season are made in pop-ups, without leaving the story."""
    with editor.page.expect_popup() as opened:
        editor.page.click("#add_id_shows")
    show = opened.value
    show.fill("[name=title]", "All of Us Are Dead")
    with show.expect_event("close"):
        show.click("[name=_save]")
    with editor.page.expect_popup() as opened:
        editor.page.click("#add_id_seasons")
    season = opened.value
    season.click(".field-show .select2-selection")
    season.keyboard.type("All of Us")
    season.wait_for_selector('.select2-results__option--highlighted:has-text("All of Us Are Dead")')
    season.keyboard.press("Enter")
    season.fill("[name=number]", "2")
    with season.expect_event("close"):
        season.click("[name=_save]")


def writes_the_text(editor):
    page = editor.page
    page.click(".ProseMirror")
    in_list = False
    for number, line in enumerate(TEXT.split("\n")):
        if number:
            page.keyboard.press("Enter")
        if in_list and not line.startswith("* "):
            page.keyboard.press("Enter")  # an empty item ends the list
        if line.startswith("# "):
            page.keyboard.press("Control+Alt+2")
        elif line.startswith("* ") and not in_list:
            page.click("[data-do=bullets]")
        in_list = line.startswith("* ")
        page.keyboard.insert_text(line.removeprefix("# ").removeprefix("* "))


def marks(editor, words, level, **fields):
    """Select the words, open the panel, make the claim with its level and source."""
    page = editor.page
    page.evaluate(SELECT, words)
    page.keyboard.press("Control+Shift+M")
    page.wait_for_selector("#claim-panel[open]")
    assert page.inner_text("[data-words]") == words
    page.wait_for_selector("#claim-subject option:nth-child(2)", state="attached")
    page.click("#claim-panel summary")
    source = fields.pop("source", "")
    for name, value in {"level": level, **fields}.items():
        fills(page, name, value)
    if source:
        page.select_option("#claim-source", label=source)
    page.click("#claim-panel form [type=submit]")


def fills(page, name, value):
    field = page.locator(f"#claim-panel [name={name}]")
    if name == "kind":
        page.check(f"#claim-panel [name=kind][value={value}]")
    elif value is True:
        field.check()
    elif field.evaluate("one => one.localName") == "select":
        field.select_option(label=value) if name == "platform" else field.select_option(value)
    else:
        field.fill(value)


def marked(editor, count):
    editor.page.wait_for_selector("#claim-panel:not([open])", state="attached")
    editor.page.locator(f".ProseMirror [data-claim] >> nth={count - 1}").wait_for(state="attached")


def marks_the_milestones(editor):
    paper = {
        "outlet": "K-Drama Daily",
        "outlet_kind": "press",
        "title": "Season 2 wraps",
        "url": "https://daily.example/2",
    }
    marks(
        editor,
        "has officially wrapped filming",
        "rumoured",
        milestone="filming_wrap",
        when="February 18, 2026",
        **paper,
    )
    marked(editor, 1)
    tudum = {"outlet": "Netflix", "outlet_kind": "primary", "title": "Season 2 is in production",
             "url": "https://about.netflix.example/1", "published_on": "2025-07-30"}  # fmt: skip
    marks(
        editor,
        "officially began production in July 2025",
        "official",
        milestone="filming_start",
        when="July 2025",
        **tudum,
    )
    marked(editor, 2)
    ours, theirs = "Netflix: Season 2 is in production", "K-Drama Daily: Season 2 wraps"
    marks(
        editor,
        "has not announced an official release date yet",
        "rumoured",
        milestone="release",
        source=theirs,
    )
    marked(editor, 3)
    marks(editor, "late 2026", "rumoured", milestone="release", when="late 2026", source=theirs)
    marked(editor, 4)
    marks(editor, "mid-to-late 2026", "rumoured", milestone="release", when="mid-to-late 2026", source=theirs)
    stands_beside(editor)
    marked(editor, 5)
    marks(editor, "Netflix", "official", milestone="platform", platform="Netflix", source=ours)
    marked(editor, 6)
    marks(editor, "Seoul and university life", "rumoured", kind="detail", detail="setting",
          statement="The story moves to Seoul and to university life.", source=theirs)  # fmt: skip
    marked(editor, 7)
    marks(editor, "the survival of zombies and coexistence themes", "speculation", kind="detail", detail="plot",
          statement="Can the living and the zombies coexist?", reason="The first season’s end.")  # fmt: skip
    marked(editor, 8)


def stands_beside(editor):
    """Two windows: the desk asks how they stand, and keeps what was typed."""
    page = editor.page
    page.wait_for_selector("#claim-panel .error >> text=Another claim answers the same question")
    value = page.locator("#claim-relation option[value^=beside]").first.get_attribute("value")
    page.select_option("#claim-relation", value)
    page.click("#claim-panel form [type=submit]")


def marks_the_cast(editor):
    source = "K-Drama Daily: Season 2 wraps"
    for number, (words, (person, character)) in enumerate(CAST.items(), start=9):
        change = "returning" if character else "new"
        marks(editor, words, "rumoured", kind="casting", person=person, add_person=True, change=change,
              character=character, source=source)  # fmt: skip
        marked(editor, number)


def signs_and_saves(editor):
    page = editor.page
    page.click("text=Add another byline")
    with page.expect_popup() as opened:
        page.click("#add_id_bylines-0-author")
    author = opened.value
    author.fill("[name=name]", "Alice Han")
    with author.expect_event("close"):
        author.click("[name=_save]")
    editor.choose("lead_claims", "late 2026")
    editor.save()
    page.locator("[data-marked] li").nth(15).wait_for(state="attached")
    assert page.locator("[data-marked] li").count() == 16


def publishes(editor):
    editor.page.click('.object-tools a[href$="/publish/"]')
    editor.page.wait_for_selector("#verb_form")
    assert "What stands in the way" not in editor.words
    assert "There is no lead picture" in editor.words and "RELEASE DATE" in editor.words
    editor.page.click("#verb_form [type=submit]")
    editor.page.wait_for_selector(".messagelist")
    assert Edition.objects.live().get().claims.count() == 16


def readers_see_every_claim_marked(editor):
    assert Claim.objects.count() == 16 and Article.objects.get().headline == HEADLINE
    status, text = editor.reads(Edition.objects.get().get_absolute_url())
    body = text.partition('<div class="body">')[2].partition('class="topics"')[0]
    assert status == 200 and body.count('class="badge"') == 16
    assert [body.count(f'data-level="{level}"') for level in ("official", "rumoured", "speculation")] == [
        2,
        13,
        1,
    ]
