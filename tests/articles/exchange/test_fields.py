"""Each kind of fault in a field: its line, its field, its reason, and nothing kept."""

import pytest

from shows.models import Person
from tests.articles.exchange.worlds import (
    a_still,
    a_world,
    an_edition,
    assessed,
    changed,
    evidence,
    imported,
    line_of,
    refused,
)

pytestmark = pytest.mark.django_db

FAULTS = [
    ("dead", {"colour": "red"}, "colour", "unknown field"),
    ("dead", {"titel": "x"}, "titel", 'unknown field: did you mean "title"?'),
    ("dead", {"title": None}, "title", "missing"),
    ("dead", {"title": "  "}, "title", "empty"),
    ("dead", {"title": 7}, "title", "takes text, not a number"),
    ("dead", {"title": "x" * 201}, "title", "longer than 200 characters (201)"),
    ("dead", {"kind": "opera"}, "kind", "“opera” is none of series, film"),
    ("dead", {"aliases": "Now at Our School"}, "aliases", "takes a list, not text"),
    ("dead", {"aliases": [1]}, "aliases", "takes text, not a number"),
    ("dead", {"external_ids": {"myspace": "1"}}, "external_ids",
     "Unknown service myspace: use imdb, tmdb, tvmaze, wikidata."),
    ("dead", {"image": "no-such"}, "image", "there is no image “no-such”"),
    ("dead", {"former_slugs": ["a b"]}, "former_slugs",
     "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    ("dead/2", {"number": 10**30}, "number", "takes a number from 1 to 32767"),
    ("dead/2", {"number": True}, "number", "takes a whole number, not true or false"),
    ("dead/2", {"number": 3}, "key", "a season's key is its show and number, “dead/3”"),
    ("dead/2", {"show": "nope"}, "show", "there is no show “nope”"),
    ("netflix", {"url": "javascript:alert(1)"}, "url", "Give a web address that begins with http(s)://."),
    ("s-upi", {"url": "ftp://upi.example/x"}, "url", "Give a web address that begins with http(s)://."),
    ("s-upi", {"outlet": "nope"}, "outlet", "there is no outlet “nope”"),
    ("s-upi", {"outlet": None}, "outlet",
     "missing: say who published it; a document without an outlet has no url"),
    ("s-upi", {"published_on": "23 July 2025"}, "published_on",
     "“23 July 2025” is no date: write 2025-07-23, 2025-07 or 2025"),
    ("s-upi", {"published_on": "2025-02-30"}, "published_on",
     "“2025-02-30” is no date: write 2025-07-23, 2025-07 or 2025"),
    ("s-upi", {"retrieved_at": "2026-01-01"}, "retrieved_at",
     "“2026-01-01” is no time: write 2026-02-23T09:00:00+00:00"),
    ("s-upi", {"retrieved_at": "2026-01-01T09:00:00"}, "retrieved_at",
     "a time without an offset: write 2026-02-23T09:00:00+00:00"),
    ("s-upi", {"retrieved_at": "9999-12-31T23:59:59-12:00"}, "retrieved_at",
     "“9999-12-31T23:59:59-12:00” is no time: write 2026-02-23T09:00:00+00:00"),
    ("s-upi", {"repeats": "nope"}, "repeats", "there is no source “nope”"),
    ("alice-han", {"account": "no spaces"}, "account",
     "Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters."),
    ("c-window", {"kind": "rumour"}, "kind", "“rumour” is none of milestone, casting, detail"),
    ("c-window", {"property": "relase"}, "property", None),
    ("c-window", {"property": "plot"}, "property", None),
    ("c-window", {"property": None}, "property", "missing: a milestone needs it"),
    ("c-window", {"precision": None}, "precision", "missing: say day, month, quarter, year or window"),
    ("c-window", {"precision": "fortnight"}, "precision",
     "“fortnight” is none of day, month, quarter, year, window, none"),
    ("c-window", {"latest": "2026-08"}, "latest", "the window ends before it begins"),
    ("c-window", {"latest": None}, "latest", "missing: a window has two ends, which may be the same day"),
    ("c-window", {"season": 7}, "season", "there is no season “dead/7”"),
    ("c-window", {"person": "lomon"}, "person", "a milestone has none"),
    ("c-window", {"beside": ["nope"]}, "beside[0]", "there is no claim “nope”"),
    ("c-window", {"supersedes": "nope"}, "supersedes", "there is no claim “nope”"),
    ("c-window", {"key": "A key"}, "key", "A key has 3 to 64 of a-z, 0-9 and the hyphen."),
    ("c-window", {"judgement": {"level": "reported"}}, "judgement.as_of", "missing"),
    ("c-window", {"judgement": {"level": "sure", "as_of": "2026-01-01"}}, "judgement.level",
     "“sure” is none of official, confirmed, reported, rumoured, speculation, debunked"),
    ("c-window", {"judgement": []}, "judgement", "takes an object, not a list"),
    ("c-window", {"outcome": {"value": "maybe", "on": "2026-01-01", "by": "alice"}}, "outcome.value",
     "“maybe” is none of true, false, slipped"),
    ("c-window", {"outcome": {"value": "true", "on": "2026-03-02", "by": "alice"}}, "outcome.on",
     "lies in the future"),
    ("c-window", {"outcome": {"value": "true", "on": "2026-02-02", "by": "alice",
                              "marked_at": "2026-03-02T09:00:00Z"}}, "outcome.marked_at", "lies in the future"),
    ("c-window", {"outcome": {"value": "true", "on": "2026-02-02", "by": "alice",
                              "marked_at": "2026-02-01T09:00:00Z"}}, "outcome.marked_at",
     "lies before the day on which it came out"),
    ("c-window", {"merged": {"at": "2026-02-01T09:00:00Z", "by": "alice"}}, "merged", "says who merged it"),
    ("dead-season-2", {"state": "live"}, "state", "“live” is none of draft, in_review, approved"),
    ("dead-season-2", {"lead": 1}, "lead", "takes true or false, not a number"),
    ("dead-season-2", {"authors": ["nobody"]}, "authors[0]", "there is no author “nobody”"),
    ("dead-season-2", {"withdrawn": {"at": "2026-01-12T00:00:00Z"}}, "withdrawn.note", "missing"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "fields", "field", "reason"), FAULTS)
def test_a_fault_names_line_field_and_reason(at, tmp_path, key, fields, field, reason):
    world = changed(key, **fields)
    line = line_of(world, fields.get("key", key))
    faults = refused(tmp_path, world)
    ours = [fault for fault in faults if fault.startswith(f'line {line}, field "{field}": {reason or ""}')]
    assert ours, faults


ASSESSMENTS = [
    ({"by": None}, "by", "missing"),
    ({"live_from": None}, "live_from", "missing"),
    ({"as_of": "2026-01"}, "as_of", "takes a day, such as 2025-07-23"),
    ({"as_of": "2026-03-02"}, "as_of", "the evidence can't speak to a day that is still to come"),
    ({"as_of": "2026-02-01"}, "as_of", "the evidence can't speak to a day that comes after it went live"),
    ({"review_by": "2025-01-01"}, "review_by", "lies before the day that the evidence speaks to"),
    ({"live_until": "2026-01-01T00:00:00Z"}, "live_until", "ends before it begins"),
    ({"evidence": evidence("nope")}, "evidence[0].source", "there is no source “nope”"),
    (
        {"evidence": evidence("s-upi", role="hints")},
        "evidence[0].role",
        "“hints” is none of supports, denies",
    ),
    (
        {"evidence": evidence("s-upi", quotes="x")},
        "evidence[0].quotes",
        'unknown field: did you mean "quote"?',
    ),
    ({"refuted_by": "nope"}, "refuted_by", "there is no claim or source “nope”"),
    ({"refuted_by": "gopher://x/"}, "refuted_by", "Give a web address that begins with http(s)://."),
]


@pytest.mark.parametrize(("fields", "field", "reason"), ASSESSMENTS)
def test_a_fault_within_an_assessment_names_its_place(at, tmp_path, fields, field, reason):
    world = changed("c-window", assessments=[{**assessed(), **fields}])
    assert f'line 2, field "assessments[0].{field}": {reason}' in refused(tmp_path, world)


EDITIONS = [
    ({"number": None}, "number", "missing"),
    ({"number": 2}, "number", "2 should be 1: editions are counted in the order of going live"),
    ({"headline": None}, "headline", "missing: a story that goes live has one"),
    ({"body": "<script>1</script>"}, "body", "missing: a story that goes live has one"),
    ({"body": '<p><span data-claim="c-none">x</span></p>'}, "body", "there is no claim “c-none”"),
    ({"authors": []}, "authors", "missing: say who wrote it"),
    ({"shows": []}, "shows", "no topic: name a show, a season or a person"),
    ({"note": {"kind": "gossip", "text": "x"}}, "note.kind", None),
    (
        {"note": {"kind": "update", "text": ""}},
        "note.text",
        "missing: say what changed, or leave the note out",
    ),
    ({"slug": "no slug!"}, "slug", None),
    ({"made_at": "now"}, "made_at", "unknown field"),
]


@pytest.mark.parametrize(("fields", "field", "reason"), EDITIONS)
def test_a_fault_within_an_edition_names_its_place(at, tmp_path, fields, field, reason):
    world = changed("dead-season-2", editions=[{**an_edition(), **fields}])
    faults = refused(tmp_path, world)
    assert any(
        fault.startswith(f'line 1, field "editions[0].{field}": {reason or ""}') for fault in faults
    ), faults


def test_several_faults_are_told_at_once_in_the_order_of_their_lines(at, tmp_path):
    world = changed("dead", titel="x", kind="opera")
    world[1]["precision"] = "fortnight"
    assert [fault.partition(":")[0] for fault in refused(tmp_path, world)] == [
        'line 2, field "precision"',
        'line 7, field "titel"',
        'line 7, field "kind"',
    ]


def test_no_more_than_twenty_faults_are_told(at, tmp_path):
    lines = [{"type": "show", "key": f"show-{number}"} for number in range(50)]
    assert len(refused(tmp_path, lines)) == 21


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ({"key": "x"}, 'line 1, field "type": missing'),
        ({"type": ["show"], "key": "x"}, None),
        ({"type": "shows", "key": "x"}, None),
        ({"type": "show", "title": "x"}, 'line 1, field "key": missing'),
        ({"type": "show", "key": 7, "title": "x"}, 'line 1, field "key": takes text, not a number'),
    ],
)
def test_a_line_says_its_type_and_key(tmp_path, line, fault):
    (said,) = refused(tmp_path, [line])
    assert said == fault or (fault is None and said.startswith('line 1, field "type": “'))


