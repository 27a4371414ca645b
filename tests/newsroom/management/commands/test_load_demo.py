"""The demo comes into an empty newsroom, and goes again without a trace, unless something rests on it."""

import io
import re

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command

from articles import workflow
from articles.models import Article, Edition
from claims import assessing
from images import renditions
from images.models import Image
from newsroom import integrity
from newsroom.demo import IMAGES, pictures
from newsroom.lib import guards
from shows.models import Person, Season, Show
from tests import factories
from tests.articles.exchange.worlds import row_counts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _small_pictures(at, settings, tmp_path, monkeypatch):
    """The demo's own pictures take seconds to draw and to shrink: here a tile does, in one small size."""
    monkeypatch.setattr(renditions, "WIDTHS", (32,))
    settings.MEDIA_ROOT = tmp_path / "media"
    monkeypatch.setattr(pictures, "write_all", _write_tiles)
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)


def _write_tiles(folder):
    for number, name in enumerate(IMAGES):
        (folder / f"{name}.png").write_bytes(factories.a_picture(colour=(number, 99, 99)))


def said(command, *arguments):
    out = io.StringIO()
    call_command(command, *arguments, stdout=out, stderr=out)
    return out.getvalue()


def refused(command):
    with pytest.raises(CommandError) as caught:
        call_command(command)
    return str(caught.value).splitlines()


def test_it_comes_into_an_empty_newsroom(tmp_path):
    password = re.search(r"shown this once: (\S+)", said("load_demo"))[1]
    assert Edition.objects.live().exists()
    assert Edition.objects.pending().exists()
    assert {user.username for user in User.objects.filter(is_staff=True, is_superuser=False)} == {
        *("alice", "bob", "mona")
    }
    assert User.objects.get(username="mona").check_password(password)
    assert list(Group.objects.filter(user__username="bob").values_list("name", flat=True)) == ["Writer"]
    assert list(integrity.faults()) == []


def test_its_password_may_be_set(monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "open-sesame-42")
    assert "open-sesame-42" not in said("load_demo")
    assert User.objects.get(username="alice").check_password("open-sesame-42")


def test_it_never_comes_into_a_newsroom_that_is_not_empty():
    factories.a_show()
    before = row_counts()
    assert refused("load_demo") == [
        "This newsroom is not empty: the demo was not loaded. `remove_demo` takes out one that was."
    ]
    assert said("load_demo", "--if-empty") == "This newsroom is not empty: the demo was not loaded.\n"
    assert row_counts() == before


def test_an_account_that_was_there_keeps_its_password():
    User.objects.create_user("alice", password="mine-alone-1")
    said("load_demo")
    alice = User.objects.get(username="alice")
    assert alice.check_password("mine-alone-1")
    assert not alice.is_staff


def test_it_goes_without_a_trace(tmp_path):
    groups = ("Editor", "Writer", "Managing editor")
    for name in groups:
        Group.objects.get_or_create(name=name)
    before = row_counts()
    said("load_demo")
    said("remove_demo")
    assert row_counts() == before
    assert [path for path in (tmp_path / "media").rglob("*") if path.is_file()] == []
    assert guards.faults() == []


def test_where_it_is_not_nothing_is_removed():
    factories.a_platform("netflix")
    assert refused("remove_demo") == [
        "The demo is not here: there is nothing to take out.",
        "Nothing was removed.",
    ]


def test_it_stays_while_the_desks_own_content_rests_on_it(alice):
    said("load_demo")
    person = Person.objects.get(slug="lomon")
    season = factories.a_season(factories.a_show("my-own"))
    casting = factories.a_casting(person, season, key="my-casting")
    assessing.assess(casting, "rumoured", by=alice, evidence=[factories.a_document()])
    Season.objects.create(show=Show.objects.get(slug="all-of-us-are-dead"), number=9)
    image = Image.objects.first()
    story = factories.a_story("my-story", show=season.show, image=image)
    before = row_counts()
    assert refused("remove_demo") == [
        "season “All of Us Are Dead Season 9” rests on show “All of Us Are Dead”.",
        "claim “Lomon returns to My Own Season 2.” rests on person “Lomon”.",
        f"story “{story}” rests on image “{image}”.",
        f"story “{story}” rests on author “Alice Han”.",
        "Nothing was removed.",
    ]
    assert row_counts() == before
    assert guards.faults() == []


def test_what_the_desk_added_to_a_story_of_the_demo_goes_with_it(alice):
    said("load_demo")
    settled = [row for row in Article.objects.all() if not row.editions.pending().exists()]
    article = next(row for row in settled if row.editions.live().exists())
    workflow.update(article, by=alice, note="More is known.")
    said("remove_demo")
    assert not Article.objects.exists()


def test_an_account_that_the_desks_history_names_is_closed_not_deleted():
    said("load_demo")
    mona = User.objects.get(username="mona")
    factories.a_document(added_by=mona)
    said("remove_demo")
    (mona,) = User.objects.filter(username__in=["alice", "bob", "mona"])
    assert not mona.is_active
    assert not mona.has_usable_password()
