"""What a plain text says, once read: the story, its blocks, its cast and its facts.

Nothing here knows how it was read. Field names are those of the evaluation set; what the importer
needs besides (blocks, phrases, bounds) stands on the same objects and is left out of `as_dict`.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Block:
    """A piece of the body, in order.

    `kind` is heading, paragraph, list or disclaimer; a list has `items`, all others have `text`.
    A table is a list with one item a row, cells joined by " – ".
    """

    kind: str
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Credit:
    """One person in the title's cast, as the text states it."""

    person: str
    character: str | None = None
    status: str = "unknown"
    confidence: str = "confirmed"
    role: str | None = None
    season: int | None = None
    native: str | None = None
    evidence: str = ""
    phrase: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The credit in the evaluation set's field names."""
        given = {"role": self.role, "season": self.season}
        return {
            "person": self.person,
            "character": self.character,
            "status": self.status,
            "confidence": [self.confidence],
            "evidence": self.evidence,
        } | {name: value for name, value in given.items() if value is not None}


@dataclass(frozen=True)
class Fact:
    """One dated or stated fact: what kind, when, at what level the words put it.

    `date` is ISO or partial ("2025-07"); `window` the literal words ("late 2026"); `earliest` and
    `latest` are the ISO bounds of either and `precision` says how they were meant. `property` is the
    milestone meant by a fact whose kind does not say so ("release" for "no date announced").
    """

    kind: str
    value: str
    confidence: str
    evidence: str
    date: str | None = None
    date_text: str | None = None
    window: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str = "none"
    phrase: str | None = None
    season: int | None = None
    part: str | None = None
    property: str | None = None
    superseded: bool = False
    date_inferred: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The fact in the evaluation set's field names."""
        names = ("kind", "value", "date", "date_text", "window", "evidence")
        flags = ("season", "superseded", "date_inferred")
        said = {name: getattr(self, name) for name in names}
        return (
            said
            | {"confidence": [self.confidence]}
            | {f: getattr(self, f) for f in flags if getattr(self, f)}
        )


@dataclass(frozen=True)
class Release:
    """When the season or film comes out, in one answer."""

    status: str
    date: str | None = None
    date_text: str | None = None
    window: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The answer in the evaluation set's field names."""
        return {"status": self.status, "date": self.date, "date_text": self.date_text, "window": self.window}


@dataclass(frozen=True)
class Story:
    """A text as read: header, body, and what it claims."""

    title: str | None = None
    standfirst: str | None = None
    date: str | None = None
    date_text: str | None = None
    section: str | None = None
    show: str | None = None
    season: int | None = None
    kind: str | None = None
    platform: str | None = None
    sections: list[str] = field(default_factory=list)
    cast: list[Credit] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    release: Release | None = None
    sources: list[str] = field(default_factory=list)
    disclaimer: bool = False
    blocks: list[Block] = field(default_factory=list)
    byline: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The story in the evaluation set's field names, ready for JSON."""
        plain = ("title", "date", "date_text", "section", "show", "season", "kind", "platform")
        return {name: getattr(self, name) for name in plain} | {
            "sections": list(self.sections),
            "cast": [credit.as_dict() for credit in self.cast],
            "facts": [fact.as_dict() for fact in self.facts],
            "release": self.release.as_dict() if self.release else None,
            "sources": list(self.sources),
            "disclaimer": self.disclaimer,
        }
