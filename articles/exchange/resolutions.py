"""How the desk answered what moved under a story, in the exchange: once for a story and an assessment."""

from articles.exchange import days, values
from articles.exchange.faults import Faults
from articles.exchange.table import Record, Table, extra, required
from articles.exchange.verdicts import is_uncancelled
from articles.exchange.world import World
from articles.models import Article, Resolution
from claims.models import Assessment
from newsroom.lib import clock

RESOLUTION: Table = {
    "claim": required(values.reference("claim")),
    "live_from": required(days.instant()),
    "retraction": values.truth(),
    "edition": values.whole(2147483647),
    "because": values.prose(),
    "by": required(values.account()),
    "at": required(days.instant()),
}
RESOLUTIONS = extra(values.many(RESOLUTION))


def tell_resolutions(row: Article) -> list[dict]:
    told = [
        {
            "claim": one.assessment.claim.key,
            "live_from": one.assessment.live_from,
            "retraction": one.is_retraction,
            "edition": one.edition.number if one.edition else None,
            "because": one.because,
            "by": one.by.username,
            "at": one.at,
        }
        for one in row.resolutions.all()
    ]
    return sorted(told, key=_place)


def _place(one: dict) -> tuple:
    return one["at"], one["claim"], one["live_from"], one["retraction"]


def settle_resolutions(record: Record, faults: Faults) -> None:
    numbers = {one["number"] for one in record.data["editions"] if is_uncancelled(one)}
    record.data["resolutions"] = sorted(record.data["resolutions"], key=_place)
    for index, one in enumerate(record.data["resolutions"]):
        path = f"resolutions[{index}]"
        if one["edition"] is None and not one["because"]:
            faults.add(
                record.line, f"{path}.because", "missing: name the edition that told readers, or say why none"
            )
        if one["edition"] is not None and one["edition"] not in numbers:
            faults.add(record.line, f"{path}.edition", f"the story has no edition {one['edition']}")
        if one["at"] > clock.now():
            faults.add(record.line, f"{path}.at", "lies in the future")


def make_resolutions(records: list[Record], world: World) -> None:
    told = [(record, one) for record in records for one in record.data["resolutions"]]
    if not told:
        return
    claims = {world.row("claim", one["claim"]) for _, one in told}
    causes = {
        (row.claim_id, row.live_from): row
        for row in Assessment.objects.uncancelled().filter(claim__in=claims)
    }
    rows = []
    for record, one in told:
        cause = causes.get((world.row("claim", one["claim"]).pk, one["live_from"]))
        if cause is None:
            world.faults.add(record.line, "resolutions", f"“{one['claim']}” has no assessment of that moment")
            continue
        rows.append(_resolution(record, one, cause, world))
    Resolution.objects.bulk_create(rows)


def _resolution(record: Record, one: dict, cause: Assessment, world: World) -> Resolution:
    editions = {row.number: row for row in record.row.editions.uncancelled()} if one["edition"] else {}
    return Resolution(
        article=record.row,
        assessment=cause,
        is_retraction=one["retraction"],
        edition=editions.get(one["edition"]),
        because=one["because"],
        by=world.account(one["by"]),
        at=one["at"],
    )
