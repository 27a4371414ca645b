"""Claims in the exchange, with what we hold of them."""

from datetime import datetime

from django.db.models import Prefetch, QuerySet

from articles.exchange import days, values
from articles.exchange.evidence import refuse_circles
from articles.exchange.faults import Faults
from articles.exchange.intervals import check_intervals, check_refuters, check_verdict
from articles.exchange.kinds import Kind
from articles.exchange.making import MADE, made_columns, same_but_made, tell_made
from articles.exchange.outcomes import (
    MERGED,
    OUTCOME,
    make_outcomes,
    same_outcome,
    settle_outcome,
    shorten,
    tell_merged,
    tell_outcome,
)
from articles.exchange.shapes import check_shape, left_out
from articles.exchange.table import Record, extra, required
from articles.exchange.verdicts import (
    ASSESSMENT,
    JUDGEMENT,
    clip,
    evidence_columns,
    in_order,
    interval_columns,
    reopen,
    tell_assessment,
    tell_judgement,
    verdict_columns,
)
from articles.exchange.world import BATCH, World
from claims.models import Assessment, AssessmentEvidence, Claim, Judgement, JudgementEvidence
from newsroom.lib import clock
from newsroom.lib.timeline import announce_coming

COLUMNS = (
    *("kind", "property", "part", "earliest", "latest", "precision", "as_said", "value", "job", "character"),
    *("change", "statement", "spoiler", "because"),
)


def tell_claim(row: Claim) -> dict:
    judgement = getattr(row, "judgement", None)
    retracted = {
        "at": row.retracted_at,
        "by": row.retracted_by.username if row.retracted_by else "",
        "note": row.retraction_note,
    }
    return {
        **{name: getattr(row, name) for name in COLUMNS},
        "show": row.show.slug,
        "season": row.season.number if row.season else None,
        "person": row.person.slug if row.person else "",
        "platform": row.platform.slug if row.platform else "",
        "supersedes": row.supersedes.key if row.supersedes else "",
        "beside": sorted(other.key for other in row.beside.all()),
        "merged_into": row.merged_into.key if row.merged_into else "",
        "judgement": tell_judgement(judgement) if judgement else None,
        "assessments": in_order(
            reopen([tell_assessment(one) for one in row.assessments.all()], otherwise="live_from")
        ),
        "outcome": tell_outcome(getattr(row, "outcome", None)),
        "retracted": retracted if row.retracted_at else None,
        "merged": tell_merged(row),
        "made": tell_made(row.made_at, row.made_by),
    }


def full_claims(rows: QuerySet) -> QuerySet:
    beside = [
        ("supersedes", "merged_into", "outcome__by"),
        ("made_by", "merged_by", "retracted_by", "judgement__refuted_by"),
    ]
    held = Assessment.objects.select_related("by", "redacted_by", "refuted_by", "refuting_source")
    return rows.select_related(
        *("show", "season", "person", "platform", "judgement__refuting_source"), *beside[0], *beside[1]
    ).prefetch_related(
        "beside",
        Prefetch("judgement__evidence", JudgementEvidence.objects.select_related("source")),
        Prefetch("assessments", held),
        Prefetch("assessments__evidence", AssessmentEvidence.objects.select_related("source")),
    )


def settle_claim(record: Record, faults: Faults) -> None:
    data, now, today = record.data, clock.now(), clock.today()
    check_shape(record, faults)
    settle_outcome(record, faults)
    retracted = data["retracted"]
    if retracted and retracted["at"] > now:
        faults.add(record.line, "retracted.at", "lies in the future")
    check_intervals(record, "assessments", now, faults)
    clip(data["assessments"], retracted["at"] if retracted else None)
    for index, row in enumerate(data["assessments"]):
        check_verdict(record, f"assessments[{index}]", row, today, faults)
        if row["redacted"]:
            row |= {"reason": "", "override": "", "walked_back": "", "statement": ""}
    if data["judgement"]:
        check_verdict(record, "judgement", data["judgement"], today, faults)
    data["assessments"] = in_order(reopen(data["assessments"], otherwise="live_until"))


def same_claim(record: Record, told: dict) -> dict:
    """A line that names no hour of release differs in nothing where the hour is the first assessment's."""
    told = same_outcome(record, same_but_made(record, told))
    for row in record.data["assessments"]:
        row["gate_met_then"] = False
    theirs, ours = told["judgement"], record.data["judgement"]
    if theirs and ours and not ours["release_at"]:
        if theirs["release_at"] in {row["live_from"] for row in told["assessments"]}:
            told = told | {"judgement": theirs | {"release_at": None}}
    return told


