"""Several things at one moment: stories, updates of live ones, and claims, all of them or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from articles import workflow
from articles.models import Article
from claims import assessing
from claims.models import Assessment, Claim, Judgement
from newsroom.lib.refusals import Refused
from newsroom.lib.timeline import act, said


@dataclass(frozen=True)
class Part:
    """A story of the bundle; one that is live is updated, and needs the note that says what changed."""

    article: Article
    note: str = ""
    note_kind: str = "update"


def publish_together(parts: Iterable[Part], claims: Iterable[Claim] = (), *, by, at=None) -> datetime:
    """Release the claims and publish the stories at one moment, now or to come. Raises Refused with every fault,
    and then nothing of it is done."""
    parts, claims = (
        sorted(parts, key=lambda part: part.article.pk),
        sorted(claims, key=lambda claim: claim.pk),
    )
    if not parts and not claims:
        raise Refused("Nothing is chosen: tick what is to go live.")
    faults = []
    shows = {claim.show_id: claim.show for claim in claims}
    with act(*(part.article for part in parts), *(shows[key] for key in sorted(shows)), *claims) as now:
        if at and at <= now:
            raise Refused(f"{said(at)} has passed: choose a later hour, or publish now.")
        for claim in claims:
            faults += _tried(lambda claim=claim: assessing.release(claim, by=by, at=at))
        for part in parts:
            told = _tried(lambda part=part: _publish(part, by, at))
            faults += [f"“{part.article}”: {fault}" for fault in told]
        if faults:
            raise Refused(faults)
        return at or now


def _publish(part: Part, by, at) -> None:
    if part.article.editions.live().exists():
        workflow.update(part.article, by=by, note=part.note, note_kind=part.note_kind, at=at)
    else:
        workflow.publish(part.article, by=by, at=at)


def _tried(verb) -> list[str]:
    try:
        verb()
    except Refused as refused:
        return list(refused.messages)
    return []


def waiting(articles: Iterable[Article]) -> list[Claim]:
    """Claims about what these stories are about whose judgement readers have not seen, and that no other hour waits
    for."""
    shows = {show.pk for article in articles for show in article.shows.all()}
    shows |= {season.show_id for article in articles for season in article.seasons.all()}
    judged = Judgement.objects.filter(
        claim__show__in=shows, claim__merged_into=None, claim__retracted_at=None
    )
    rows = judged.select_related("claim__show", "claim__season__show", "claim__person", "claim__platform")
    pending = set(Assessment.objects.pending().filter(claim__show__in=shows).values_list("claim", flat=True))
    found = {row.claim_id: row for row in rows.order_by("claim__key") if row.claim_id not in pending}
    known = {claim.pk: claim for claim in Claim.objects.filter(pk__in=found).with_held()}
    return [known[pk] for pk, row in found.items() if _is_news(row, known[pk].held)]


def _is_news(judgement: Judgement, held: Assessment | None) -> bool:
    told = (judgement.level, judgement.as_of, judgement.statement)
    return held is None or told != (held.level, held.as_of, held.statement)
