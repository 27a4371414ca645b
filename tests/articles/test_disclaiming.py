"""The words of caution under a story: frozen once readers may have seen them, their figures live."""

import pytest
from django.db import DatabaseError, transaction

from articles import disclaiming, workflow
from articles.models import Disclaimer
from claims.assessing import assess
from newsroom.lib import clock
from tests.articles.admin.conftest import at_the_desk
from tests.factories import a_disclaimer, a_milestone, a_release, a_season, a_source, a_story, a_user
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db

URL = "/news/the-date/"


def caution(client, **query):
    return words(client.get(URL, query)).partition("How sure this is")[2]


def test_what_a_rule_attaches_applies_from_its_own_moment(client, at):
    on_sale("the-date", claims=[held(a_release(a_season()))])
    before = clock.now().isoformat().replace("+00:00", "Z")
    at.forward(hours=1)
    a_disclaimer(below="confirmed", text="Nothing is sure.")
    assert "Nothing is sure." in caution(client)
    assert "Nothing is sure." not in caution(client, as_of=before)


def test_other_words_are_another_disclaimer_and_as_of_keeps_the_old(client, at):
    on_sale("the-date", claims=[held(a_release(a_season()))])
    old = a_disclaimer(below="confirmed", text="Old words.")
    at.forward(hours=1)
    before = clock.now().isoformat().replace("+00:00", "Z")
    at.forward(hours=1)
    disclaiming.reword(old, text="New words.", below="confirmed")
    assert "New words." in caution(client) and "Old words." not in caution(client)
    assert "Old words." in caution(client, as_of=before) and "New words." not in caution(client, as_of=before)


def test_an_edition_keeps_the_words_that_were_attached_by_hand(client, at):
    by_hand = a_disclaimer(text="Old words about {show}.")
    article = a_story("draft")
    article.disclaimers.add(by_hand)
    on_sale("the-date")
    live = a_story("the-other")
    live.disclaimers.add(by_hand)
    publish(live)
    successor = disclaiming.reword(by_hand, text="New words.", below="")
    assert "Old words about All Of Us Are Dead." in words(client.get("/news/the-other/"))
    assert list(article.disclaimers.all()) == [successor]


def publish(article):
    workflow.publish(article, by=a_user())


@pytest.mark.parametrize("fields", [{"below": "confirmed"}, {}])
def test_the_database_refuses_to_change_what_is_in_use(at, fields):
    row = a_disclaimer(text="Old words.", **fields)
    if not fields:
        article = a_story("the-date")
        article.disclaimers.add(row)
        publish(article)
    with pytest.raises(DatabaseError), transaction.atomic():
        Disclaimer.objects.filter(pk=row.pk).update(text="New words.")
    with pytest.raises(DatabaseError), transaction.atomic():
        Disclaimer.objects.filter(pk=row.pk)._raw_delete(using="default")


def test_on_the_desk_what_is_typed_over_words_in_use_becomes_new_ones(client, at, mona):
    old = a_disclaimer("caution", below="confirmed", text="Old words.")
    manager = at_the_desk(mona, "Managing editor")
    url = f"/admin/articles/disclaimer/{old.pk}/change/"
    version = manager.get(url).context["desk_version"]
    told = manager.post(url, {"text": "New words.", "below": "confirmed", "_version": version}, follow=True)
    assert "Stories that are out keep the words they had" in words(told)
    assert [(row.text, row.retired_at is None) for row in Disclaimer.objects.order_by("pk")] == [
        ("Old words.", False),
        ("New words.", True),
    ]


def test_figures_count_levels_and_tell_what_is_out_of_date_and_unannounced(client, at):
    window = held(a_release(a_season()))
    wrap = held(a_milestone(property="filming_wrap"), "official")
    on_sale("the-date", claims=[window, wrap])
    assert "This story cites 2 claims: 1 official and 1 rumoured" in caution(client)
    assert "Not announced yet: release window." in caution(client)
    at.forward(hours=1)
    assess(window, "official", by=a_user(), because="Told.", evidence=[a_source()])
    assert "This story cites 2 claims: 2 official" in caution(client)
    assert "Not announced yet" not in caution(client)
