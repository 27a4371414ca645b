"""An edit of a live story that waits for its hour: no reader sees it before, every reader after."""

from datetime import UTC, datetime

from tests.newsstand import on_sale

STORY = "/news/the-light/"


def test_a_pending_edit_is_invisible_until_its_hour(desk, alice, ticking):
    article = on_sale("the-light", headline="The light returns", body="<p>It returns.</p>")
    ticking.forward(minutes=5)
    editor = desk(alice, "Editor", "alice-edits-here")
    editor.go(f"/admin/articles/article/{article.pk}/change/")
    editor.page.fill("[name=headline]", "The light returns in May")
    editor.write(" And it stays.")
    editor.save()
    editor.does("update", note="We know the month now.", at="2026-03-01T14:00")
    assert "Live, update due 1 Mar 2026, 14:00 UTC" in editor.words
    places = [
        STORY,
        f"{STORY}history/",
        "/",
        "/news/",
        "/news/feed.rss",
        "/api/v1/articles/the-light/",
        "/corrections/",
    ]
    for path in places:
        text = editor.reads(path)[1]
        assert not any(word in text for word in ("in May", "And it stays", "know the month", "14:00")), path
    ticking.to(datetime(2026, 3, 1, 14, 0, 1, tzinfo=UTC))
    text = editor.reads(STORY)[1]
    assert "The light returns in May" in text and "And it stays." in text and "We know the month now." in text
    assert "The light returns in May" in editor.reads("/")[1]
