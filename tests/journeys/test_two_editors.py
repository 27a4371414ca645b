"""Two editors save one story: the second is refused, sees both versions, and loses no word."""

from articles.models import Article
from tests.factories import a_show, a_story


def test_the_second_to_save_sees_both_versions_and_loses_no_word(desk, alice, mona):
    a_show("the-saltmarsh-light")
    article = a_story("the-date", body="<p>Old words.</p>")
    first = desk(mona, "Managing editor", "mona-manages-here")
    second = desk(alice, "Editor", "alice-edits-here")
    for person in (first, second):
        person.go(f"/admin/articles/article/{article.pk}/change/")
    first.write(" Mona’s words.")
    second.write(" Alice’s words.")
    second.page.fill("[name=kicker]", "Alice’s kicker")
    first.save()
    second.save()

    assert Article.objects.get().body == "<p>Old words. Mona’s words.</p>"
    assert "This was saved by mona" in second.words and "nothing of yours has been saved yet" in second.words
    both = second.page.inner_text(".differences")
    assert "Alice’s words." in both and "Mona’s words." in both and "Alice’s kicker" in both
    assert second.page.inner_text(".ProseMirror") == "Old words. Alice’s words."
    assert second.page.input_value("[name=kicker]") == "Alice’s kicker"

    second.write(" Mona’s words.")
    second.save()
    article = Article.objects.get()
    assert article.body == "<p>Old words. Alice’s words. Mona’s words.</p>"
    assert article.kicker == "Alice’s kicker"
