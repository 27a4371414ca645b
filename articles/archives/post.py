"""What an archive holds, whichever house kept it."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum


class NotAnArchive(ValueError):
    """The file is none of ours to read; the message says what to do about it."""


class Standing(StrEnum):
    """How a post stood there, and hence what it becomes here."""

    PUBLISHED = "published"
    DRAFT = "draft"
    LEFT = "left"


class Kind(StrEnum):
    """Of a note: what was taken over, what became something else, what stayed behind."""

    KEPT = "kept"
    CHANGED = "changed"
    LEFT = "left"


@dataclass(frozen=True)
class Note:
    kind: Kind
    sentence: str


@dataclass(frozen=True)
class Picture:
    """A picture as a post names it: its address there, never fetched."""

    address: str
    alt: str = ""
    is_decorative: bool = False


@dataclass(frozen=True)
class Post:
    """One post. `addresses` are paths, or `?p=123`; `at` is None where the archive names no possible hour."""

    guid: str
    standing: Standing
    title: str = ""
    slug: str = ""
    body: str = ""
    excerpt: str = ""
    description: str = ""
    at: datetime | None = None
    authors: tuple[str, ...] = ()
    kicker: str = ""
    addresses: tuple[str, ...] = ()
    lead: Picture | None = None
    reason: str = ""  # why it is left
    notes: tuple[Note, ...] = field(default=(), compare=False)

    @property
    def name(self) -> str:
        return f"“{self.title[:80]}”" if self.title else f"the post {self.guid[:80]}"

    @property
    def digest(self) -> str:
        """Of all that it says: another one is another version of the post."""
        told = asdict(self)
        del told["notes"]
        return hashlib.sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()
