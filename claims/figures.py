"""How sure a set of claims is, in sentences that write themselves: under a story, and under a season's page."""

from collections import Counter

from claims.confidence import Confidence
from claims.models import Claim
from claims.questions import says_nothing_announced
from claims.wording import topic_said
from newsroom.lib.dates import day_said
from newsroom.lib.text import sentence


def figures(claims: list[Claim], what: str = "This story cites") -> list[str]:
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
    told = [f"{what} {claims_said}: {sentence(levels)}; {checked} on {day_said(oldest)}."]
    return [*told, *_out_of_date(held), *_unannounced(held)]


def _heir(claim: Claim) -> Claim | None:
    """What answers in its place; only stories, which keep their words, cite what has one."""
    return getattr(claim, "heir", None)


def _out_of_date(held: list[Claim]) -> list[str]:
    gone = len([claim for claim in held if _heir(claim)])
    return [f"{gone} of them {'is' if gone == 1 else 'are'} out of date by now."] if gone else []


def _unannounced(held: list[Claim]) -> list[str]:
    """The steps it speaks of that nobody who would know has announced."""
    steps = [_heir(claim) or claim for claim in held if claim.is_milestone]
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
