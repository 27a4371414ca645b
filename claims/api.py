"""A claim as the API tells it: the level, value, as-of and words that its page shows, from the same record."""

from collections.abc import Iterable
from datetime import date

from claims.api_shapes import (
    ABOUT,
    CLAIM,
    CLAIM_IN_SHORT,
    CLAIM_NOW,
    HISTORY,
    NAMED,
    OUTCOME,
    REFUTES,
    SOURCE,
)
from claims.badges import badge_of
from claims.dossier import Entry, dossier
from claims.models import Assessment, Claim, Outcome, Source
from claims.nearby import around
from claims.record import Record
from claims.wording import value_said
from newsroom.lib import api


def known_of(rows: Iterable[Claim], at) -> Record:
    """What has been held by a moment of these claims, and of all that they are related to. At most ten queries."""
    keys = [claim.pk for claim in rows]
    refuting = Assessment.objects.live(at).filter(claim__in=keys, refuted_by__isnull=False)
    return around({*keys, *refuting.values_list("refuted_by", flat=True)}, at)


def short(claim: Claim, today: date) -> dict:
    """A claim that is held, as a story tells it. A merged duplicate speaks as its survivor."""
    return CLAIM_IN_SHORT.tell(_short(claim, today))


def _short(claim: Claim, today: date) -> dict:
    held, badge = claim.held, badge_of(claim, today)
    return {
        "key": claim.key,
        "url": api.absolute(badge.url),
        "kind": claim.kind,
        "property": claim.property or None,
        "part": claim.part or None,
        "about": _about(claim),
        "text": held.said,
        "value": value_said(claim) or None,
        "level": held.level,
        "as_of": api.day(held.as_of),
        "review_by": api.day(held.review_by),
        "is_stale": badge.is_stale,
        "badge": badge.words,
        "spoiler": claim.spoiler,
        "sources": _sources(held),
    }


def brief(claim: Claim, today: date) -> dict:
    """A claim as what now answers in another's place."""
    told = _short(claim, today)
    told["value"] = told["value"] or told["text"]
    return CLAIM_NOW.tell({name: told[name] for name in CLAIM_NOW.fields})


def whole(claim: Claim, known: Record, outcome: Outcome | None) -> dict:
    """A claim by itself, with what it says, why we hold it so, and what it stands next to."""
    held, found = claim.held, dossier(claim, known, None)
    told = _short(claim, known.today) | {
        "earliest": api.day(claim.earliest),
        "latest": api.day(claim.latest),
        "precision": claim.precision or None,
        "as_said": claim.as_said or None,
        "platform": _named(claim.platform),
        "person": _named(claim.person),
        "job": claim.job or None,
        "character": claim.character or None,
        "change": claim.change or None,
        "reason": held.reason or None,
        "walked_back": held.walked_back or None,
        "override": held.override or None,
        "origins": found.count or None,
        "refuting_url": held.refuting_url or None,
        "refuted_by": _key(found.refuted_by),
        "supersedes": _key(found.supersedes),
        "superseded_by": _key(found.superseded_by),
        "beside": sorted(one.key for one in found.beside),
        "outcome": _outcome(outcome) if outcome and outcome.is_known(known.at) else None,
        "live_from": api.moment(claim.history[0].live_from),
    }
    return CLAIM.tell(told)


def history(claim: Claim, known: Record) -> list[dict]:
    """Its assessments by the record's moment, newest first."""
    return [_entry(entry, known.at) for entry in dossier(claim, known, None).history]


def _entry(entry: Entry, at) -> dict:
    """An end that is still to come is not told: it would announce what is scheduled."""
    held = entry.held
    told = {
        "level": held.level,
        "as_of": api.day(held.as_of),
        "review_by": api.day(held.review_by),
        "what": entry.what,
        "text": None if held.redacted_at else held.said,
        "reason": held.reason or None,
        "walked_back": held.walked_back or None,
        "override": held.override or None,
        "redacted": held.redacted_because or None,
        "live_from": api.moment(held.live_from),
        "live_until": api.moment(held.live_until) if held.live_until <= at else None,
    }
    return HISTORY.tell(told)


def _about(claim: Claim) -> dict:
    told = {
        "show": claim.show.slug,
        "season": claim.season.number if claim.season else None,
        "title": str(claim.subject),
        "url": api.absolute(claim.subject.get_absolute_url()),
    }
    return ABOUT.tell(told)


def _sources(held: Assessment) -> list[dict]:
    told = [_source(one.source, one.role, one.quote, one.speaker) for one in held.evidence.all()]
    return told + ([_source(held.refuting_source, REFUTES)] if held.refuting_source else [])


def _source(source: Source, role: str, quote: str = "", speaker: str = "") -> dict:
    """Of what it passes on, only who said it first; a document has a title and no more."""
    told = {
        "key": source.key,
        "kind": source.kind or "published",
        "outlet": str(source.outlet) if source.outlet else None,
        "outlet_kind": source.outlet.kind if source.outlet else None,
        "title": source.title,
        "url": source.url or None,
        "archive_url": source.archive_url or None,
        "published_on": source.published_on or None,
        "origin": str(source.origin.outlet or "a document") if source.repeats else None,
        "role": role,
        "quote": quote or None,
        "speaker": speaker or None,
    }
    return SOURCE.tell(told)


def _outcome(outcome: Outcome) -> dict:
    return OUTCOME.tell({"value": outcome.value, "on": api.day(outcome.on)})


def _named(row) -> dict | None:
    return NAMED.tell({"slug": row.slug, "name": str(row)}) if row else None


def _key(claim: Claim | None) -> str | None:
    return claim.key if claim else None