def test_a_key_met_again_with_other_content_names_both_lines(at, tmp_path):
    world = [*a_world(), {"type": "person", "key": "lomon", "name": "Lomon Park", "native_name": "로몬"}]
    assert refused(tmp_path, world) == [
        'line 12, field "name": the key “lomon” stands in line 9 already, with another “name”',
    ]


def test_control_characters_are_taken_out(at, tmp_path):
    imported(tmp_path, [{"type": "person", "key": "lomon", "name": "Lo\x00mon\u202e \ud800 Park"}])
    assert Person.objects.get().name == "Lomon Park"


@pytest.mark.parametrize(
    "name", ["../still.png", "/etc/passwd", "images/../../x.png", "images/nope.png", "images"]
)
def test_a_picture_lies_beside_the_file(at, tmp_path, name):
    (tmp_path / "in").mkdir()
    a_still(tmp_path, "still.png")
    line = a_still(tmp_path / "in") | {"file": name}
    (fault,) = refused(tmp_path / "in", [line])
    assert fault.startswith('line 1, field "file": ')


def test_a_picture_behind_a_link_out_of_the_folder_is_refused(at, tmp_path):
    a_still(tmp_path, "still.png")
    line = a_still(tmp_path / "in")
    (tmp_path / "in/images/still.png").unlink()
    (tmp_path / "in/images/still.png").symlink_to(tmp_path / "still.png")
    assert refused(tmp_path / "in", [line]) == [
        'line 1, field "file": “images/still.png” lies outside the folder of the file',
    ]


def test_what_is_no_picture_is_refused(at, tmp_path):
    line = a_still(tmp_path, data=b"<html>no picture</html>")
    assert refused(tmp_path, [line]) == [
        'line 1, field "file": This is no JPEG, PNG, WebP, GIF or AVIF picture that can be read.',
    ]
