import pytest

from claims.confidence import Confidence
from tests.factories import a_casting, a_milestone, a_release, a_season
from tests.newsstand import held, on_sale, words

pytestmark = pytest.mark.django_db
URL = "/admin/style/"


def test_readers_are_asked_to_log_in(client):
    answer = client.get(URL)
    assert (answer.status_code, answer.url) == (302, f"/admin/login/?next={URL}")


def test_it_shows_every_level_fresh_and_overdue_in_both_themes(client, bob, at):
    client.force_login(bob)
    page = client.get(URL)
    assert page.status_code == 200
    html = page.content.decode()
    for level in Confidence:
        assert html.count(f'class="badge" data-level="{level}" data-stale>') >= 4, level
    assert '<section class="theme" data-theme="light"' in html
    assert '<section class="theme" data-theme="dark"' in html
    assert "no-store" in page["Cache-Control"]


def test_components_are_drawn_from_what_is_live(client, bob, at):
    season = a_season()
    one = held(a_release(season))
    other = a_release(season, earliest="2026-06", latest="2026-12", as_said="mid-to-late 2026")
    other.beside.add(one)
    held(other)
    held(a_milestone(season), "official")
    held(a_casting(season=season))
    on_sale("window", seasons=[season], claims=[one], leads=[one])
    client.force_login(bob)
    told = words(client.get(URL))
    for heading in ("Where it stands", "Where sources disagree", "Timeline of claims"):
        assert told.count(heading) == 2, heading
