"""Whatever stands in a file: it is taken, or refused in words. Never a traceback, never half of it."""

import copy
import random

import pytest
from django.db import connection, transaction

from articles.exchange.faults import BadFile
from articles.exchange.taking import take
from images import renditions
from newsroom import integrity
from tests.articles.exchange.worlds import a_file, a_still, a_world, assessed, row_counts

pytestmark = pytest.mark.django_db

NASTY = [
    *(None, True, False, 0, -1, 1, 2, 10**9, 2**63, 10**40, 0.5, -0.0, 1e308),
    *("", " ", "x", "x" * 70_000, "\x00", "\ud800", "a\nb", "../x", "/", "<b>x</b>", "٢٠٢٥"),
    *("<span data-claim='c-window'>x</span>", "<p><span data-claim='c-none'>x</span></p>"),
    *("2026", "2026-01", "2026-01-05", "0000-00-00", "9999-12-31", "9998-01-01T00:00:00Z"),
    *("9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00", "2026-01-10T09:00:00+00:00"),
    *("2026-03-01T12:00:00Z", "2027-01-01T00:00:00Z", "dead", "dead/2", "c-window", "s-upi", "netflix"),
    *("official", "debunked", "casting", "milestone", "release", "source:s-upi", "claim:", "{show} {no} {"),
    *("http://", "https://x.example/", "javascript:1", [], {}, [[]], [None], [{}], ["dead"], ["c-window"]),
    {"at": "2026-01-01T00:00:00Z", "by": "x", "note": "x"},
]


def a_full_world(folder):
    """Lines with every field that a mutation may meet."""
    world = [*a_world(), a_still(folder)]
    world[0] |= {"image": "still-1", "lead_claims": ["c-window"], "withdrawn": None, "embargo_until": None}
    world[0]["editions"][0] |= {"note": None, "slug": "x-y", "held": False, "redacted": None, "headline": "H"}
    rows = [assessed(live_until="2026-01-20T09:00:00Z", override=None, refuted_by=None, redacted=None)]
    rows.append(
        assessed("reported", "2026-02-20T09:00:00Z", walked_back=None, statement=None, taken_back=None)
    )
    judgement = {"level": "reported", "as_of": "2026-01-10", "notes": "n", "release_at": None, "evidence": []}
    outcome = {"value": "true", "on": "2026-01-12", "by": "bob"}
    world[1] |= {
        "assessments": rows,
        "judgement": judgement,
        "outcome": outcome,
        "retracted": None,
        "made": None,
    }
    world.append({"type": "disclaimer", "key": "care", "text": "{platform} is silent", "below": "confirmed"})
    casting = {"kind": "casting", "show": "dead", "season": 2, "person": "lomon", "supersedes": None}
    world.append({"type": "claim", "key": "c-lomon", **casting, "beside": [], "merged_into": None})
    return world


def mutated(world, dice):
    """The world with one to three of its values replaced, removed or moved."""
    world = copy.deepcopy(world)
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        holder, slot = dice.choice(list(_places(world)))
        if isinstance(holder, dict) and dice.random() < 0.1:
            del holder[slot]
        elif isinstance(holder, dict) and dice.random() < 0.1:
            holder[dice.choice(["key", "type", "by", "note", "x", "", "\x00"])] = dice.choice(NASTY)
        else:
            holder[slot] = copy.deepcopy(dice.choice(NASTY))
    return world


def _places(value):
    slots = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for slot, inner in slots:
        yield value, slot
        yield from _places(inner)


def told_of(path):
    """The faults for which a file was refused; none if it was taken."""
    try:
        take(path)
    except BadFile as bad:
        return bad.messages
    return []


@pytest.mark.parametrize("seed", range(4))
def test_any_mutation_is_taken_whole_or_refused_in_words(at, settings, tmp_path, monkeypatch, seed):
    settings.MEDIA_ROOT = tmp_path / "media"
    monkeypatch.setattr(renditions, "WIDTHS", (16,))
    dice, world, before, taken = random.Random(seed), a_full_world(tmp_path / "in"), row_counts(), 0
    for _ in range(60):
        path = a_file(tmp_path / "in", mutated(world, dice))
        with transaction.atomic():
            if faults := told_of(path):
                assert [one for one in faults if not one.startswith(("line ", "These are the first"))] == []
                assert row_counts() == before
            else:
                taken += 1
                connection.check_constraints()
                assert list(integrity.faults()) == []
            transaction.set_rollback(True)
        for left in (tmp_path / "media").rglob("*.*"):
            left.unlink()
    assert taken
