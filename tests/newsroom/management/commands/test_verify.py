"""`verify` names every fault: each is made on purpose, behind the guards' back."""

import io
from contextlib import suppress

import pytest
from django.core.management import call_command
from django.db import connection

from articles.models import Article, Edition, FormerSlug
from claims.models import Assessment, Claim
from newsroom.lib import guards
from newsroom.lib.timeline import FOREVER
from shows.models import FormerSlug as FormerEntry
from shows.models import Show
from tests import factories
from tests.articles.exchange.worlds import a_still, an_edition, changed, imported

pytestmark = pytest.mark.django_db
SOUND = "sound: 1 shows, 1 claims, 1 assessments, 1 articles, 2 editions, 1 images"


@pytest.fixture(autouse=True)
def site(at, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    turn = "2026-02-01T09:00:00+00:00"
    world = changed("dead-season-2", editions=[an_edition(live_until=turn), an_edition(2, turn)])
    imported(tmp_path / "in", [*world, a_still(tmp_path / "in")])


def verified(*arguments):
    out = io.StringIO()
    with suppress(SystemExit):
        call_command("verify", *arguments, stdout=out)
    return out.getvalue().splitlines()


def test_a_sound_site_is_said_to_be(site):
    assert verified("--deep") == [SOUND]


def behind_the_guards(model, **columns):
    """Write columns that the guards would refuse; overlaps included, which PostgreSQL would notice."""
    connection.check_constraints()
    with guards.lifted():
        _update(model, columns)


def _update(model, columns):
    model._base_manager.filter(pk=model._base_manager.order_by("pk").last().pk).update(**columns)


FAULTS = [
    (Edition, {"number": 7}, "editions of dead-season-2 are numbered 1, 7"),
    (Edition, {"published_at": FOREVER}, "editions of dead-season-2 do not all say that it was first"),
    (Edition, {"body": "<p>Without a mark.</p>"},
     "edition 2 of dead-season-2 cites other claims than its text: c-window"),
    (Edition, {"taken_back_at": "2026-02-02T00:00:00Z"},
     "edition 2 of dead-season-2 is taken back, though the story was not withdrawn"),
    (Edition, {"redacted_at": "2026-02-02T00:00:00Z"}, "edition "),
    (Article, {"body": "<p onclick='x'>x</p>"}, "the text of story dead-season-2 "),
    (Article, {"withdrawn_at": "2026-02-02T00:00:00Z"},
     "edition 1 of dead-season-2 is not taken back, though the story was withdrawn"),
    (Assessment, {"level": "debunked"}, "claim c-window, from 10 Jan 2026, 09:00 UTC: “Debunked” needs"),
    (Assessment, {"live_from": "2026-02-10T00:00:00Z"},
     "edition 1 of dead-season-2 cites c-window, which had no"),
    (Claim, {"retracted_at": "2026-02-02T00:00:00Z"}, "an assessment of c-window is not taken back"),
]  # fmt: skip


@pytest.mark.parametrize(("model", "columns", "fault"), FAULTS)
def test_a_row_changed_behind_the_guards(site, model, columns, fault):
    behind_the_guards(model, **columns)
    assert any(line.startswith(fault) for line in verified()), verified()


def test_a_guard_that_is_gone(site):
    with connection.cursor() as cursor:
        on = ' ON "articles_edition"' if connection.vendor == "postgresql" else ""
        cursor.execute(f'DROP TRIGGER "guard_articles_edition_delete"{on}')
    (fault,) = verified()
    assert fault.startswith("guard guard_articles_edition_delete on articles_edition is missing")


@pytest.mark.skipif(
    connection.vendor == "postgresql", reason="PostgreSQL holds it by a constraint at all times"
)
def test_two_rows_that_are_live_at_once(site):
    with connection.cursor() as cursor:
        for event in ("insert", "update"):
            cursor.execute(f'DROP TRIGGER "guard_articles_edition_overlap_{event}"')
        cursor.execute('DROP TRIGGER "guard_articles_edition_closed"')
    Edition.objects.filter(number=1).update(live_until=FOREVER)
    assert "edition of dead-season-2: two are live on 1 Feb 2026, 09:00 UTC" in verified()


def test_a_claim_about_another_shows_season(site):
    other = factories.a_season(factories.a_show("other"))
    behind_the_guards(Claim, season=other)
    assert "claim c-window names a season of another show" in verified()


def test_an_address_with_two_owners(site):
    FormerSlug.objects.create(slug="dead-season-2", article=Article.objects.create(slug="second"))
    FormerEntry.objects.create(slug="dead", show=factories.a_show("living"))
    assert verified() == [
        "the address dead-season-2 belongs to two stories, dead-season-2 and second",
        "the address dead is both a show's and another's former one",
    ]


def test_a_merged_claim_that_is_still_held(site):
    other = factories.a_release(key="c-other")
    behind_the_guards(Claim)
    Claim.objects.filter(key="c-window").update(merged_into=other)
    assert verified() == ["claim c-window was merged into another and is still held"]


def test_a_row_merged_into_one_that_was_merged(site):
    end = factories.a_show("end")
    middle = factories.a_show("middle", merged_into=end)
    Show.objects.filter(slug="dead").update(merged_into=middle)
    assert verified() == ["show All of Us Are Dead was merged into one that was merged itself"]


def test_a_picture_without_a_file_and_a_file_without_a_picture(site, tmp_path):
    masters = tmp_path / "media/masters"
    (kept,) = masters.iterdir()
    kept.rename(masters / "stray.webp")
    assert verified() == [
        f"the file masters/{kept.name} of the picture still-1 is missing",
        "the file masters/stray.webp belongs to no picture",
    ]


def test_a_damaged_picture_is_found_by_looking_deep(site, tmp_path):
    (kept,) = (tmp_path / "media/masters").iterdir()
    kept.write_bytes(factories.a_picture(colour="blue"))
    assert verified() == [SOUND]
    assert verified("--deep") == [f"the file masters/{kept.name} of the picture still-1 is damaged"]


def test_reindex_makes_missing_renditions_again(site, tmp_path):
    for path in (tmp_path / "media/renditions").glob("*.webp"):
        path.unlink()
    assert len(verified()) == 3
    out = io.StringIO()
    call_command("reindex", stdout=out)
    assert out.getvalue().splitlines() == [
        "0 rows of the lists and of what stories are found by put right.",
        "0 names and claims put right in the search.",
        "3 renditions made.",
    ]
    assert verified() == [SOUND]


def test_reindex_says_which_picture_it_can_not_make(site, tmp_path):
    for path in (tmp_path / "media").rglob("*.*"):
        path.unlink()
    err = io.StringIO()
    call_command("reindex", stdout=io.StringIO(), stderr=err)
    assert err.getvalue() == "The file of the picture still-1 is missing or damaged: take it in again.\n"
