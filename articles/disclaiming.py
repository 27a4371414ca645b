"""Disclaimers write themselves: an edition's own, and those that a rule attaches."""

from django.db.models import Q

from articles.models import Disclaimer, Edition
from claims import platforms
from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib.dates import day_said
from newsroom.lib.text import sentence
from newsroom.lib.timeline import act


def disclaimers(edition: Edition, claims: list[Claim], at) -> list[str]:
    """The words of caution under a story, their figures as of a moment."""
    held = [claim for claim in claims if claim.held]
    low = {level for level in Confidence if any(claim.held.confidence.lower_than(level) for claim in held)}
    own = Q(pk__in=edition.disclaimers.all())
    ruled = Q(pk__in=Disclaimer.objects.attached_below(low, at).values("pk"))
    rows = Disclaimer.objects.filter(own | ruled).order_by("key")
    texts = [row.text for row in rows]
    names = _names(edition, held, at, needs_platform=any("{platform}" in text for text in texts))
    return [" ".join(text.format(**names).split()) for text in texts]


def reword(disclaimer: Disclaimer, *, text: str, below: str) -> Disclaimer:
    """Other words from now on: stories that are out keep the old ones, drafts get the new."""
    with act() as now:
        successor = Disclaimer.objects.create(text=text, below=below, applies_from=now)
        Disclaimer.objects.filter(pk=disclaimer.pk).update(retired_at=now)
        for article in disclaimer.articles.all():
            article.disclaimers.add(successor)
            article.disclaimers.remove(disclaimer)
        return successor


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
