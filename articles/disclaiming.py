"""Disclaimers write themselves: an edition's own, those that a rule attaches, and one sentence of figures."""

from collections import Counter

from django.db.models import Q

from articles.models import Disclaimer, Edition
from claims import platforms
from claims.confidence import Confidence
from claims.models import Claim
from claims.questions import says_nothing_announced
from claims.wording import topic_said
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


def figures(claims: list[Claim]) -> list[str]:
    """“This story cites 9 claims: 6 official and 3 rumoured; the oldest was checked on 23 February 2026.” What of
    it is out of date since, and what nobody has announced yet, in sentences of their own."""
    held = [claim for claim in claims if claim.held]
    if not held:
        return []
    counts = Counter(claim.held.confidence for claim in held)
    levels = [f"{counts[level]} {level.label.lower()}" for level in Confidence.ranked() if counts[level]]
    claims_said = f"{len(held)} claim{'s' * (len(held) != 1)}"
    oldest = min(claim.held.as_of for claim in held)
    checked = "the oldest was checked" if len(held) > 1 else "it was checked"
    told = [f"This story cites {claims_said}: {sentence(levels)}; {checked} on {day_said(oldest)}."]
    return [*told, *_out_of_date(held), *_unannounced(held)]


def _out_of_date(held: list[Claim]) -> list[str]:
    gone = len([claim for claim in held if claim.heir])
    return [f"{gone} of them {'is' if gone == 1 else 'are'} out of date by now."] if gone else []


def _unannounced(held: list[Claim]) -> list[str]:
    """The steps it speaks of that nobody who would know has announced."""
    steps = [claim.heir or claim for claim in held if claim.is_milestone]
    sure = {
        topic_said(claim)
        for claim in steps
        if claim.says_when and claim.held.confidence.rule.is_machine_readable
    }
    topics = dict.fromkeys(topic_said(one) for one in steps if _is_open(one))
    topics = [topic for topic in topics if topic not in sure]
    return [f"Not announced yet: {sentence(topics)}."] if topics else []


def _is_open(claim: Claim) -> bool:
    level = claim.held.confidence
    return says_nothing_announced(claim) or (level.stands and not level.rule.is_machine_readable)
