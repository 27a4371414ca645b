"""The level that an imported statement is proposed at: as worded, but never above what its evidence carries."""

from typing import Any

from articles.plaintext import Story
from claims.confidence import Confidence

# A pasted text is a document: whatever it says of itself, on its word alone a claim is a rumour.
CARRIED_BY_A_TEXT = Confidence.RUMOURED


def proposed(worded: str) -> Confidence:
    """The lower of the level as worded and what a text alone carries."""
    return Confidence.lowest([worded, CARRIED_BY_A_TEXT])


def proposal(story: Story) -> dict[str, Any]:
    """What was read, in the evaluation set's field names, each statement with the level `proposed` for it."""
    read = story.as_dict()
    for entry in (*read["cast"], *read["facts"]):
        entry["proposed"] = proposed(entry["confidence"][0]).value
    return read
