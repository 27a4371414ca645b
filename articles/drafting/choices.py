"""What an editor made of the proposals: which are accepted, at what level, and what is said otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import models

from articles.drafting.finding import Names
from articles.plaintext import Story
from claims.confidence import Confidence
from claims.models import Claim, Source


@dataclass(frozen=True)
class Choice:
    """One accepted statement: its level (None: as proposed), fields that are changed, what it supersedes."""

    level: Confidence | None = None
    changed: Mapping[str, Any] = field(default_factory=dict)
    supersedes: Claim | None = None


@dataclass(frozen=True)
class Choices:
    """Nothing said: all is taken as it is proposed.

    `accepted` holds the statements that are kept, by the names of their offers; `story` what is said otherwise of
    the story itself; `same` who or what is meant by a name (None: somebody new); `source` is the published piece
    that the text comes from. `makes`: whoever asks may make claims and what they are about.
    """

    accepted: Mapping[str, Choice] | None = None
    story: Mapping[str, Any] = field(default_factory=dict)
    people: Mapping[str, models.Model | None] = field(default_factory=dict)
    shows: Mapping[str, models.Model | None] = field(default_factory=dict)
    source: Source | None = None
    makes: bool = True

    def of(self, name: str) -> Choice | None:
        """What was chosen for this offer; None: it is dropped."""
        return Choice() if self.accepted is None else self.accepted.get(name)

    def applied(self, story: Story) -> Story:
        """The story as read, with what was said otherwise. Words of evidence stay those of the text."""
        cast, facts = list(story.cast), list(story.facts)
        for name, choice in (self.accepted or {}).items():
            kind, _, number = name.partition("-")
            if kind == "credit":
                was = cast[int(number)]
                cast[int(number)] = replace(was, phrase=was.phrase or was.person, **choice.changed)
            elif kind == "fact":
                facts[int(number)] = replace(facts[int(number)], **choice.changed)
        return replace(story, cast=cast, facts=facts, **self.story)

    @property
    def platform(self) -> str | None:
        """Its name, where an editor says another than the text."""
        choice = self.of("platform")
        return choice.changed.get("platform") if choice else None

    def decide(self, names: Names) -> Names:
        """The names, with who is meant by each."""
        for index, decided in ((names.people, self.people), (names.shows, self.shows)):
            for name, row in decided.items():
                names.decide(index, name, row)
        return names
