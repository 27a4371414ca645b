"""Judgements and assessments in the exchange: a level with what it rests on."""

from datetime import datetime
from typing import Any

from articles.exchange import days, values
from articles.exchange.faults import Unfit
from articles.exchange.table import Field, Place, Table, extra, plain, required
from articles.exchange.world import World
from claims.confidence import Confidence
from claims.models import Assessment, Claim, Evidence, Judgement, Source
from newsroom.lib import clock

Refuter = tuple[str, str]  # ("claim" | "source" | "url", its key or address)


def _refuters() -> Field:
    """What refutes a claim: the key of a claim or a source, or an address; a list where several are named."""
    address = values.url(1000)

    def read(raw: Any, place: Place) -> list:
        items = raw if isinstance(raw, list) else [raw]
        if not all(isinstance(item, str) and item for item in items):
            raise Unfit("takes the key of a claim or a source, or a web address")
        found: list = list(dict.fromkeys(items))
        for slot, item in enumerate(found):
            name, colon, key = item.partition(":")
            if item.lower().startswith(("http:", "https:")) or "/" in item:
                found[slot] = ("url", address.read(item, place))
            elif colon and name in ("claim", "source"):
                found[slot] = key
                place.refers(f"{name}|", found, slot)
            else:
                place.refers("claim|source", found, slot)
        return found

    return Field(read, [], write=_write_refuters)


def _write_refuters(refuters: list[Refuter]) -> Any:
    said = [_said(*refuter) for refuter in refuters]
    return said[0] if len(said) == 1 else said or None


def _said(name: str, key: str) -> str:
    """A source whose key is a claim's as well says that it is the source."""
    is_taken = name == "source" and Claim.objects.filter(key=key).exists()
    return f"source:{key}" if is_taken else key


EVIDENCE: Table = {
    "source": required(values.reference("source")),
    "role": values.choice(Evidence.Role, Evidence.Role.SUPPORTS.value),
    "quote": values.prose(),
    "speaker": values.words(Evidence, "speaker"),
}
VERDICT: Table = {
    "level": required(values.choice(Confidence)),
    "as_of": required(days.day()),
    "review_by": days.day(),
    "reason": values.prose(),
}
GROUNDS: Table = {
    "override": values.prose(),
    "walked_back": values.prose(),
    "refuted_by": _refuters(),
    "statement": values.prose(),
}
JUDGEMENT: Table = {
    **VERDICT,
    "notes": values.prose(),
    **{name: extra(field) for name, field in GROUNDS.items()},
    "release_at": extra(days.instant()),
    "evidence": values.many(EVIDENCE),
}
REDACTED = extra(
    values.one({"at": required(days.instant()), "by": values.account(), "because": required(values.prose())})
)
REOPENS = extra(days.instant())
ASSESSMENT: Table = {
    **VERDICT,
    "live_from": required(days.instant()),
    "live_until": days.until(),
    "by": required(values.account()),
    **GROUNDS,
    "evidence": values.many(EVIDENCE),
    "redacted": REDACTED,
    "taken_back": extra(days.instant()),
    "reopens_until": REOPENS,
    "gate_met_then": extra(values.truth()),
}
PLAIN = ("level", "as_of", "review_by", "reason", "override", "walked_back", "statement")


def tell_verdict(row: Judgement | Assessment) -> dict:
    refuters = [
        ("claim", row.refuted_by.key if row.refuted_by else ""),
        ("source", row.refuting_source.key if row.refuting_source else ""),
        ("url", row.refuting_url),
    ]
    return {
        **{name: getattr(row, name) for name in PLAIN},
        "refuted_by": [one for one in refuters if one[1]],
        "evidence": [_tell_evidence(one) for one in row.evidence.all()],
    }


def _tell_evidence(one: Evidence) -> dict:
    return {"source": one.source.key, "role": one.role, "quote": one.quote, "speaker": one.speaker}


def tell_judgement(row: Judgement) -> dict:
    return {**tell_verdict(row), "notes": row.notes, "release_at": row.release_at}


def tell_assessment(row: Assessment) -> dict:
    return {
        **tell_verdict(row),
        **tell_interval(row),
        "gate_met_then": False,
    }


def tell_interval(row) -> dict:
    redacted = {
        "at": row.redacted_at,
        "by": row.redacted_by.username if row.redacted_by else "",
        "because": row.redacted_because,
    }
    return {
        "live_from": row.live_from,
        "live_until": row.live_until,
        "by": row.by.username,
        "redacted": redacted if row.redacted_at else None,
        "taken_back": row.taken_back_at,
        "reopens_until": row.reopens_until,
    }


def verdict_columns(data: dict, world: World) -> dict:
    refuters = dict(data["refuted_by"])
    return {
        **{name: data[name] for name in PLAIN},
        "refuted_by": world.row("claim", refuters.get("claim", "")),
        "refuting_source": world.row("source", refuters.get("source", "")),
        "refuting_url": refuters.get("url", ""),
    }


def interval_columns(data: dict, world: World, now: datetime) -> dict:
    redacted = data["redacted"] or {"at": None, "by": "", "because": ""}
    return {
        "live_from": data["live_from"],
        "live_until": data["live_until"],
        "made_at": now,
        "by": world.account(data["by"]),
        "taken_back_at": data["taken_back"],
        "reopens_until": data["reopens_until"],
        "redacted_at": redacted["at"],
        "redacted_because": redacted["because"],
        "redacted_by": world.account(redacted["by"]),
    }


def evidence_columns(data: dict, world: World) -> dict:
    source: Source = world.row("source", data["source"])
    return {"source": source, **{name: data[name] for name in ("role", "quote", "speaker")}}


def in_order(rows: list[dict]) -> list[dict]:
    """Timeline rows as they went live; what was cancelled before what held, and else by their words."""
    return sorted(rows, key=lambda row: (row["live_from"], row["live_until"], repr(plainly(row))))


def plainly(data: Any) -> Any:
    """Nested data with its instants written, for an order that never depends on chance."""
    if isinstance(data, dict):
        return {name: plainly(data[name]) for name in sorted(data)}
    return [plainly(one) for one in data] if isinstance(data, list) else str(plain(data))


def clip(rows: list[dict], at: datetime | None) -> None:
    """What was taken back at a moment holds no longer than till then, and what was to come never held."""
    for row in rows:
        if at is not None:
            row["live_until"] = max(row["live_from"], min(row["live_until"], at))
            row["taken_back"] = row["taken_back"] or at


def is_uncancelled(row: dict) -> bool:
    return row["live_from"] < row["live_until"]


def reopen(rows: list[dict], otherwise: str) -> list[dict]:
    """What the row before a scheduled one gets back if that is cancelled; of no other row does it say anything.

    `otherwise` names the end that is meant where none is said: of the row to come, which took it over; or its
    beginning, where the row before it was to end then anyway.
    """
    ends = {row["live_until"] for row in rows if is_uncancelled(row)}
    for row in rows:
        is_next = is_uncancelled(row) and row["live_from"] > clock.now() and row["live_from"] in ends
        row["reopens_until"] = (row["reopens_until"] or row[otherwise]) if is_next else None
    return rows
