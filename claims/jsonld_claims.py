"""Claims for machines, each with its level as a term of the set at /confidence/; and the review of a debunked one."""

from datetime import date

from django.urls import reverse

from claims.badges import badge_of
from claims.confidence import Confidence
from claims.jsonld import id_of
from claims.models import Claim, Source
from claims.record import Record
from claims.wording import topic_said, value_said
from newsroom.lib.api import absolute
from newsroom.lib.jsonld import LANGUAGE, ORGANISATION, Node, day, instant, node, ref

TERMS = "/confidence/#levels"


def unsure(record: Record) -> list[Node]:
    """Every claim that is held below confirmed, debunked ones among them."""
    held = [claim for claim in record.timeline if not claim.held.confidence.rule.is_machine_readable]
    return [claim_node(claim, record.today) for claim in held]


def claim_node(claim: Claim, today: date) -> Node:
    """A claim that is held, at any level. A merged duplicate speaks as its survivor."""
    held, badge = claim.held, badge_of(claim, today)
    is_spoiler = claim.spoiler == Claim.Spoiler.MAJOR
    evidence = list(held.evidence.all())
    about = [claim.subject, *([claim.person] if claim.person else [])]
    first = [one.source.origin for one in evidence if one.is_support]
    return node(
        "Claim",
        f"{badge.url}#claim",
        url=absolute(badge.url),
        name="" if is_spoiler else topic_said(claim),
        text=_told(claim),
        alternativeHeadline="" if is_spoiler else value_said(claim),
        description=badge.words,
        about=[ref(id_of(one)) for one in about],
        datePublished=instant((getattr(claim, "history", None) or [held])[0].live_from),
        dateModified=instant(held.live_from),
        temporalCoverage=day(held.as_of),
        expires=day(held.review_by),
        creativeWorkStatus=term(held.confidence),
        citation=[_source(one.source) for one in evidence],
        firstAppearance=_source(first[0]) if first else None,
        inLanguage=LANGUAGE,
        publisher=ref(ORGANISATION),
    )


def _told(claim: Claim) -> str:
    """Its words; what spoils the story is told on its page alone, where it is folded away."""
    is_spoiler = claim.spoiler == Claim.Spoiler.MAJOR
    return f"A claim about {claim.subject} that spoils the story." if is_spoiler else claim.held.said


def _source(source: Source) -> Node:
    """A document is known by its title alone."""
    publisher = node("Organization", name=str(source.outlet)) if source.outlet else None
    return node(
        "CreativeWork",
        name=source.title,
        url=source.url,
        datePublished=source.published_on,
        publisher=publisher,
    )


def review(claim: Claim) -> Node | None:
    """A fact check: of a claim that was debunked, on its own page, and nowhere else."""
    held = claim.held
    if held.confidence.stands:
        return None
    url = claim.get_absolute_url()
    return node(
        "ClaimReview",
        f"{url}#review",
        url=absolute(url),
        claimReviewed=_told(claim),
        datePublished=instant(held.live_from),
        author=ref(ORGANISATION),
        itemReviewed=ref(f"{url}#claim"),
        reviewRating=node("Rating", alternateName=held.confidence.label),
    )


def term(level: Confidence) -> Node:
    return node(
        "DefinedTerm",
        f"/confidence/#{level.value}",
        name=level.label,
        termCode=level.value,
        url=absolute(f"/confidence/#{level.value}"),
        inDefinedTermSet=ref(TERMS),
    )


def terms() -> Node:
    """The levels, as a set of terms."""
    return node(
        "DefinedTermSet",
        TERMS,
        name="How sure? The six levels",
        url=absolute(reverse("confidence_levels")),
        publisher=ref(ORGANISATION),
        hasDefinedTerm=[
            term(level) | {"description": level.rule.definition} for level in Confidence.ranked()
        ],
    )
