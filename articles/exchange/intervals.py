"""The rules of a timeline, held over the rows of one subject as a file tells them."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from articles.exchange.faults import Faults
from articles.exchange.table import Record
from articles.exchange.verdicts import is_uncancelled
from newsroom.lib.timeline import said

EASTERNMOST = timedelta(hours=14)  # no zone on earth has a later calendar day


def check_intervals(record: Record, name: str, now: datetime, faults: Faults) -> None:
    """No row ends before it begins, no two hold at one moment, at most one is still to come."""
    rows = record.data[name]
    for index, row in enumerate(rows):
        if row["live_until"] < row["live_from"]:
            faults.add(record.line, f"{name}[{index}].live_until", "ends before it begins")
        if row["redacted"] and row["redacted"]["at"] > now:
            faults.add(record.line, f"{name}[{index}].redacted", "lies in the future")
        if row["taken_back"] and row["taken_back"] > now:
            faults.add(record.line, f"{name}[{index}].taken_back", "lies in the future")
    held = [(index, row) for index, row in enumerate(rows) if is_uncancelled(row)]
    held.sort(key=lambda pair: pair[1]["live_from"])
    for (_, before), (index, row) in pairwise(held):
        if row["live_from"] < before["live_until"]:
            end = (
                f"holds until {said(before['live_until'])}"
                if before["live_until"].year < 9998
                else "holds for ever"
            )
            faults.add(record.line, f"{name}[{index}].live_from", f"overlaps the row before it, which {end}")
    pending = [index for index, row in held if row["live_from"] > now]
    for index in pending[1:]:
        faults.add(record.line, f"{name}[{index}].live_from", "a second one is scheduled: at most one may be")


def check_verdict(record: Record, path: str, row: dict[str, Any], today, faults: Faults) -> None:
    """The days of a judgement or assessment are possible ones."""
    latest = today
    if "live_from" in row:
        latest = min(today, (row["live_from"] + EASTERNMOST).date())
    if row["as_of"] > latest:
        when = "is still to come" if row["as_of"] > today else "comes after it went live"
        faults.add(record.line, f"{path}.as_of", f"the evidence can't speak to a day that {when}")
    if row["review_by"] and row["review_by"] < row["as_of"]:
        faults.add(record.line, f"{path}.review_by", "lies before the day that the evidence speaks to")


def check_refuters(record: Record, path: str, row: dict[str, Any], faults: Faults) -> None:
    """At most one claim, one source and one address refute a claim."""
    kinds = [kind for kind, _ in row["refuted_by"]]
    for kind in {kind for kind in kinds if kinds.count(kind) > 1}:
        faults.add(record.line, f"{path}.refuted_by", f"names two of one kind ({kind})")
