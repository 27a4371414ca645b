"""The demo's claims pass the gate of least evidence, and rivals on a question say how they stand."""

import pytest

from tests.newsroom.demo.reading import FOREVER, RANKS, level_at, moment, span


def origin(demo, key):
    """The source at the end of a chain of repeats, and every source on the way to it."""
    chain = [demo.all("source")[key]]
    while chain[-1].get("repeats"):
        chain.append(demo.all("source")[chain[-1]["repeats"]])
    return chain[-1], chain


def carried(demo, row):
    """The highest level that the evidence of a row carries (the gate of confidence.md)."""
    outlets, kinds, level = demo.all("outlet"), {}, "speculation" if row["reason"] else None
    for one in row["evidence"]:
        if one["role"] == "denies":
            continue
        source, chain = origin(demo, one["source"])
        level = max(level, "rumoured", key=lambda name: RANKS.get(name, -1))
        if not source.get("outlet"):
            continue
        kind = kinds[source["outlet"]] = outlets[source["outlet"]]["kind"]
        seen = any(step.get("url") for step in chain)
        official = kind == "primary" and source.get("published_on") and seen
        found = "official" if official else "confirmed" if one.get("speaker") else "reported"
        level = max(level, found, key=RANKS.get)
    if len(kinds) > 1 and "trade" in kinds.values():
        level = max(level, "confirmed", key=RANKS.get)
    return level


def questions(claim):
    """What a claim answers, as model.md has it."""
    subject = (claim["show"], claim.get("season"))
    if claim["kind"] == "casting":
        named = {(*subject, "character", claim["character"])} if claim.get("character") else set()
        return {(*subject, "person", claim["person"]), *named}
    name = {"cancellation": "renewal"}.get(claim["property"], claim["property"])
    nothing_said = name == "release" and claim["precision"] == "none"
    return (
        set()
        if claim["kind"] == "detail" or name == "trailer" or nothing_said
        else {(*subject, name, claim.get("part"))}
    )


def test_every_assessment_passes_the_gate_or_says_who_let_it_by(demo):
    overridden = []
    for key, claim in demo.all("claim").items():
        for row in claim["assessments"]:
            if row["level"] == "debunked":
                assert row["refuted_by"] in demo.all("claim"), key
            elif RANKS[carried(demo, row)] < RANKS[row["level"]]:
                assert (bool(row["override"]), row["by"]) == (True, "mona"), key
                overridden.append(key)
            embargoes = [
                moment(demo.all("source")[one["source"]].get("embargo_until")) for one in row["evidence"]
            ]
            assert all(until <= moment(row["live_from"]) for until in embargoes if until != FOREVER), key
    assert overridden == ["tsl-runtime"]


def test_a_second_claim_on_a_question_says_how_it_stands_to_the_first(demo):
    claims = [claim for claim in demo.all("claim").values() if claim["assessments"]]
    for one in claims:
        for other in claims:
            if one["key"] < other["key"] and questions(one) & questions(other):
                related = {
                    one.get("supersedes"),
                    *one.get("beside", []),
                    other.get("supersedes"),
                    *other.get("beside", []),
                }
                assert related & {one["key"], other["key"]}, f"{one['key']} and {other['key']}"


def test_a_successor_is_no_lower_than_what_it_supersedes(demo):
    claims = demo.all("claim")
    for key, claim in claims.items():
        if claim.get("supersedes"):
            for row in claim["assessments"]:
                before = level_at(claims[claim["supersedes"]], span(row)[0])
                assert RANKS[row["level"]] >= RANKS[before], key


@pytest.mark.parametrize("field", ["by", "outcome"])
def test_only_the_three_accounts_act(demo, field):
    rows = [row for _, rows in demo.timelines() for row in rows]
    outcomes = [claim["outcome"] for claim in demo.all("claim").values() if claim.get("outcome")]
    assert {row["by"] for row in (rows if field == "by" else outcomes)} <= {"alice", "mona"}
