"""A story as the shows' lives leave it to be written."""

from dataclasses import dataclass, field
from datetime import datetime

from newsroom.populating.catalogue import Title


@dataclass(slots=True)
class Story:
    """What a story is about and rests on."""

    hour: datetime
    show: Title
    people: list[int]
    is_draft: bool
    season: int | None = None  # its place among the show's
    cites: list[tuple[int, str]] = field(default_factory=list)
    leads: int = 0  # of those that it cites, the first
