"""What came of a claim, out and in again."""

import json
from datetime import date

import pytest

from claims import assessing, outcomes
from claims.models import Outcome
from tests import factories
from tests.articles.exchange.worlds import exported, imported, there_and_back

pytestmark = pytest.mark.django_db


def test_an_outcome_keeps_its_hour_and_leaves_out_what_an_import_makes(tmp_path, settings, alice, at):
    told, marked = factories.a_release(key="c-told"), factories.a_detail(key="c-marked")
    for claim in (told, marked):
        assessing.assess(claim, "reported", by=alice, evidence=[factories.a_source()])
    Outcome.objects.create(
        claim=told, value="slipped", on=date(2026, 2, 1), by=alice, marked_at=at.to("2026-02-01")
    )
    at.to("2026-03-02T09:30")
    outcomes.mark(marked, "true", by=alice)
    first, second = there_and_back(tmp_path, settings)
    assert first == second
    lines = {line["key"]: line for line in map(json.loads, first.decode().splitlines())}
    assert [lines[key]["outcome"] for key in ("c-told", "c-marked")] == [
        {"value": "slipped", "on": "2026-02-01", "by": "alice"},
        {"value": "true", "on": "2026-03-02", "by": "alice", "marked_at": "2026-03-02T09:30:00+00:00"},
    ]


def test_a_line_that_says_no_hour_of_marking_is_the_row_that_has_one(tmp_path, alice, at):
    claim = factories.a_detail(key="c-marked")
    assessing.assess(claim, "reported", by=alice, evidence=[factories.a_source()])
    outcomes.mark(claim, "true", by=alice)
    lines = [json.loads(line) for line in exported(tmp_path / "out").decode().splitlines()]
    del next(line for line in lines if line["key"] == "c-marked")["outcome"]["marked_at"]
    assert "stood already" in imported(tmp_path / "in", lines)
