"""A synthetic newsroom keeps every rule of the house, and is the same for the same seed."""

from collections import Counter

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count

from articles.models import Article, Edition
from claims import questions, rivalry
from claims.models import Assessment, Claim
from newsroom import integrity, populating
from newsroom.lib import guards
from tests import factories

pytestmark = pytest.mark.django_db


def populate(count=60, seed=1, **options):
    return populating.populate(count, seed, say=lambda line: None, **options)


def told():
    """What readers and the desk could read of it, without the ids of a database."""
    return [
        *Article.objects.order_by("slug").values_list("slug", "headline", "body", "state", "changed_at"),
        *Edition.objects.order_by("slug", "number").values_list("slug", "body", "live_from", "live_until"),
        *Claim.objects.order_by("key").values_list(
            "key", "property", "earliest", "character", "person__slug"
        ),
        *Assessment.objects.order_by("claim__key", "live_from").values_list("claim__key", "level", "as_of"),
    ]


def test_a_synthetic_newsroom_is_sound(at):
    populate(300)
    assert list(integrity.faults()) == []
    assert guards.faults() == []


def test_what_was_populated_can_be_added_to_by_hand(at, client):
    populate(30)
    article = factories.a_story("one-of-ours")
    assert article.pk > 30
    assert client.get("/news/").status_code == 200


def test_rivals_say_how_they_are_related_and_nobody_supersedes_from_below(at):
    populate(600)
    claims = rivalry.load(Claim.objects.all())
    groups = rivalry.groups(claims)
    assert any(claim.supersedes_id for claim in claims) and any(claim.beside.all() for claim in claims)
    assert [pair for group in groups for pair in rivalry.unrelated(group)] == []
    entrances = [entrance for group in groups for entrance in rivalry.entrances(group)]
    assert [claim for claim, row, others in entrances if too_low(claim, row, others)] == []


def too_low(claim, row, others):
    rivalry.hold([claim, *others], row.live_from)
    return questions.too_low(claim, row.confidence, others)


def test_the_same_seed_makes_the_same_newsroom_and_another_seed_another(at):
    one, same, other = (in_an_empty_newsroom(seed) for seed in (1, 1, 2))
    assert one == same
    assert one != other and len(one) > 200


def in_an_empty_newsroom(seed):
    from django.db import transaction

    with transaction.atomic():
        populate(60, seed)
        found = told()
        transaction.set_rollback(True)
    return found


def test_a_newsroom_that_is_not_empty_is_refused(at):
    factories.a_show()
    with pytest.raises(CommandError, match="not empty: --more"):
        call_command("populate", articles=3)
    assert Article.objects.count() == 0


def test_more_comes_on_top(at):
    populate(30)
    populate(30, seed=1, more=True)
    assert Article.objects.count() == 60
    assert list(integrity.faults()) == []


def test_it_takes_at_least_one_story():
    with pytest.raises(CommandError, match="from 1"):
        call_command("populate", articles=0)


def test_the_command_says_how_many_and_how_fast(at, capsys):
    call_command("populate", articles=3, seed=5)
    assert "3 stories, " in capsys.readouterr().out


def test_shares_are_about_those_of_a_newsroom(at):
    populate(2000)
    out = Edition.objects.order_by().values("article").annotate(many=Count("pk"))
    editions = Counter(row["many"] for row in out)
    published = sum(editions.values())
    assert 0.77 < editions[1] / published < 0.83
    assert 0.12 < editions[2] / published < 0.18
    assert 0.97 < published / 2000 < 1
    shows = Counter(Claim.objects.order_by().values_list("show", flat=True))
    assert len(shows) > 250
    assert busiest("people") < 0.02 and busiest("seasons__show") < 0.025


def busiest(topic):
    named = Article.objects.order_by().exclude(**{topic: None}).values(topic)
    return max(row["many"] for row in named.annotate(many=Count("pk", distinct=True))) / 2000


def test_claims_are_of_all_kinds_and_levels(at):
    populate(600)
    assert {kind for (kind,) in Claim.objects.values_list("kind").distinct()} == set(Claim.Kind.values)
    levels = Counter(Assessment.objects.order_by().values_list("level", flat=True))
    assert sorted(levels) == ["confirmed", "debunked", "official", "reported", "rumoured", "speculation"]
    assert Assessment.objects.exclude(walked_back="").exists()