def make_claims(records: list[Record], world: World) -> None:
    for record in records:
        for index, row in enumerate(record.data["assessments"]):
            check_refuters(record, f"assessments[{index}]", row, world.faults)
        if record.data["judgement"]:
            check_refuters(record, "judgement", record.data["judgement"], world.faults)
    world.faults.settle()
    world.write(records, lambda record: _claim(record, world))
    world.link(records, "supersedes", "claim")
    world.link(records, "merged_into", "claim")
    refuse_circles(records, "supersedes", world)
    refuse_circles(records, "merged_into", world)
    world.join_all(Claim, "beside", [(record.row, record.data["beside"]) for record in records], "claim")
    _make_judgements([record for record in records if record.data["judgement"]], world)
    _make_assessments(records, world)
    make_outcomes(records, world)


def _claim(record: Record, world: World) -> Claim:
    data = record.data
    season = f"{data['show']}/{data['season']}" if data["season"] else ""
    made = made_columns(data["made"], world)
    retracted = data["retracted"] or {"at": None, "by": "", "note": ""}
    merged = data["merged"] or {"at": None, "by": ""}
    return Claim(
        key=record.key,
        **{name: data[name] for name in COLUMNS},
        show=world.row("show", data["show"]),
        season=world.row("season", season),
        person=world.row("person", data["person"]),
        platform=world.row("platform", data["platform"]),
        made_at=made.at or clock.now(),
        made_by=made.by,
        merged_at=merged["at"],
        merged_by=world.account(merged["by"]),
        retracted_at=retracted["at"],
        retracted_by=world.account(retracted["by"]),
        retraction_note=retracted["note"],
    )


def _make_judgements(records: list[Record], world: World) -> None:
    rows = [
        Judgement(
            claim=record.row,
            notes=data["notes"],
            release_at=data["release_at"],
            **verdict_columns(data, world),
        )
        for record in records
        for data in (record.data["judgement"],)
    ]
    Judgement.objects.bulk_create(rows, batch_size=BATCH)
    evidence = [
        JudgementEvidence(judgement=row, **evidence_columns(one, world))
        for row, record in zip(rows, records, strict=True)
        for one in record.data["judgement"]["evidence"]
    ]
    JudgementEvidence.objects.bulk_create(evidence, batch_size=BATCH)


def _make_assessments(records: list[Record], world: World) -> None:
    now: datetime = clock.now()
    told = [(record, data) for record in records for data in record.data["assessments"]]
    rows = [
        Assessment(claim=record.row, **verdict_columns(data, world), **interval_columns(data, world, now))
        for record, data in told
    ]
    Assessment.objects.bulk_create(rows, batch_size=BATCH)
    announce_coming(rows)
    evidence = [
        AssessmentEvidence(assessment=row, **evidence_columns(one, world))
        for row, (_, data) in zip(rows, told, strict=True)
        for one in data["evidence"]
    ]
    AssessmentEvidence.objects.bulk_create(evidence, batch_size=BATCH)


TAKEN_BACK = values.one(
    {"at": required(days.instant()), "by": values.account(), "note": required(values.prose())}
)


class Claims(Kind):
    """On the way out, the value of a platform milestone is the platform's key."""

    def line(self, row: Claim) -> dict:
        line = super().line(row)
        if row.property == Claim.Property.PLATFORM and row.platform and not row.value:
            line["value"] = line.pop("platform")
        shorten(line)
        return line


CLAIM = Claims(
    "claim",
    Claim,
    {
        "kind": required(values.choice(Claim.Kind)),
        "property": values.choice(Claim.Property),
        "part": values.words(Claim, "part"),
        "show": required(values.reference("show")),
        "season": values.whole(32767),
        "person": values.reference("person"),
        "job": values.words(Claim, "job"),
        "character": values.words(Claim, "character"),
        "change": values.choice(Claim.Change),
        "statement": values.prose(1000),
        "earliest": days.first_day(),
        "latest": days.last_day(),
        "precision": values.choice(Claim.Precision),
        "as_said": values.words(Claim, "as_said"),
        "value": values.number_or_words(100),
        "platform": extra(values.reference("platform")),
        "spoiler": values.choice(Claim.Spoiler, Claim.Spoiler.NONE.value),
        "supersedes": values.reference("claim"),
        "beside": values.references("claim"),
        "merged_into": values.reference("claim"),
        "because": extra(values.prose()),
        "judgement": values.one(JUDGEMENT),
        "assessments": values.many(ASSESSMENT),
        "outcome": OUTCOME,
        "retracted": extra(TAKEN_BACK),
        "merged": MERGED,
        "made": MADE,
    },
    tell_claim,
    make_claims,
    slot="key",
    full=full_claims,
    settle=settle_claim,
    same=same_claim,
    left_out=left_out,
)
