"""The rules that hold for claims, however they come in: each assessment is judged as of its own hour.

They look at intervals alone: what was taken back later held at its time.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Min

from articles.exchange.editions import cited
from articles.exchange.kinds import chunks
from articles.exchange.table import Record
from articles.exchange.verdicts import is_uncancelled
from articles.exchange.world import World
from claims import questions, rivalry
from claims.gate import Case, embargoed_until
from claims.hindsight import unmet
from claims.models import Assessment, Claim
from newsroom.lib.timeline import said

UNRELATED = (
    "answers the same question as “{other}” ({theirs}) while both are live:"
    " name it in “supersedes” or in “beside”"
)
TOO_LOW = "“{other}” is {theirs}, this is {ours}: to supersede takes an equal or higher level"


def check_claims(records: list[Record], world: World) -> None:
    """Every rule, over the new claims and those that share a show with them; faults name the new line."""
    lines = {record.row.pk: record for record in records}
    everything = _loaded({record.row.show_id for record in records})
    for claim in everything:
        if record := lines.get(claim.pk):
            for index, reason in _own_faults(claim, record):
                world.faults.add(record.line, f"assessments[{index}]", reason)
            if claim.supersedes and claim.supersedes.show_id != claim.show_id:
                world.faults.add(record.line, "supersedes", "that claim is about another show")
    for group in rivalry.groups(everything):
        if any(claim.pk in lines for claim in group):
            _check_rivals(group, lines, world)


def _check_rivals(group: list[Claim], lines: dict[int, Record], world: World) -> None:
    """Each pair is told once, at the line that is new."""
    told: set[frozenset[int]] = set()
    for claim, other, field, reason in _among_rivals(group):
        if claim.pk not in lines:
            claim, other = other, claim
        if claim.pk in lines and frozenset((claim.pk, other.pk)) not in told:
            told.add(frozenset((claim.pk, other.pk)))
            reason = reason.format(other=other.key, theirs=other.held.level, ours=claim.held.level)
            world.faults.add(lines[claim.pk].line, field, reason)


def _loaded(shows: set[int]) -> list[Claim]:
    """All claims about these shows, with their uncancelled assessments, linked to what they supersede."""
    claims = [claim for some in chunks(shows) for claim in rivalry.load(Claim.objects.filter(show__in=some))]
    rivalry.link(claims)
    return claims


def _own_faults(claim: Claim, record: Record) -> Iterator[tuple[int, str]]:
    """The gate, embargoes of sources, and the one way down."""
    places = {row["live_from"]: i for i, row in enumerate(record.data["assessments"]) if is_uncancelled(row)}
    before = None
    for row in claim.uncancelled:
        index = places[row.live_from]
        told = record.data["assessments"][index]
        case = Case.of(row, row.evidence.all())
        if not row.redacted_at:
            if not row.override and (missing := unmet(row, case, counts_then=told["gate_met_then"])):
                yield index, missing
            if (until := embargoed_until(case)) and row.live_from < until:
                yield index, f"it rests on a source that is under embargo until {said(until)}"
            if before and before.confidence.rule.needs_walking_back and not row.walked_back:
                if row.confidence.lower_than(before.confidence):
                    down = f"from {before.level} down to {row.level}"
                    yield index, f"goes {down}: say in “walked_back” that it is walked back, and why"
        before = row


def _among_rivals(group: list[Claim]) -> Iterator[tuple[Claim, Claim, str, str]]:
    """Rivals on one question that hold at one moment, of which neither names the other."""
    for claim, row, others in rivalry.entrances(group):
        for other in questions.unrelated_rivals(claim, others):
            yield claim, other, "beside", UNRELATED
        if other := questions.too_low(claim, row.confidence, others):
            yield claim, other, "supersedes", TOO_LOW


def check_citations(records: list[Record], world: World) -> None:
    """Whatever an edition cites is held, at the latest, from the hour at which the edition goes live."""
    wanted = {key for record in records for edition in record.data["editions"] for key in cited(edition)}
    claims = {key: world.row("claim", key) for key in wanted if world.knows("claim", key)}
    first = first_hours(claim.pk for claim in claims.values())
    for record in records:
        for index, edition in enumerate(record.data["editions"]):
            for key in cited(edition) if is_uncancelled(edition) else ():
                hour = first.get(claims[key].pk)
                if hour is None or hour > edition["live_from"]:
                    place = "lead_claims" if key in edition["lead_claims"] else "body"
                    reason = f"cites “{key}”, which has no assessment by {said(edition['live_from'])}"
                    world.faults.add(record.line, f"editions[{index}].{place}", reason)


def first_hours(claims: Iterable[int]) -> dict[int, datetime]:
    """When each of these claims was, is or will be first held."""
    found: dict[int, datetime] = {}
    for some in chunks(claims):
        rows = Assessment.objects.uncancelled().filter(claim__in=some).order_by()
        found |= dict(rows.values_list("claim").annotate(first=Min("live_from")))
    return found
