"""Tokens, keys and fields of the demo file."""

import datetime
import json
import re

from newsroom.demo import IMAGES, NEWS, rendered

KEY = re.compile(r"[a-z0-9-]{3,64}")
SEASON = re.compile(r"[a-z0-9-]{3,64}/\d+")
FIELDS = {
    "platform": "name url",
    "show": "kind title original_title aliases country genres external_ids image former_slugs",
    "season": "show number title",
    "person": "name sort_name native_name aliases external_ids image former_slugs",
    "author": "name bio account",
    "image": "file alt decorative credit licence rights_until focus",
    "outlet": "name kind url",
    "source": "outlet kind url title published_on retrieved_at archive_url repeats embargo_until",
    "disclaimer": "text below",
    "claim": "kind property part show season person job character change statement earliest latest precision"
    " as_said value spoiler supersedes beside merged_into judgement assessments outcome",
    "article": "state headline standfirst body kicker description authors shows seasons people lead_claims"
    " disclaimers image lead embargo_until editions withdrawn former_slugs",
}
POINTERS = {
    "show": {"image": "image"},
    "season": {"show": "show"},
    "person": {"image": "image"},
    "source": {"outlet": "outlet", "repeats": "source"},
    "claim": {"show": "show", "person": "person", "supersedes": "claim", "beside": "claim"},
    "article": {
        "authors": "author", "shows": "show", "seasons": "season", "people": "person", "lead_claims": "claim",
        "disclaimers": "disclaimer", "image": "image",
    },
}  # fmt: skip


def test_tokens_become_dates_told_from_the_day_of_loading():
    lines = list(rendered(datetime.date(2026, 11, 22)))
    assert "{{" not in "".join(lines)
    assert len(lines) == len(NEWS.read_text("utf-8").splitlines())
    news = {row["key"]: row for row in map(json.loads, lines) if row["type"] == "article"}
    article = news["the-proving-room-season-4-date"]
    assert article["editions"][1]["live_from"] == "2026-11-29T09:00:00+00:00"
    assert article["headline"] == "The Proving Room returns on 25 December 2026, Northlight announces"


def test_every_line_is_an_object_with_known_fields_and_a_key_of_its_own(demo):
    seen = set()
    for row in demo.rows:
        kind, key = row["type"], row["key"]
        assert (SEASON if kind == "season" else KEY).fullmatch(key), key
        assert (kind, key) not in seen
        seen.add((kind, key))
        assert set(row) - {"type", "key"} <= set(FIELDS[kind].split()), key


def test_every_key_that_is_named_exists(demo):
    for row in demo.rows:
        for field, kind in POINTERS.get(row["type"], {}).items():
            named = row.get(field) or []
            for key in [named] if isinstance(named, str) else named:
                assert key in demo.all(kind), f"{row['key']}: {field} {key}"
    for claim in demo.all("claim").values():
        if claim.get("season"):
            assert f"{claim['show']}/{claim['season']}" in demo.all("season")
        if claim.get("property") == "platform":
            assert claim["value"] in demo.all("platform")


def test_the_file_names_just_the_pictures_that_are_drawn(demo):
    images = demo.all("image").values()
    assert {image["file"] for image in images} == {f"images/{name}.png" for name in IMAGES}
    assert all(image["alt"] or image["decorative"] for image in images)


def test_nothing_invented_has_a_real_address(demo):
    real = ("netflix", "gamesradar", "slashfilm", "themarysue", "upi", "comicbook")
    for row in demo.rows:
        if row.get("url"):
            assert re.match(
                rf"https://(www\.)?({'|'.join(real)})\.com/|https://[a-z]+\.example/", row["url"]
            ), row["url"]
