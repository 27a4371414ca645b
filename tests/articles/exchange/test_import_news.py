"""What an import makes of lines: rows, links, accounts; and what it leaves alone when it meets them again."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError

from articles import workflow
from articles.models import Article, Edition
from claims.models import Assessment, Claim, Source
from images.models import Image
from newsroom.lib.timeline import FOREVER
from shows.models import Show
from tests.articles.exchange.worlds import (
    a_release,
    a_still,
    a_story,
    a_world,
    an_edition,
    assessed,
    changed,
    exported,
    imported,
    refused,
    row_counts,
)
from tests.factories import a_picture

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _apart(at, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def test_a_world_comes_in_in_any_order(tmp_path):
    assert imported(tmp_path / "a", a_world()) == (
        "1 of platform, 1 of show, 1 of season, 1 of person, 2 of outlet, 2 of source, 1 of author,"
        " 1 of claim, 1 of article."
    )
    claim, edition = Claim.objects.get(), Edition.objects.get()
    assert (claim.earliest, claim.latest) == (date(2026, 9, 1), date(2026, 12, 31))
    assert edition.live_until == FOREVER
    assert edition.published_at == datetime(2026, 1, 11, 9, tzinfo=UTC)
    assert list(edition.claims.all()) == [claim]
    assert (edition.slug, edition.headline) == ("dead-season-2", "Season 2 in late 2026")
    assert Source.objects.get(key="s-upi").origin.key == "s-netflix"
    assert Source.objects.get(key="s-upi").published_on == "2026-01"


def test_what_is_public_is_public_at_once(tmp_path):
    imported(tmp_path / "a", a_world())
    assert Edition.objects.live().exists()
    assert Claim.objects.live().exists()


def test_importing_a_file_twice_changes_nothing(tmp_path):
    world = [*changed("dead", image="still-1"), a_still(tmp_path / "a")]
    imported(tmp_path / "a", world)
    before = row_counts(), exported(tmp_path / "out")
    assert imported(tmp_path / "a", world) == "12 stood already."
    assert (row_counts(), exported(tmp_path / "out")) == before


def test_importing_again_later_changes_nothing_either(tmp_path, at):
    editions = [an_edition(1, live_until="2026-03-05T09:00:00Z"), an_edition(2, "2026-03-05T09:00:00Z")]
    world = changed("dead-season-2", editions=editions)
    imported(tmp_path / "a", world)
    at.to("2026-04-01")
    assert imported(tmp_path / "a", world) == "11 stood already."


@pytest.mark.parametrize(
    ("key", "fields", "field"),
    [
        ("dead", {"title": "All Of Us"}, "title"),
        ("dead/2", {"title": "The second"}, "title"),
        ("s-upi", {"repeats": None}, "repeats"),
        ("c-window", {"as_said": "the end of 2026"}, "as_said"),
        ("c-window", {"assessments": [assessed(reason="because")]}, "assessments"),
        ("dead-season-2", {"headline": "Other words"}, "headline"),
        ("dead-season-2", {"editions": [an_edition(note={"kind": "update", "text": "New."})]}, "editions"),
    ],
)
def test_a_key_that_stands_with_other_content_is_refused(tmp_path, key, fields, field):
    imported(tmp_path / "a", a_world())
    faults = refused(tmp_path / "a", changed(key, **fields))
    assert faults[0].endswith(f"stands already, with another “{field}”")


def test_another_picture_under_a_key_is_refused(tmp_path):
    imported(tmp_path / "a", [a_still(tmp_path / "a")])
    line = a_still(tmp_path / "a", data=a_picture(colour="blue"))
    assert refused(tmp_path / "a", [line]) == [
        'line 1, field "file": the image “still-1” stands already, with another “file”',
    ]


def test_a_file_adds_to_what_stands(tmp_path):
    imported(tmp_path / "a", a_world())
    draft = a_story("more", editions=[])
    assert imported(tmp_path / "a", [draft]) == "1 of article."
    assert Article.objects.get(slug="more").shows.get() == Show.objects.get()


def test_unknown_accounts_are_made_without_password_and_rights(tmp_path):
    imported(tmp_path / "a", a_world())
    user = User.objects.get()
    assert user.username == "alice"
    assert not user.has_usable_password()
    assert not (user.is_staff or user.is_superuser or user.groups.exists())


def test_a_source_without_an_outlet_is_a_document(tmp_path):
    imported(tmp_path / "a", [{"type": "source", "key": "the-text", "title": "A text that was pasted"}])
    assert Source.objects.get().kind == "document"


def test_the_value_of_a_platform_milestone_is_a_platform(tmp_path):
    where = {"type": "claim", "key": "c-where", "kind": "milestone", "property": "platform", "show": "dead"}
    episodes = {**where, "key": "c-eight", "property": "episodes", "value": 8}
    imported(tmp_path / "a", [*a_world(), where | {"value": "netflix"}, episodes])
    assert Claim.objects.get(key="c-where").platform.name == "Netflix"
    assert Claim.objects.get(key="c-eight").value == "8"


def test_a_casting_is_an_actors_and_unclear_unless_it_says_so(tmp_path):
    casting = {"type": "claim", "key": "c-lomon", "kind": "casting", "show": "dead", "person": "lomon"}
    imported(tmp_path / "a", [*a_world(), casting])
    claim = Claim.objects.get(key="c-lomon")
    assert (claim.job, claim.change) == ("actor", "unknown")


def test_a_held_edition_is_called_off(tmp_path):
    imported(tmp_path / "a", changed("dead-season-2", editions=[an_edition(held=True)]))
    edition = Edition.objects.get()
    assert edition.is_held
    assert edition.is_cancelled


def test_a_withdrawn_story_is_shown_at_no_moment(tmp_path):
    withdrawn = {"at": "2026-01-15T09:00:00+00:00", "by": "mona", "note": "It was not so."}
    imported(tmp_path / "a", changed("dead-season-2", withdrawn=withdrawn))
    edition = Edition.objects.get()
    assert edition.live_until == edition.taken_back_at == datetime(2026, 1, 15, 9, tzinfo=UTC)
    assert not Edition.objects.been_live().exists()


def test_a_retracted_claim_is_held_at_no_moment(tmp_path):
    retracted = {"at": "2026-01-15T09:00:00+00:00", "by": "mona", "note": "It was not so."}
    imported(tmp_path / "a", changed("c-window", retracted=retracted))
    assert Claim.objects.get().retraction_note == "It was not so."
    assert not Assessment.objects.been_live().exists()


def test_a_reference_to_a_former_address_leads_to_todays(tmp_path):
    imported(tmp_path / "a", changed("dead", former_slugs=["zombies"]))
    season = {
        "type": "claim",
        "key": "c-plot",
        "kind": "detail",
        "property": "plot",
        "statement": "It rains.",
    }
    imported(tmp_path / "a", [season | {"show": "zombies", "season": 2}])
    assert Claim.objects.get(key="c-plot").season == Claim.objects.get(key="c-window").season
    assert imported(tmp_path / "a", [season | {"show": "zombies", "season": 2}]) == "1 stood already."
    (fault,) = refused(tmp_path / "a", [{"type": "show", "key": "zombies", "title": "Zombies"}])
    assert fault == 'line 1, field "key": “zombies” leads to the show “dead” now'


def test_a_failure_half_way_keeps_nothing_not_even_a_picture(tmp_path, monkeypatch):
    def full(*args, **options):
        raise DatabaseError("disk full")

    monkeypatch.setattr(Edition.objects.__class__, "bulk_create", full)
    (fault,) = refused(tmp_path / "a", [*a_world(), a_still(tmp_path / "a")])
    assert fault == "The database refused the file: disk full"
    assert not Image.objects.exists()
    assert [path for path in (tmp_path / "media").rglob("*") if path.is_file()] == []


def test_a_picture_that_another_row_shows_is_not_removed(tmp_path):
    imported(tmp_path / "a", [a_still(tmp_path / "a")])
    kept = sorted(path.name for path in (tmp_path / "media").rglob("*"))
    twin = a_still(tmp_path / "a") | {"key": "still-2"}
    refused(tmp_path / "a", [twin, a_release()])
    refused(tmp_path / "a", [twin, *changed("c-window", assessments=[assessed("confirmed", evidence=[])])])
    assert sorted(path.name for path in (tmp_path / "media").rglob("*")) == kept


def test_a_scheduled_update_can_be_cancelled_after_an_import(tmp_path):
    turn = "2026-03-05T09:00:00Z"
    imported(
        tmp_path / "a",
        changed("dead-season-2", editions=[an_edition(1, live_until=turn), an_edition(2, turn)]),
    )
    first, second = Edition.objects.order_by("live_from")
    workflow.cancel(second, by=User.objects.get())
    first.refresh_from_db()
    assert first.live_until == FOREVER
