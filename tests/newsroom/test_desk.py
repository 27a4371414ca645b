"""The desk as a whole: its rooms, its lists, and what a list or a form may never give away."""

import re

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.assessing import assess
from newsroom.roles import ROLES, codename
from tests import factories as make
from tests.desk_people import a_person_at_the_desk, change_url, desk_of, filled
from tests.newsroom.desk_world import a_world

pytestmark = pytest.mark.django_db
CANARY = '"><script>alert(1)</script>'
INLINE = re.compile(r"<script(?![^>]*\ssrc=)|<style|\son[a-z]+=\"|\sstyle=\"|javascript:", re.I)


def list_url(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def test_the_index_has_the_rooms_in_order(at):
    rooms = desk_of("mona").get("/admin/").context["app_list"]
    assert [room["name"] for room in rooms] == [
        "Writing",
        "Claims",
        "Catalogue",
        "Pictures",
        "Leaving the house",
        "Accounts",
        "What was done",
    ]
    assert b"Newsroom desk" in desk_of("bob").get("/admin/").content


def test_the_roles_hold_what_the_data_says(at):
    held = {
        role: {
            (label.split(".")[0], codename(verb, label.split(".")[1]))
            for label, verbs in grants.items()
            for verb in verbs
        }
        for role, grants in ROLES.items()
    }
    for name, role in [("bob", "Writer"), ("alice", "Editor"), ("mona", "Managing editor")]:
        a_person_at_the_desk(name)
        rights = Group.objects.get(name=role).permissions.values_list("content_type__app_label", "codename")
        assert set(rights) == held[role]
    assert Permission.objects.filter(codename="override_gate").count() == 1


def test_what_people_write_is_inert_on_every_page_of_the_desk(at):
    world = a_world()
    for label in (
        "shows.show",
        "shows.season",
        "shows.person",
        "shows.platform",
        "claims.outlet",
        "claims.source",
    ):
        row = world[label]
        names = {"title", "name", "native_name", "original_title"} & {f.name for f in row._meta.fields}
        type(row).objects.filter(pk=row.pk).update(**dict.fromkeys(names, CANARY))
    type(world["images.image"]).objects.update(alt=CANARY, credit=CANARY)
    type(world["articles.author"]).objects.update(name=CANARY, bio=CANARY)
    type(world["articles.disclaimer"]).objects.update(text=CANARY)
    type(world["articles.article"]).objects.update(headline=CANARY, standfirst=CANARY)
    User.objects.filter(username="carol").update(first_name=CANARY, last_name=CANARY)
    mona = desk_of("mona")
    for model, model_admin in admin.site._registry.items():
        pages = [list_url(model)]
        if row := world.get(model._meta.label_lower):
            pages.append(change_url(row))
            pages += [verb.url(row) for verb in getattr(model_admin, "verbs_here", list)()]
        for url in pages:
            html = mona.get(url, follow=True).content.decode()
            assert "<script>alert" not in html, url
            assert INLINE.findall(html) == [], url


@pytest.mark.parametrize(
    "asked",
    [
        "made_by__password__startswith=a",
        "made_by__password=a",
        "because__startswith=a",
        "judgement__notes__startswith=a",
        "assessments__by__email__contains=a",
    ],
)
def test_a_list_is_not_filtered_by_what_it_does_not_offer(at, asked):
    assert desk_of("bob").get(f"/admin/claims/claim/?{asked}").status_code == 400


@pytest.mark.parametrize(
    "asked", ["p=99999999999999999999", "p=-1", "p=x", "o=9.9", "q=%00", "e=1", "all=", "live=%00"]
)
def test_nothing_that_is_asked_breaks_a_list(at, asked):
    make.a_release()
    assert desk_of("bob").get(f"/admin/claims/claim/?{asked}").status_code in {200, 302}


def test_an_autocomplete_of_what_one_may_not_see_is_refused(at):
    query = {"app_label": "articles", "model_name": "author", "field_name": "account", "term": "m"}
    assert desk_of("bob").get(reverse("admin:autocomplete"), query).status_code == 403


def test_the_way_to_the_site_is_for_who_may_see_the_row(at):
    show, article = make.a_show(), make.a_story(made_by=a_person_at_the_desk("alice"))
    kinds = [(ContentType.objects.get_for_model(row).pk, row.pk) for row in (show, article)]
    ways = [reverse("admin:view_on_site", args=args) for args in [*kinds, (10**9, 1)]]
    assert [desk_of("bob").get(url).status_code for url in ways] == [302, 404, 404]
    a_person_at_the_desk("bob").groups.clear()
    nobody = Client()
    nobody.force_login(User.objects.get(username="bob"))
    assert [nobody.get(url).status_code for url in ways] == [404, 404, 404]


def grow(numbers):
    """One of everything that a list shows, for each number."""
    for number in numbers:
        season = make.a_season(make.a_show(f"show-{number}"))
        person = make.a_person(f"person-{number}")
        make.a_platform(f"platform-{number}"), make.an_author(f"author-{number}")
        make.a_disclaimer(f"disclaimer-{number}")
        source = make.a_source(f"outlet-{number}", repeats=make.a_source(f"origin-{number}"))
        for claim in (make.a_release(season), make.a_casting(person, season), make.a_detail(season)):
            assess(claim, "rumoured", by=a_person_at_the_desk("alice"), evidence=[source])
        image = make.an_image(f"image-{number}")
        make.a_story(f"story-{number}", show=season.show, image=image)
        User.objects.create_user(f"user-{number}").groups.set(Group.objects.all())


def queries_of_lists(client):
    counts = {}
    for model in admin.site._registry:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(list_url(model)).status_code == 200
        counts[model._meta.label] = len(captured)
    return counts


def test_a_list_takes_as_many_queries_for_thirty_rows_as_for_three(at, monkeypatch):
    monkeypatch.setattr("images.intake.make_renditions", lambda image, picture: None)
    mona = desk_of("mona")
    grow(range(3))
    queries_of_lists(mona)  # content types are cached by then
    few = queries_of_lists(mona)
    grow(range(3, 30))
    assert queries_of_lists(mona) == few


def test_a_managing_editor_gives_roles_and_nothing_above(at):
    mona, carol = desk_of("mona"), a_person_at_the_desk("carol")
    editor = Group.objects.get(name="Editor")
    forged = {"is_superuser": "on", "user_permissions": [Permission.objects.first().pk]}
    typed = filled(mona.get(change_url(carol))) | {"groups": [editor.pk], "is_staff": "on"} | forged
    assert mona.post(change_url(carol), typed).status_code == 302
    carol.refresh_from_db()
    assert (carol.is_superuser, carol.user_permissions.count()) == (False, 0)
    assert [group.name for group in carol.groups.all()] == ["Editor"]


def test_only_a_superuser_changes_a_superuser(at):
    root = User.objects.create_superuser("root")
    mona = desk_of("mona")
    assert mona.post(change_url(root), {"username": "mine"}).status_code == 403
    assert mona.get(reverse("admin:auth_user_password_change", args=[root.pk])).status_code == 403


def test_carol_who_reads_comes_to_the_login(at):
    assert desk_of("carol").get("/admin/")["Location"].startswith("/admin/login/")
