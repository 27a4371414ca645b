"""What somebody is typing is nowhere on the public site, nor in what leaves it."""

import json

import pytest
from django.core.management import call_command

from articles import sittings
from articles.models import Article
from newsroom.management.commands.public_urls import listed
from tests.newsroom.test_non_interference import seen, world  # noqa: F401

pytestmark = pytest.mark.django_db
CANARY = "Xyzzyunsaved"


def test_unsaved_words_change_nothing_that_readers_get(world, client, alice, at, tmp_path):  # noqa: F811
    at.forward(days=1)
    addresses = [row["example"] for row in listed() if row["name"] != "health_ready"] + [f"/news/?q={CANARY}"]
    before = seen(client, addresses)
    typed = json.dumps([[name, CANARY] for name in ("headline", "body", "standfirst", "slug", "kicker")])
    for key, article in (("a" * 32, Article.objects.get(pk=world.pk)), ("b" * 32, None)):
        sittings.keep(alice, key, article, number=1, version="", words=typed)
    assert seen(client, addresses) == before
    call_command("export_news", tmp_path / "news.jsonl")
    assert CANARY not in (tmp_path / "news.jsonl").read_text()
