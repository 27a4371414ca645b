"""Disclaimers write themselves: an edition's own, those that a rule attaches, and one sentence of figures."""

from collections import Counter

from django.db.models import Q

from articles.models import Disclaimer, Edition
from claims import platforms
from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib.dates import day_said
from newsroom.lib.text import sentence


def disclaimers(edition: Edition, claims: list[Claim], at) -> list[str]:
    """The words of caution under a story, their figures as of a moment."""
    held = [claim for claim in claims if claim.held]
    low = {level for level in Confidence if any(claim.held.confidence.lower_than(level) for claim in held)}
    rows = Disclaimer.objects.filter(Q(editions=edition) | Q(below__in=low)).distinct().order_by("key")
    texts = [row.text for row in rows]
    names = _names(edition, held, at, needs_platform=any("{platform}" in text for text in texts))
    return [" ".join(text.format(**names).split()) for text in texts]


def _names(edition: Edition, held: list[Claim], at, needs_platform: bool) -> dict[str, str]:
    seasons = list(edition.seasons.all())
    shows = {show.pk: show.title for show in [*edition.shows.all(), *(season.show for season in seasons)]}
    told = platforms.standing(at).filter(show__in=shows) if needs_platform else []
    released = sorted({str(claim.platform) for claim in told})
    oldest = min((claim.held.as_of for claim in held), default=None)
    return {
        "show": sentence(sorted(shows.values())) or "this title",
        "season": sentence(sorted({season.label for season in seasons})),
        "platform": sentence(released) or "the platform",
        "date": day_said(oldest) if oldest else "the day of publication",
    }


def figures(claims: list[Claim]) -> str:
    """“It cites 9 claims: 6 official and 3 rumoured; the oldest was checked on 23 February 2026.”"""
    held = [claim for claim in claims if claim.held]
    if not held:
        return ""
    counts = Counter(claim.held.confidence for claim in held)
    levels = [f"{counts[level]} {level.label.lower()}" for level in Confidence.ranked() if counts[level]]
    claims_said = f"{len(held)} claim{'s' * (len(held) != 1)}"
    oldest = min(claim.held.as_of for claim in held)
    checked = "the oldest was checked" if len(held) > 1 else "it was checked"
    return f"This story cites {claims_said}: {sentence(levels)}; {checked} on {day_said(oldest)}."
