"""Saved lists: what is filtered is kept under a name, one's own or the desk's."""

import pytest

from articles.models import SavedFilter
from tests.articles.admin.posting import url
from tests.factories import a_story
from tests.newsstand import queries, words

pytestmark = pytest.mark.django_db
SAVE = "save_filter"


def save(client, name="Waiting", query="state__exact=in_review&p=3", **typed):
    return client.post(url(SAVE), {"name": name, "query": query, **typed}, follow=True)


def test_a_filtered_list_is_kept_without_its_page(editor):
    assert "Save this list" not in words(editor.get(url("changelist")))
    assert "Save this list" in words(editor.get(url("changelist"), {"state__exact": "in_review"}))
    page = save(editor)
    assert "The list is saved as “Waiting”." in words(page)
    assert page.redirect_chain[-1][0].endswith("?state__exact=in_review")
    assert 'href="?state__exact=in_review" aria-current="page"' in page.content.decode()
    assert "Save this list" not in words(page)


def test_the_same_name_is_the_same_list(editor):
    save(editor)
    save(editor, query="q=pachinko")
    assert [(one.name, one.query) for one in SavedFilter.objects.all()] == [("Waiting", "q=pachinko")]


def test_a_list_is_ones_own_until_it_is_shared(editor, writer):
    save(editor, "Mine")
    save(editor, "Everybody’s", "q=a", is_shared="on")
    told = words(writer.get(url("changelist")))
    assert "Everybody’s alice’s" in told and "Mine" not in told
    shared = SavedFilter.objects.get(is_shared=True)
    assert writer.post(url("forget_filter", shared)).status_code == 404
    assert editor.post(url("forget_filter", shared)).status_code == 302
    assert [one.name for one in SavedFilter.objects.all()] == ["Mine"]


def test_the_whole_list_and_a_nameless_one_are_not_kept(editor):
    assert "Filter or search the list first" in words(save(editor, query="p=2"))
    save(editor, name="")
    assert not SavedFilter.objects.exists()


def test_what_was_saved_can_ask_no_more_than_a_list_can(editor):
    save(editor, query="made_by__password__startswith=a")
    assert editor.get(url("changelist") + "?" + SavedFilter.objects.get().query).status_code in {302, 400}


def test_thirty_are_enough(editor):
    for number in range(30):
        save(editor, f"List {number}")
    assert "You have 30 saved lists" in words(save(editor, "One more"))
    assert SavedFilter.objects.count() == 30


def test_saved_lists_cost_one_query(editor):
    a_story()
    none = queries(editor, url("changelist"))
    for number in range(3):
        save(editor, f"List {number}", is_shared="on")
    editor.get(url("changelist"))
    assert queries(editor, url("changelist")) == none
