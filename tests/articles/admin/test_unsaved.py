"""Unsaved words on the desk: kept beside the story, offered to their own person alone, never lost to a save."""

import json

import pytest

from articles import workflow
from articles.models import Article, Sitting
from articles.models.sitting import LONGEST
from tests import factories as make
from tests.articles.admin.posting import field, form_of, url
from tests.desk_people import filled
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db
KEY, OTHER = "a" * 32, "b" * 32


@pytest.fixture
def article(at, alice):
    claim = held(make.a_release(key="c-window"))
    return make.a_story("the-date", claims=[claim], leads=[claim], made_by=alice)


def pairs(form):
    typed = {name: value for name, value in form.items() if not name.startswith("_")}
    return [[k, str(one)] for k, v in typed.items() for one in (v if isinstance(v, list) else [v])]


def send(client, article, form=None, *, key=KEY, number=1, **more):
    packet = {"by": client.user.pk, "key": key, "number": number, "version": (form or {}).get("_version", "")}
    packet |= {"words": json.dumps(pairs(form)) if form else ""}
    return client.post(url("unsaved", article) if article else url("unsaved_new"), packet | more)


def opened(client, article, **query):
    return client.get(url("change", article, **query) if article else url("add", **query))


def test_words_are_kept_beside_the_story_and_taken_up_into_the_form(editor, article, client):
    news = client.get("/news/").content
    before = Article.objects.values().get()
    told = send(editor, article, form_of(editor, article, headline="Canary", kicker="New"))
    assert told.json() == {"number": 1, "said": "12:00:00", "others": [], "moved": ""}
    assert (Article.objects.values().get(), client.get("/news/").content) == (before, news)

    page = opened(editor, article)
    assert "You have words from 12:00:00 that were never saved" in words(page)
    assert field(page, "headline") == "The date"
    taken = opened(editor, article, take_up=KEY)
    assert (field(taken, "headline"), field(taken, "kicker")) == ("Canary", "New")
    assert field(taken, "bylines-TOTAL_FORMS") == "1" and field(taken, "_took") == f"{KEY}:1"
    assert "error" not in taken.context["title"].lower() and not taken.context["errors"]
    assert Article.objects.get().headline == "The date"


def test_saving_them_ends_them_also_for_a_late_packet(editor, article):
    send(editor, article, form_of(editor, article, headline="Typed"))
    taken = filled(opened(editor, article, take_up=KEY)) | {
        "_took": f"{KEY}:1",
        "_sitting": OTHER,
        "_number": 2,
    }
    assert editor.post(url("change", article), taken).status_code == 302
    send(editor, article, form_of(editor, article, headline="Typed"))
    send(editor, article, form_of(editor, article, headline="Typed again"), key=OTHER, number=2)
    assert Article.objects.get().headline == "Typed"
    assert not Sitting.objects.with_words().exists()


def test_a_save_that_is_refused_keeps_them_and_goes_on_with_the_same_sitting(editor, article):
    typed = form_of(editor, article, headline="Typed", slug="not a slug") | {"_sitting": KEY, "_number": 4}
    send(editor, article, typed, number=4)
    page = editor.post(url("change", article), typed)
    assert page.status_code == 200 and (field(page, "_sitting"), field(page, "_number")) == (KEY, "4")
    assert " data-unsaved" in page.content.decode() and page.context["unsaved"] == []
    assert Sitting.objects.with_words().get().number == 4


def test_a_story_that_was_never_saved_is_found_again(editor, at):
    send(editor, None, {"headline": "A beginning", "body": "<p>Half a sen"})
    assert "never saved: “A beginning”." in words(opened(editor, None))
    taken = opened(editor, None, take_up=KEY)
    assert field(taken, "headline") == "A beginning" and "&lt;p&gt;Half a sen" in taken.content.decode()
    assert not Article.objects.exists()
    saved = filled(taken) | {"_took": field(taken, "_took"), "_sitting": OTHER, "_number": 0}
    assert editor.post(url("add"), saved).status_code == 302
    assert not Sitting.objects.with_words().exists()
    assert Article.objects.get().headline == "A beginning"


def test_words_of_a_story_that_is_gone_become_a_new_one(editor, article):
    send(editor, article, form_of(editor, article, headline="Typed"))
    gone = Article(pk=article.pk)
    article.delete()
    gone = send(editor, gone, {"headline": "Typed on"}, number=2)
    assert gone.status_code == 404 and gone.json()["refused"].startswith("This story is not here any more")
    saved = filled(opened(editor, None, take_up=KEY))
    assert editor.post(url("add"), saved | {"slug": "typed"}).status_code == 302
    again = Article.objects.get()
    assert again.headline == "Typed" and [str(one) for one in again.authors] == ["Alice Han"]


def test_taken_up_on_a_story_that_moved_on_they_stand_beside_it(editor, article):
    send(editor, article, form_of(editor, article, headline="Typed"))
    Article.objects.update(headline="Saved meanwhile", kicker="Theirs")
    assert "The story has been saved since: you will see both." in words(opened(editor, article))
    page = opened(editor, article, take_up=KEY)
    told = [(one.label, one.yours, one.theirs) for one in page.context["desk_differences"]]
    assert told == [("Headline", "Typed", "Saved meanwhile"), ("Kicker", "", "Theirs")]
    assert Article.objects.get().headline == "Saved meanwhile" and page.status_code == 200


