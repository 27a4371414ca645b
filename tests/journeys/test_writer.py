"""A writer's day: own drafts, and a no in words, from the server, to all that is an editor's to do."""

from articles.models import Article, Author, Edition
from tests.factories import a_release, a_season, a_show, a_story


def test_a_writer_writes_submits_and_is_refused_the_rest_in_words(desk, bob, alice):
    show = a_show("the-saltmarsh-light", title="The Saltmarsh Light")
    claim = a_release(a_season(show, 2))
    theirs = a_story("hers", headline="Canary of Alice", made_by=alice)
    Author.objects.create(slug="bob-ashdown", name="Bob Ashdown", account=bob)
    writer = desk(bob, "Writer", "bob-reports-here")

    writer.go("/admin/articles/article/")
    assert "Canary" not in writer.words
    writer.page.click(".addlink >> nth=-1")
    writer.page.fill("[name=headline]", "The light, again")
    writer.choose("shows", "The Saltmarsh Light")
    writer.write("It returns in late 2026")
    marks_what_the_desk_has(writer, claim)
    writer.save()
    own = Article.objects.get(made_by=bob)
    assert f'<span data-claim="{claim.key}">late 2026</span>' in own.body
    assert [author.name for author in own.authors] == ["Bob Ashdown"]

    buttons = writer.page.locator(".object-tools a").all_inner_texts()
    usual = {"history", "preview"}
    assert [button.lower() for button in buttons if button.lower() not in usual] == [
        "submit for review",
        "share a preview",
    ]
    is_refused(writer, own, theirs)

    writer.go(f"/admin/articles/article/{own.pk}/change/")
    writer.does("submit")
    assert "The story is in review" in writer.words
    assert not writer.page.locator("[name=_save]").count()
    assert not Edition.objects.exists()


def marks_what_the_desk_has(writer, claim):
    page = writer.page
    writer.select_back("late 2026")
    page.keyboard.press("Control+Shift+M")
    page.wait_for_selector(f"text={claim.said}")
    assert "A new claim is an editor’s to make" in page.inner_text("#claim-panel")
    assert not page.locator("#claim-panel summary").count()
    page.keyboard.type("late")
    page.wait_for_selector("text=1 claim to choose from.")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ProseMirror [data-claim]")


def is_refused(writer, own, theirs):
    for verb in ("publish", "schedule", "withdraw", "redact"):
        answer = writer.go(f"/admin/articles/article/{own.pk}/{verb}/")
        assert answer.status == 403 and "editor’s to do" in writer.words
    answer = writer.go(f"/admin/articles/article/{theirs.pk}/change/")
    assert answer.status == 403 and "No story of yours is here." in writer.words
    assert writer.go(f"/admin/articles/article/{theirs.pk}/history/").status == 403
    assert "Canary" not in writer.words
