"""Each proposal by itself: who is meant, what the desk has, what takes the place of what."""

import pytest

from articles.models import Article
from claims.models import Claim
from newsroom.lib.html import cited
from shows.models import Person, Show
from tests.articles.admin.pasting import TEXT, make, read, rows_of, taking
from tests.factories import a_casting, a_person, a_release, a_season, a_show
from tests.newsstand import held, words

pytestmark = pytest.mark.django_db


def test_a_name_like_one_that_the_desk_has_is_asked_about(editor, at):
    ana = a_person("ana-petrow", name="Ana Petrow")
    page = make(editor, TEXT, taking("credit-0"))
    assert "Ana Petrov: the desk has Ana Petrow. The same?" in words(
        page
    ) and "Say whether they are one" in words(page)
    assert not Article.objects.exists()
    make(editor, TEXT, taking("credit-0") | {"credit-0-same": ana.pk})
    assert [claim.person for claim in Claim.objects.all()] == list(Person.objects.all()) == [ana]


def test_the_other_answer_makes_somebody_new(editor, at):
    a_person("ana-petrow", name="Ana Petrow")
    make(editor, TEXT, taking("credit-0") | {"credit-0-same": "new"})
    assert sorted(person.name for person in Person.objects.all()) == ["Ana Petrov", "Ana Petrow"]


def test_known_names_are_found_by_alias_and_spelling_without_a_question(editor, at):
    show = a_show("moonlit-harbour", title="The Moonlit Harbor", aliases=["Moonlit Harbour"])
    ana = a_person("ana", name="Petrov Ana")
    make(editor, TEXT, taking("credit-0"))
    assert (list(Show.objects.all()), list(Person.objects.all())) == ([show], [ana])


def a_standing_release(level="rumoured"):
    season = a_season(a_show("moonlit-harbour", title="Moonlit Harbour"), number=3)
    return held(a_release(season, as_said="late 2026"), level)


def test_what_the_desk_has_on_a_question_is_shown_and_the_new_claim_stands_beside_it(editor, at):
    standing = a_standing_release()
    page = read(editor, TEXT)
    assert [one.key for one in rows_of(page)["fact-1"].offer.rivals] == [standing.key]
    make(editor, TEXT, taking("fact-1"))
    made = Claim.objects.exclude(pk=standing.pk).get()
    assert (made.supersedes, list(made.beside.all())) == (None, [standing])


def test_or_it_takes_its_place_but_never_from_below(editor, at):
    standing = a_standing_release()
    chosen = taking("fact-1") | {"fact-1-relation": standing.key}
    assert "from below" in words(make(editor, TEXT, chosen)) and Claim.objects.count() == 1
    make(editor, TEXT, chosen | {"fact-1-level": "rumoured"})
    made = Claim.objects.exclude(pk=standing.pk).get()
    assert (made.supersedes, list(made.beside.all())) == (standing, [])


def test_a_claim_that_the_desk_has_is_marked_and_its_level_stands(editor, at):
    season = a_season(a_show("moonlit-harbour", title="Moonlit Harbour"), number=3)
    ana = a_person("ana", name="Ana Petrov")
    claim = held(a_casting(ana, season, character="Captain Reyes", change="returning"), "reported")
    assert "The desk has it, and its level stays: Reported" in words(read(editor, TEXT))
    make(editor, TEXT, taking("credit-0"))
    assert [key for key, _ in cited(Article.objects.get().body)] == [claim.key]
    assert Claim.objects.get().assessments.get().level == "reported"
