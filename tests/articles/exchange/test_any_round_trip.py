"""Whatever the desk has done: exported and imported on an empty site, every public page has the same bytes."""

import pytest
from django.core.management import call_command
from django.test import Client
from hypothesis import given, settings

from newsroom import integrity
from newsroom.lib import clock
from tests.articles.exchange.walking import addresses, pages
from tests.histories import UNHURRIED, a_desk, an_empty_site, histories, played


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
