"""The level that an imported statement is proposed at: as worded, but never above what its evidence carries."""

from copy import copy
from typing import Any

from articles.plaintext import Story
from claims.confidence import Confidence
from claims.gate import Case, carried
from claims.models import Evidence, JudgementEvidence, Source

# A pasted text is a document: whatever it says of itself, on its word alone a claim is a rumour.
CARRIED_BY_A_TEXT = Confidence.RUMOURED


def carried_by(source: Source | None) -> Confidence:
    """What a text carries, together with the published piece that it comes from, where one is named."""
    if source is None or source.outlet is None:
        return CARRIED_BY_A_TEXT
    seen = copy(source)
    seen.outlet = copy(source.outlet)
    seen.outlet.pk = seen.outlet.pk or 0  # an outlet that is not saved yet counts as one, too
    return carried(Case((JudgementEvidence(source=seen, role=Evidence.Role.SUPPORTS),))) or CARRIED_BY_A_TEXT


def proposed(worded: str, carries: Confidence = CARRIED_BY_A_TEXT) -> Confidence:
    """The lower of the level as worded and what the evidence carries."""
    return Confidence.lowest([worded, carries])


def levels(carries: Confidence) -> list[Confidence]:
    """The levels that an editor may choose, from the surest down."""
    return [level for level in Confidence.ranked() if carries.at_least(level)]


def proposal(story: Story) -> dict[str, Any]:
    """What was read, in the evaluation set's field names, each statement with the level `proposed` for it."""
    read = story.as_dict()
    for entry in (*read["cast"], *read["facts"]):
        entry["proposed"] = proposed(entry["confidence"][0]).value
    return read
