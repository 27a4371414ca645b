"""Outlets and sources: rules in words."""

import pytest
from django.urls import reverse

from claims.models import Outlet, Source
from tests import factories as make
from tests.desk_people import change_url, desk_of, filled

pytestmark = pytest.mark.django_db


def added(**typed):
    alice, url = desk_of("alice"), reverse("admin:claims_source_add")
    return alice.post(url, filled(alice.get(url)) | {"title": "Piece"} | typed)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({}, "Say who published it, or make it a document."),
        ({"url": "javascript:alert(1)"}, "Give a web address that begins with http(s)://."),
        ({"url": "ftp://x.example/"}, "Give a web address that begins with http(s)://."),
        (
            {"kind": "document", "url": "https://x.example/"},
            "A document has no address: say who published it instead.",
        ),
        ({"published_on": "2026-02-30"}, "Give a date as 2025-07-23, 2025-07 or 2025."),
        ({"archive_url": "data:text/html,x"}, "Give a web address that begins with http(s)://."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(db, typed, told):
    page = added(**typed)
    assert page.status_code == 200 and told in page.content.decode()
    assert not Source.objects.exists()


def test_a_circle_of_repeats_is_refused(db):
    origin = make.a_source()
    repeat = make.a_source("deadline", "trade", repeats=origin)
    alice = desk_of("alice")
    page = alice.post(change_url(origin), filled(alice.get(change_url(origin))) | {"repeats": repeat.pk})
    assert "This would repeat itself in a circle" in page.content.decode()


def test_a_document_without_an_outlet_is_taken_with_who_added_it(db):
    assert added(kind="document", text="Dear desk, …").status_code == 302
    assert Source.objects.get().added_by.username == "alice"


def test_an_outlet_gets_its_address_from_its_name(db):
    alice, url = desk_of("alice"), reverse("admin:claims_outlet_add")
    alice.post(url, filled(alice.get(url)) | {"name": "What’s on Netflix", "kind": "trade"})
    assert Outlet.objects.get().slug == "whats-on-netflix"
