"""What came of a claim, and what became of a duplicate, in the exchange: each with who said so, and when."""

from datetime import date, datetime

from articles.exchange import days, values
from articles.exchange.faults import Faults
from articles.exchange.intervals import EASTERNMOST
from articles.exchange.table import Record, extra, plain, required
from articles.exchange.world import World
from claims.models import Claim, Outcome
from newsroom.lib import clock, dates

OUTCOME = values.one(
    {
        "value": required(values.choice(Outcome.Value)),
        "on": required(days.day()),
        "by": required(values.account()),
        "marked_at": extra(days.instant()),
    }
)
MERGED = extra(values.one({"at": required(days.instant()), "by": required(values.account())}))


def tell_outcome(row: Outcome | None) -> dict | None:
    if row is None:
        return None
    return {"value": row.value, "on": row.on, "by": row.by.username, "marked_at": row.marked_at}


def tell_merged(row: Claim) -> dict | None:
    return {"at": row.merged_at, "by": row.merged_by.username} if row.merged_at and row.merged_by else None


def shorten(line: dict) -> None:
    """The hour is left out where it is what an import makes of the day."""
    outcome = line.get("outcome")
    if outcome and outcome["marked_at"] == plain(_marked_at(date.fromisoformat(outcome["on"]))):
        del outcome["marked_at"]


def _marked_at(on: date) -> datetime:
    """When it is taken to have been marked where nobody says: as the day began on which it came out."""
    return dates.first_instant(on)


def settle_outcome(record: Record, faults: Faults) -> None:
    outcome, merged, now = record.data["outcome"], record.data["merged"], clock.now()
    if outcome and outcome["on"] > clock.today():
        faults.add(record.line, "outcome.on", "lies in the future")
    if outcome and (marked := outcome["marked_at"]):
        if marked > now:
            faults.add(record.line, "outcome.marked_at", "lies in the future")
        elif outcome["on"] > (marked + EASTERNMOST).date():
            faults.add(record.line, "outcome.marked_at", "lies before the day on which it came out")
    if merged and not record.data["merged_into"]:
        faults.add(record.line, "merged", "says who merged it, but “merged_into” does not say into what")
    if merged and merged["at"] > now:
        faults.add(record.line, "merged.at", "lies in the future")


def same_outcome(record: Record, told: dict) -> dict:
    """A line that names no hour of marking, and nobody who merged, differs in nothing for that."""
    outcome = record.data["outcome"]
    if told["outcome"] and outcome and not outcome["marked_at"]:
        told = told | {"outcome": told["outcome"] | {"marked_at": None}}
    return told if record.data["merged"] else told | {"merged": None}


def make_outcomes(records: list[Record], world: World) -> None:
    judged = [(record, record.data["outcome"]) for record in records if record.data["outcome"]]
    Outcome.objects.bulk_create(
        Outcome(
            claim=record.row,
            value=data["value"],
            on=data["on"],
            by=world.account(data["by"]),
            marked_at=data["marked_at"] or _marked_at(data["on"]),
        )
        for record, data in judged
    )
