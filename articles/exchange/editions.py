"""Editions in the exchange: an article's content fields as they were published, each in its interval."""

from articles.exchange import days, values
from articles.exchange.faults import Faults
from articles.exchange.intervals import check_intervals
from articles.exchange.story import AS_PUBLISHED, LINKS, WORDS, make_bylines, tell_story
from articles.exchange.table import Record, Table, extra, required
from articles.exchange.verdicts import (
    REDACTED,
    REOPENS,
    clip,
    in_order,
    interval_columns,
    is_uncancelled,
    reopen,
    tell_interval,
)
from articles.exchange.world import World
from articles.models import Article, Edition, EditionByline
from newsroom.lib import clock, html
from newsroom.lib.timeline import announce_coming, said

# The source of a story that came from another house's archive: what was published there may be about nothing of ours.
FROM_AN_ARCHIVE = "post-"

EDITION: Table = {
    "number": required(values.whole(2147483647)),
    "live_from": required(days.instant()),
    "live_until": days.until(),
    "held": values.truth(),
    "held_until": extra(days.instant()),
    "by": required(values.account()),
    "substantive": values.truth(default=True),
    "note": values.one({"kind": required(values.choice(Edition.NoteKind)), "text": values.prose()}),
    **AS_PUBLISHED,
    "claims": extra(values.references("claim")),
    "redacted": REDACTED,
    "taken_back": extra(days.instant()),
    "reopens_until": REOPENS,
}


def tell_edition(row: Edition, article: Article) -> dict:
    note = {"kind": row.note_kind, "text": row.note} if row.note_kind or row.note else None
    return {
        "number": row.number,
        **tell_interval(row),
        "held": row.is_held,
        "held_until": row.held_until,
        "substantive": row.is_substantive,
        "note": note,
        "slug": row.slug,
        **tell_story(row),
        "claims": sorted(claim.key for claim in row.claims.all()) if row.redacted_at else [],
    }


def cited(edition: dict) -> list[str]:
    """The keys of the claims that body and headline rest on; a redacted edition names them itself."""
    marked = [key for key, _ in html.cited(edition["body"])]
    return list(dict.fromkeys([*marked, *edition["lead_claims"], *edition["claims"]]))


def settle_editions(record: Record, faults: Faults) -> None:
    now, editions, withdrawn = clock.now(), record.data["editions"], record.data["withdrawn"]
    for edition in editions:
        if edition["held"]:
            edition["live_until"] = edition["live_from"]
    check_intervals(record, "editions", now, faults)
    clip(editions, withdrawn["at"] if withdrawn else None)
    for index, edition in enumerate(editions):
        if not edition["redacted"]:
            edition["claims"] = []
            _check_note(record, f"editions[{index}]", edition, faults)
            if is_uncancelled(edition):
                _check_words(record, f"editions[{index}]", edition, faults)
        elif spoken := [name for name in WORDS if edition[name]]:
            faults.add(record.line, f"editions[{index}].{spoken[0]}", "it was redacted: it has no words left")
        _check_embargo(record, f"editions[{index}]", edition, now, faults)
    _check_numbers(record, faults)
    record.data["editions"] = in_order(reopen(editions, otherwise="live_until"))


def _check_note(record: Record, path: str, edition: dict, faults: Faults) -> None:
    if edition["note"] and not edition["note"]["text"]:
        faults.add(record.line, f"{path}.note.text", "missing: say what changed, or leave the note out")


def _check_words(record: Record, path: str, edition: dict, faults: Faults) -> None:
    """What must stand in a story before it goes live."""
    if not edition["headline"]:
        faults.add(record.line, f"{path}.headline", "missing: a story that goes live has one")
    if not html.plain(edition["body"]):
        faults.add(record.line, f"{path}.body", "missing: a story that goes live has one")
    if not edition["authors"]:
        faults.add(record.line, f"{path}.authors", "missing: say who wrote it")
    is_elsewhere = edition["number"] == 1 and record.data["read_from"].startswith(FROM_AN_ARCHIVE)
    if not (edition["shows"] or edition["seasons"] or edition["people"] or is_elsewhere):
        faults.add(record.line, f"{path}.shows", "no topic: name a show, a season or a person")


def _check_embargo(record: Record, path: str, edition: dict, now, faults: Faults) -> None:
    until = record.data["embargo_until"]
    if until and now < edition["live_from"] < until and is_uncancelled(edition):
        faults.add(record.line, f"{path}.live_from", f"the story is under embargo until {said(until)}")


def _check_numbers(record: Record, faults: Faults) -> None:
    """Editions are counted in the order of going live, those that were called off left out."""
    held = [(i, one) for i, one in enumerate(record.data["editions"]) if is_uncancelled(one)]
    held.sort(key=lambda pair: pair[1]["live_from"])
    for number, (index, edition) in enumerate(held, start=1):
        if edition["number"] != number:
            reason = (
                f"{edition['number']} should be {number}: editions are counted in the order of going live"
            )
            faults.add(record.line, f"editions[{index}].number", reason)


def make_editions(records: list[Record], world: World) -> None:
    told = [(record, edition) for record in records for edition in record.data["editions"]]
    rows = [_edition(record, edition, world) for record, edition in told]
    Edition.objects.bulk_create(rows, batch_size=100)
    announce_coming(rows)
    pairs = [(row, edition) for row, (_, edition) in zip(rows, told, strict=True)]
    for name, kind in LINKS.items():
        world.join_all(Edition, name, [(row, edition[name]) for row, edition in pairs], kind)
    world.join_all(Edition, "claims", [(row, cited(edition)) for row, edition in pairs], "claim")
    make_bylines(EditionByline, "edition", [(row, edition["authors"]) for row, edition in pairs], world)


def _edition(record: Record, data: dict, world: World) -> Edition:
    note = data["note"] or {"kind": "", "text": ""}
    first = [one["live_from"] for one in record.data["editions"] if is_uncancelled(one)]
    return Edition(
        article=record.row,
        slug=data["slug"],
        **{name: data[name] for name in WORDS},
        **interval_columns(data, world, clock.now()),
        image=world.row("image", data["image"]),
        is_lead=data["lead"],
        number=data["number"],
        published_at=min(first, default=data["live_from"]),
        note_kind=note["kind"],
        note=note["text"],
        is_substantive=data["substantive"],
        is_held=data["held"],
        held_until=data["held_until"],
    )