def test_what_only_a_browser_has_can_be_taken_up_as_well(editor, article):
    typed = form_of(editor, article, headline="Typed") | {"_take_up": "1", "_took": f"{KEY}:3"}
    page = editor.post(url("change", article), typed)
    assert (field(page, "headline"), field(page, "_took")) == ("Typed", f"{KEY}:3")
    assert "These words are not saved yet" in words(page)
    assert Article.objects.get().headline == "The date"


def test_throwing_them_away_ends_them_and_no_newer_ones(editor, article):
    send(editor, article, form_of(editor, article, headline="Typed"), number=2)
    editor.post(url("throw_away"), {"key": KEY, "number": 1})
    assert Sitting.objects.with_words().exists()
    response = editor.post(url("throw_away"), {"key": KEY, "number": 2}, follow=True)
    assert "The unsaved words are thrown away." in words(response)
    assert not Sitting.objects.with_words().exists()


def test_nobody_reads_or_ends_what_another_typed(editor, manager, article):
    send(editor, article, form_of(editor, article, headline="Canary"))
    assert "Canary" not in opened(manager, article).content.decode()
    assert "Canary" not in opened(manager, article, take_up=KEY).content.decode()
    manager.post(url("throw_away"), {"key": KEY, "number": 1})
    assert manager.get(url("unsaved", article), {"key": KEY}).json()["numbers"] == {}
    assert Sitting.objects.with_words().get().by == editor.user


def test_who_may_not_change_the_story_is_refused_in_words(writer, editor, article):
    assert send(writer, article, {"headline": "Typed"}).status_code == 404
    own = make.a_story("own", article.shows.get(), made_by=writer.user, state="in_review")
    refused = send(writer, own, {"headline": "Typed"})
    assert refused.status_code == 403 and "once it is a draft again" in refused.json()["refused"]
    assert not Sitting.objects.exists()


def test_a_page_of_somebody_else_s_is_refused(editor, manager, article):
    refused = send(editor, article, {"headline": "Hers"}, by=manager.user.pk)
    assert refused.status_code == 409 and "Somebody else is logged in" in refused.json()["refused"]


@pytest.mark.parametrize(
    "forged",
    [
        {"key": "x"}, {"key": "a" * 31}, {"number": -1}, {"number": 10**12}, {"number": "x"}, {"by": "x"},
        {"version": "<script>"}, {"took": "x:1"}, {"took": f"{KEY}:{10**12}"}, {"words": "["}, {"words": "{}"},
        {"words": "[1]"}, {"words": '[["a"]]'}, {"words": '[["a", 1]]'}, {"words": "[" * 100_000},
    ],
    ids=str,
)  # fmt: skip
def test_what_no_page_sends_is_refused(editor, article, forged):
    assert send(editor, article, {"headline": "x"}, **forged).status_code == 400
    assert not Sitting.objects.exists()


def test_naughty_words_come_back_as_they_went_in(editor, article):
    naughty = "\x00 \u202e <script>x</script> 😀 \ud800"
    send(editor, article, form_of(editor, article, headline=naughty))
    page = opened(editor, article, take_up=KEY)
    assert page.status_code == 200 and "&lt;script&gt;x&lt;/script&gt; 😀" in page.content.decode()


def test_what_is_longer_than_a_story_is_refused_in_words(editor, article):
    refused = send(editor, article, {"body": "x" * LONGEST})
    assert refused.status_code == 413 and "longer than a story can be" in refused.json()["refused"]
    page = editor.post(url("change", article), form_of(editor, article, body="word " * 400_000))
    assert (
        page.status_code == 200
        and "a story can be" in words(page)
        and "word " * 400_000 in page.content.decode()
    )
    assert len(Article.objects.get().body) < 1000


def test_answers_are_stored_by_no_cache_and_tell_the_token_of_now(editor, article):
    told = editor.get(url("unsaved", article), {"key": [KEY, "x"]})
    assert told.headers["Cache-Control"] == "no-store, private"
    assert told.json()["by"] == editor.user.pk and len(told.json()["token"]) == 64


def test_publishing_says_that_they_do_not_go_along(editor, article):
    send(editor, article, form_of(editor, article, headline="Typed"))
    assert "What you typed until 12:00:00 is not saved, and does not go along" in words(
        editor.get(url("publish", article))
    )
    workflow.publish(article, by=editor.user)
    assert Sitting.objects.with_words().exists()


def test_the_second_is_told_of_the_first_and_of_what_was_saved(editor, manager, article, at):
    send(manager, article, key=OTHER)
    typed = form_of(editor, article, headline="Typed")
    assert send(editor, article, typed).json()["others"] == ["mona has had this story open since 12:00."]
    at.forward(seconds=5)
    manager.post(
        url("change", article),
        form_of(manager, article, headline="Mona’s") | {"_sitting": OTHER, "_number": 0},
    )
    told = send(editor, article, typed, number=2).json()
    assert told["others"] == [] and told["moved"].startswith(
        "The story was saved by mona at 1 Mar 2026, 12:00 UTC"
    )
    at.forward(days=1)
    assert Sitting.objects.with_words().get().kept_said == "12:00:05 on 1 March 2026"


def test_a_beat_costs_the_same_whoever_else_is_here(editor, manager, article, django_assert_max_num_queries):
    typed = form_of(editor, article, headline="Typed")
    for number in range(6):
        send(manager, article, key=f"{number:032x}")
    with django_assert_max_num_queries(30):
        send(editor, article, typed)
