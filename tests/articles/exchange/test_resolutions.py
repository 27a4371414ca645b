"""What the desk answered goes out and comes in again: nobody is asked twice for having moved house."""

import pytest

from articles import ripple
from articles.models import Article, Resolution
from claims.assessing import assess, retract
from tests.articles.exchange.worlds import a_story, a_world, imported, refused, there_and_back
from tests.factories import a_release, a_season, a_source, a_user
from tests.newsstand import held, on_sale

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(at):
    """One story told readers, another was dismissed, and then the claim was taken back."""
    window = held(a_release(a_season()))
    on_sale("told", claims=[window])
    on_sale("left", claims=[window])
    at.forward(hours=1)
    assess(window, "official", by=a_user(), because="Announced.", evidence=[a_source()])
    ripple.publish_note(Article.objects.get(slug="told"), by=a_user(), note="It is official.")
    ripple.dismiss(ripple.tasks(), by=a_user(), because="History.")
    at.forward(hours=1)
    retract(window, by=a_user(), because="Forged.")
    ripple.dismiss(ripple.tasks(), by=a_user(), because="Both say so.")
    at.forward(hours=1)


def told():
    rows = Resolution.objects.order_by("article__slug", "at")
    return [(row.article.slug, row.is_retraction, row.because, bool(row.edition)) for row in rows]


def test_resolutions_survive_the_way_out_and_in(tmp_path, settings, answered):
    before = told()
    first, second = there_and_back(tmp_path, settings)
    assert first == second
    assert (
        told()
        == before
        == [
            ("left", False, "History.", False),
            ("left", True, "Both say so.", False),
            ("told", False, "", True),
            ("told", True, "Both say so.", False),
        ]
    )
    assert ripple.tasks() == []


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"edition": None}, "name the edition that told readers, or say why none"),
        ({"edition": 7}, "the story has no edition 7"),
        ({"edition": 1, "at": "2027-01-01T00:00:00+00:00"}, "lies in the future"),
        ({"edition": 1, "live_from": "2026-01-01T00:00:00+00:00"}, "has no assessment of that moment"),
        ({"edition": 1, "claim": "c-nobody"}, "there is no claim “c-nobody”"),
    ],
)
def test_what_can_not_be_is_refused_in_words(tmp_path, at, answer, sentence):
    made = {"claim": "c-window", "live_from": "2026-01-10T09:00:00+00:00", "by": "alice"}
    made |= {"at": "2026-01-12T09:00:00+00:00"} | answer
    lines = [a_story(resolutions=[made]), *(line for line in a_world() if line["type"] != "article")]
    assert sentence in " ".join(refused(tmp_path, lines))


def test_a_good_one_is_taken(tmp_path, at):
    made = {"claim": "c-window", "live_from": "2026-01-10T09:00:00+00:00", "edition": 1, "by": "alice"}
    made |= {"at": "2026-01-12T09:00:00+00:00"}
    lines = [a_story(resolutions=[made]), *(line for line in a_world() if line["type"] != "article")]
    imported(tmp_path / "in", lines)
    assert Resolution.objects.get().edition.number == 1
