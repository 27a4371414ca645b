"""Whatever the desk has done: exported and imported on an empty site, every public page has the same bytes."""

import pytest
from django.core.management import call_command
from django.test import Client
from hypothesis import given, settings

from articles.models import Article, Edition
from claims.models import Claim
from newsroom import integrity
from newsroom.lib import clock
from newsroom.management.commands.public_urls import listed
from tests.histories import UNHURRIED, a_desk, an_empty_site, histories, played


def pages(client, addresses):
    return {address: (r.status_code, r.content) for address in addresses for r in [client.get(address)]}


def addresses():
    """Every public address, those that answer 301, 404 or 410 among them."""
    rows = [
        row["example"]
        for row in listed()
        if row["example"] and row["name"] not in {"media_file", "health_ready"}
    ]
    claims = [claim.get_absolute_url() for claim in Claim.objects.all()]
    stories = [f"/news/{article.slug}/" for article in Article.objects.all()]
    history = [f"{story}history/" for story in stories]
    editions = [edition.get_edition_url() for edition in Edition.objects.uncancelled()]
    then = [f"{address}?as_of=2026-03-03" for address in [*claims, *stories]]
    return [*rows, *claims, *stories, *history, *editions, *then]


@pytest.mark.django_db
@settings(max_examples=6, **UNHURRIED)
@given(history=histories(min_size=20, max_size=30))
def test_any_history_survives_the_exchange(history, tmp_path_factory):
    client, folder = Client(), tmp_path_factory.mktemp("exchange")
    first, second = folder / "first.jsonl", folder / "second.jsonl"
    with a_desk() as desk:
        list(played(desk, history))
        desk.time.shift(3 * 86400)
        call_command("export_news", first, verbosity=0)
        then, asked = clock.now(), addresses()
        was = pages(client, asked)
    with an_empty_site(then):
        call_command("import_news", first, verbosity=0)
        call_command("export_news", second, verbosity=0)
        assert second.read_text("utf-8") == first.read_text("utf-8")
        now = pages(client, asked)
        assert [address for address in asked if now[address] != was[address]] == []
        assert list(integrity.faults()) == []
