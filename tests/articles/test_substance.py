"""Substance decides what counts as updated; a typo does not, and can't be claimed to."""

import pytest

from articles import citations, substance, workflow
from articles.models import Article, Edition
from claims.assessing import assess
from newsroom.lib import clock
from newsroom.lib.refusals import Refused
from tests.factories import a_release, a_season, a_source, a_user
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db

TEXT = "<p>Lomon returned to Seoul on 3 May, it was said. He will stay.</p>"


def published(claims=()):
    on_sale(
        "the-date",
        claims=claims,
        body=TEXT + "".join(f'<p><span data-claim="{c.key}">x</span></p>' for c in claims),
    )
    return Article.objects.get()


def updated():
    now = clock.now()
    edition = Edition.objects.live(now).with_substance(now).get()
    known = citations.load([edition], now)
    return substance.updated_at(edition, known)


def again(article, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    workflow.publish(article, by=a_user(), substantive=False)


def test_a_new_edition_updates_and_a_typo_does_not(at):
    article = published()
    assert updated() is None
    at.forward(hours=1)
    again(article, body=TEXT.replace("it was said", "it was sayd"))
    assert updated() is None
    noon = at.forward(hours=1)
    workflow.publish(article, by=a_user())
    assert updated() == noon


def test_an_assessment_that_moves_a_cited_claim_updates_and_a_check_does_not(at):
    window = held(a_release(a_season()))
    published([window])
    at.forward(hours=1)
    assess(window, "rumoured", by=a_user(), because="checked", evidence=[a_source()])
    assert updated() is None
    moved = at.forward(hours=1)
    assess(window, "official", by=a_user(), because="told", evidence=[a_source()])
    assert updated() == moved
    at.forward(hours=1)
    assess(window, "official", by=a_user(), because="checked", evidence=[a_source()])
    assert updated() == moved


def test_what_moved_before_publication_is_no_update(at):
    window = held(a_release(a_season()))
    at.forward(hours=1)
    assess(window, "official", by=a_user(), because="told", evidence=[a_source()])
    at.forward(hours=1)
    published([window])
    assert updated() is None


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"headline": "Another headline"}, "the headline"),
        ({"body": TEXT.replace("3 May", "4 May")}, "the number “3”"),
        ({"body": TEXT.replace("Seoul", "Busan")}, "the name “Busan”"),
        ({"body": TEXT.replace("will stay", "will not stay")}, "the word “not”"),
        ({"body": TEXT.replace("He will", "All eight will")}, "the number “eight”"),
        ({"standfirst": "It is 2027 now."}, "the number “2027”"),
        ({"body": TEXT.replace("Lomon", "로몬")}, "the name “로몬”"),
        (
            {"body": TEXT.replace("Lomon", "x").replace("Seoul", "Lomon").replace("x", "Seoul")},
            "the order of the names",
        ),
    ],
)
def test_the_mark_of_a_typo_is_refused_where_something_of_weight_changed(at, fields, word):
    article = published()
    with pytest.raises(Refused, match=f"more than a typo: it changes .*{word}"):
        again(article, **fields)


def test_the_mark_is_refused_where_the_claims_changed(at):
    article = published()
    window = held(a_release(a_season()))
    with pytest.raises(Refused, match="the claims it cites"):
        again(article, body=TEXT + f'<p><span data-claim="{window.key}">late</span></p>')


def test_words_put_right_pass_as_a_typo(at):
    article = published()
    at.forward(hours=1)
    again(article, body=TEXT.replace("He will stay", "There he will stay"))
    assert Edition.objects.live().get().number == 2


def test_facts_checked_is_the_oldest_day_among_its_claims(at):
    old = held(a_release(a_season()), as_of=clock.today().replace(month=2))
    published([old, held(a_release(a_season(number=3)))])
    edition = Edition.objects.live().with_substance().get()
    citations.load([edition], clock.now())
    assert substance.facts_checked(edition.cited) == clock.today().replace(month=2)
    assert substance.facts_checked([]) is None
