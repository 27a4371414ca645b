"""Who may open what: every address of the desk × role × method, against the matrix."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern

from tests.desk_people import desk_of
from tests.newsroom.desk_world import a_world
from tests.newsroom.role_matrix import MATRIX, PEOPLE


def routes():
    """Name and number of arguments of each address of the desk; what has no name leads to one that has."""
    resolvers = [one for one in get_resolver().url_patterns if getattr(one, "app_name", None) == "admin"]
    found = {}
    for resolver in resolvers:
        for pattern in _walk(resolver.url_patterns):
            if pattern.name:
                found[pattern.name] = pattern.pattern.regex.groups
    return sorted(found.items())


def _walk(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from _walk(pattern.url_patterns)


def browsers():
    return [Client() if name == "nobody" else desk_of(name) for name in PEOPLE]


def address(name, arguments, world):
    """The address with what it takes: a row of its own model, an app, or a content type and a row."""
    if name == "autocomplete":
        return reverse("admin:autocomplete") + "?app_label=shows&model_name=season&field_name=show"
    if name == "app_list":
        return reverse("admin:app_list", args=["claims"])
    if name == "view_on_site":
        show = world["shows.show"]
        return reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(show).pk, show.pk])
    row = next((row for label, row in world.items() if name.startswith(label.replace(".", "_") + "_")), None)
    return reverse(f"admin:{name}", args=[row.pk] if row and arguments else [])


def outcome(response):
    """`o`: the page is theirs, whatever it says of an empty form; `-`: refused, or as if it were not there."""
    if response.streaming:
        b"".join(response.streaming_content)  # read to its end, a file is closed
    to = response.headers.get("Location", "")
    is_turned_away = to.startswith("/admin/login/") or to == "/admin/"
    return "-" if response.status_code in {403, 404, 405} or is_turned_away else "o"


def walked(world):
    known, seen = browsers(), {}
    for name, arguments in routes():
        url = address(name, arguments, world)
        here = browsers() if name == "logout" else known
        asked = ["".join(outcome(getattr(one, method)(url)) for one in here) for method in ("get", "post")]
        seen[name] = " ".join(asked)
    return seen


def test_every_address_of_the_desk_has_a_row():
    assert [name for name, _ in routes()] == sorted(MATRIX)


@pytest.mark.django_db
def test_each_role_opens_what_it_may(at):
    assert walked(a_world()) == MATRIX
