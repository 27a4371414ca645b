"""The seed, read to a draft: everything it says, at no level above what a text alone carries."""

import pathlib

import pytest

from articles.drafting import draft
from articles.drafting.finding import Names, folded
from articles.models import Article
from articles.workflow import publish
from claims.models import Claim, Source
from newsroom.lib.html import cited, plain
from shows.models import Person, Season, Show
from tests.factories import a_person, a_show, an_author

SEED = pathlib.Path(__file__).parents[4] / "shared/stories/00-seed-all-of-us-are-dead-s2.txt"
TEXT = """2026-03-01 Moonlit Harbour Season 3: release window, cast and what we know | Drama News
Filming of Moonlit Harbour Season 3 began in January 2026, the network Harbour One said.
Moonlit Harbour Season 3 Release date
Some estimates place the premiere around early 2027.
Moonlit Harbour Season 3 Cast
Ana Petrov as Captain Reyes
Disclaimer
Details may change {soon}.
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def seed(at, alice):
    if not SEED.exists():
        pytest.skip("the shared stories are not here")
    return draft(SEED.read_text("utf-8"), by=alice).article


def test_the_seed_becomes_a_draft_with_its_topics(seed):
    assert (seed.state, seed.kicker) == ("draft", "Netflix K-Drama News")
    assert seed.headline.startswith("All of Us Are Dead Season 2 RELEASE DATE")
    assert [str(show) for show in seed.shows.all()] == ["All of Us Are Dead"]
    assert [season.number for season in seed.seasons.all()] == [2]
    assert seed.people.count() == 8
    assert not seed.editions.exists()


def test_the_seeds_castings_are_four_returning_and_four_new(seed):
    rows = Claim.objects.filter(kind="casting").order_by("change", "character")
    assert list(rows.values_list("change", "character")) == [
        *[("new", "")] * 4,
        *[("returning", name) for name in ("Choi Nam-ra", "Lee Cheong-san", "Lee Su-hyeok", "Nam On-jo")],
    ]


def test_the_seeds_milestones_are_dated_and_its_two_windows_stand_beside_each_other(seed):
    rows = Claim.objects.filter(kind="milestone").order_by("property", "earliest")
    assert {(row.property, str(row.earliest), str(row.latest), row.precision) for row in rows} == {
        ("filming_start", "2025-07-01", "2025-07-31", "month"),
        ("filming_wrap", "2026-02-18", "2026-02-18", "day"),
        ("release", "2026-09-01", "2026-12-31", "window"),
        ("release", "2026-06-01", "2026-12-31", "window"),
        ("release", "None", "None", "none"),
        ("platform", "None", "None", "none"),
    }
    late, middle = rows.filter(as_said="late 2026").get(), rows.filter(as_said="mid-to-late 2026").get()
    assert list(late.beside.all()) == [middle]


def test_nothing_is_proposed_above_what_a_text_carries(seed):
    assert {claim.judgement.level for claim in Claim.objects.all()} == {"rumoured", "speculation"}
    source = Source.objects.get()
    assert (source.kind, source.url, source.text) == ("document", "", SEED.read_text("utf-8").strip())


def test_the_seeds_words_are_all_there_and_its_claims_marked(seed):
    words = plain(seed.body)
    assert "Principal photography wrapped on February 18, 2026." in words
    assert "Disclaimer" not in words and seed.disclaimers.get().text.startswith(
        "Details about All of Us Are Dead"
    )
    marks = dict(cited(seed.body))
    assert len(marks) == Claim.objects.count() == 18
    assert "late 2026" in marks.values() and "Park Ji-hu" in marks.values()


def test_a_text_read_twice_is_one_story(seed, alice):
    again = draft(SEED.read_text("utf-8"), by=alice)
    assert again.is_known and again.article == seed
    assert (Article.objects.count(), Claim.objects.count(), Show.objects.count()) == (1, 18, 1)


def test_a_draft_can_be_published_as_it_is_proposed(at, alice):
    article = draft(TEXT, by=alice).article
    article.bylines.create(author=an_author())
    edition = publish(article, by=alice)
    assert {claim.assessments.live().get().level for claim in edition.claims.all()} <= {
        "rumoured",
        "speculation",
    }


def test_a_second_text_finds_what_the_desk_knows(at, alice):
    show = a_show("moonlit-harbour", title="The Moonlit Harbor", aliases=["Moonlit Harbour"])
    ana = a_person("ana-petrov", name="Petrov Ana")
    draft(TEXT, by=alice)
    draft(TEXT.replace("early 2027", "spring 2027"), by=alice)
    assert (list(Show.objects.all()), list(Person.objects.all())) == ([show], [ana])
    assert Claim.objects.filter(kind="casting").count() == 1
    first, second = Claim.objects.filter(property="release").order_by("pk")
    assert list(second.beside.all()) == [first]


def test_braces_in_a_disclaimer_are_words(at, alice):
    disclaimer = draft(TEXT, by=alice).article.disclaimers.get()
    disclaimer.full_clean()
    assert disclaimer.text == "Details may change {{soon}}."


def test_a_text_that_is_no_tv_story_is_a_plain_draft_without_facts(at, alice):
    text = (
        "Oyster season opens\n\nThe harbour's oyster season opened on Monday, fishermen said. Prices are up."
    )
    article = draft(text, by=alice).article
    assert plain(article.body) and not Claim.objects.exists() and not Season.objects.exists()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lee Min-jae", "Min-jae Lee"), ("Renée Zellweger", "zellweger RENEE"), ("Yi-hyun", "Yihyun")],
)
def test_names_are_compared_without_case_accents_hyphens_and_order(one, other):
    assert folded(one) == folded(other)


def test_native_names_find_a_person(at):
    lomon = a_person("lomon", native_name="로몬", aliases=["Park Solomon", "박솔로몬"])
    names = Names()
    assert (
        names.person("Solomon Park")
        == names.person("박솔로몬")
        == names.person("Somebody", native="로몬")
        == lomon
    )
