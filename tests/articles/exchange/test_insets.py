"""Pictures and live blocks in a text come and go by their keys; what a published text refers to must exist."""

import pytest

from articles.models import Edition
from tests.articles.exchange.worlds import a_still, a_story, changed, imported, refused, there_and_back

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_the_first_of_march(at):
    """Every world here is told on 1 March 2026."""


@pytest.mark.parametrize(
    ("figure", "missing"),
    [
        ('<figure data-picture="no-such"></figure>', "there is no image “no-such”"),
        ('<figure data-live="cast" data-of="no-show"></figure>', "there is no show “no-show”"),
        ('<figure data-live="cast" data-of="no-show/2"></figure>', "there is no season “no-show/2”"),
    ],
)
def test_a_published_text_refers_to_what_exists(tmp_path, figure, missing):
    world = changed("dead-season-2", body=a_story()["body"] + figure)
    assert refused(tmp_path, world) == [f'line 1, field "editions[0].body": {missing}']


def test_what_goes_out_comes_in_again_to_the_byte(tmp_path, settings):
    figures = (
        '<figure data-picture="still-1" data-trailer="https://a.example/?b=1&amp;c=2"><figcaption>The <em>school</em>'
        '</figcaption></figure><figure data-live="cast" data-of="dead/2"></figure>'
    )
    world = changed("dead-season-2", body=a_story()["body"] + figures)
    imported(tmp_path, [a_still(tmp_path), *world])
    assert figures in Edition.objects.get().body
    first, second = there_and_back(tmp_path, settings)
    assert first == second and b"data-trailer" in first
