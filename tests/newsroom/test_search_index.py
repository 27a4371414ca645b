"""The index of the search says what the rows say: `verify` sees where it does not, `reindex` puts it right."""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from articles.models import Edition
from articles.workflow import cancel, expire, publish, schedule, update
from claims import merging
from claims.assessing import restate
from claims.models import Assessment, Claim
from newsroom import search_index
from newsroom.lib import clock
from newsroom.lib.search import Document, Phrase, Query, Unit, installing
from newsroom.lib.search.documents import KEYS, place_of
from newsroom.lib.search.postgresql import TooSlow, patience
from shows.models import Person, Show
from tests import factories as make
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


def standing(model) -> set[int]:
    """The keys of the rows that can be found."""
    return {place & KEYS for place in model.searched_by.places()}


def words_found(model, *words) -> list:
    query = Query(tuple(Unit((Phrase((word,)),)) for word in words))
    return list(model.searched_by.newest(model.objects.live(), query, most=9))


def test_a_story_is_filed_by_its_live_and_its_coming_edition(at, alice):
    article = on_sale(headline="First")
    first = article.editions.get()
    at.forward(hours=1)
    article.headline = "Second"
    coming = update(article, by=alice, note="Anew.", at=clock.now() + timedelta(hours=1))
    assert standing(Edition) == {first.pk, coming.pk}
    assert (words_found(Edition, "first"), words_found(Edition, "second")) == ([first], [])
    at.forward(hours=1)
    assert (words_found(Edition, "first"), words_found(Edition, "second")) == ([], [coming])
    assert list(search_index.faults()) == []
    expire(article, by=alice)
    assert standing(Edition) == set()


def test_what_is_called_off_is_found_no_more(at, alice):
    edition = schedule(make.a_story(), at=clock.now() + timedelta(hours=1), by=alice)
    assert standing(Edition) == {edition.pk}
    cancel(edition, by=alice)
    assert standing(Edition) == set()


def test_a_claim_is_found_by_its_wording_of_today(at, alice):
    claim = held(make.a_detail(statement="It moves to Seoul."))
    at.forward(hours=1)
    restate(claim, "It moves to Busan.", by=alice)
    assert (words_found(Assessment, "seoul"), len(words_found(Assessment, "busan"))) == ([], 1)


def test_after_a_merge_everything_is_found_under_the_one_that_stays(at, alice):
    one, other = make.a_person("one"), make.a_person("other")
    claim = held(make.a_casting(other))
    on_sale(people=[other])
    at.forward(hours=1)
    merging.merge(other, into=one, by=alice)
    assert len(words_found(Edition, f"#p{one.pk}")) == len(words_found(Assessment, f"#p{one.pk}")) == 1
    assert words_found(Assessment, f"#p{other.pk}") == []
    assert Claim.objects.get(pk=claim.pk).person == one
    assert list(search_index.faults()) == []


def test_verify_sees_what_is_missing_wrong_or_lost_and_reindex_mends_it(at, alice):
    article, claim = on_sale(headline="Zombies"), held(make.a_release())
    edition, assessment = article.editions.get(), claim.assessments.get()
    Edition.searched_by.remove([place_of(edition.published_at, edition.pk)])
    place = place_of(assessment.live_from, assessment.pk)
    Assessment.searched_by.remove([place])
    Assessment.searched_by.put([Document(place, "", "something else")])
    Assessment.searched_by.put([Document(place + 1000, "", "of nothing")])
    Show.objects.update(found_by="nobody")
    told = list(search_index.faults())
    assert [
        sum(part in one for one in told) for part in ("edition", "assessment", "show All", "belong to no")
    ] == [1, 2, 1, 1]
    call_command("reindex", verbosity=0)
    assert list(search_index.faults()) == []
    assert words_found(Edition, "zombies") == [edition]


def test_a_name_is_filed_whoever_writes_it(at):
    Person.objects.bulk_create([Person(slug="a", name="Ada Lovelace")])
    Person.objects.filter(slug="a").update(found_by="other words")
    ada = Person.searched_by.matching(Person.objects.all(), Query((Unit((Phrase(("other",)),)),)))
    assert [person.slug for person in ada] == ["a"]
    Person.objects.all().delete()
    assert list(ada.all()) == []


def test_what_is_gone_from_the_database_is_told_and_put_back(at):
    if connection.vendor == "sqlite":
        drop, name = 'DROP TRIGGER "search_people_changed"', "search_people_changed"
    else:
        drop, name = 'DROP INDEX "search_people"', "search_people"
    with connection.cursor() as cursor:
        cursor.execute(drop)
    assert [name in fault for fault in installing.faults()] == [True]
    installing.install()
    assert installing.faults() == []


def test_words_too_common_for_postgresql_are_looked_for_among_the_newest(at, monkeypatch):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite reads on from the newest: nothing is too common for it")
    for number in range(3):
        on_sale(f"story-{number}", headline="Zombies")
        at.forward(minutes=1)
    found = words_found(Edition, "zombies")
    monkeypatch.setattr("newsroom.lib.search.documents.postgresql.patience", no_patience)
    assert words_found(Edition, "zombies") == found
    monkeypatch.setattr("newsroom.lib.search.documents.NEWEST", 2)
    assert words_found(Edition, "zombies") == found[:2]


@contextmanager
def no_patience():
    raise TooSlow
    yield


def test_postgresql_gives_up_what_takes_too_long_and_goes_on(at):
    if connection.vendor != "postgresql":
        pytest.skip("it is PostgreSQL that has a statement timeout")
    with pytest.raises(TooSlow), patience(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(5)")
    assert standing(Edition) == set()


def test_a_verb_that_fails_files_nothing(at, alice, monkeypatch):
    monkeypatch.setattr("articles.workflow._plan", lambda claims, by: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(make.a_story(), by=alice)
    assert standing(Edition) == set()
