"""What came of an archive: post by post, and in figures."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from articles.archives.post import Kind, Note, Post

MOST_TOLD = 200  # posts on a screen


class Outcome(StrEnum):
    PUBLISHED = "published", "became published stories"
    DRAFT = "draft", "became drafts"
    STANDING = "standing", "had been brought in before, and are as they were"
    EDITED = "edited", "had been brought in before, and were edited there since: left as they stand here"
    LEFT = "left", "were left"
    FAILED = "failed", "could not be brought in"

    def __new__(cls, value, said):
        one = str.__new__(cls, value)
        one._value_, one.said = value, said
        return one


@dataclass
class Told:
    """What came of one post."""

    post: Post
    outcome: Outcome
    notes: list[Note] = field(default_factory=list)
    slug: str = ""
    claims: int = 0
    addresses: int = 0

    def note(self, kind: Kind, sentence: str) -> None:
        note = Note(kind, sentence)
        if note not in self.notes:
            self.notes.append(note)

    @property
    def odd(self) -> list[Note]:
        """What somebody should look at."""
        return [note for note in self.notes if note.kind != Kind.KEPT]

    def as_dict(self) -> dict:
        notes = {kind.value: [one.sentence for one in self.notes if one.kind == kind] for kind in Kind}
        told = {"guid": self.post.guid, "title": self.post.title, "outcome": self.outcome.value}
        return told | {"slug": self.slug, "claims": self.claims, "addresses": self.addresses, **notes}


@dataclass
class Report:
    """Of a whole archive."""

    house: str
    is_dry: bool = False
    told: list[Told] = field(default_factory=list)
    figures: Counter = field(default_factory=Counter)
    others: Counter = field(default_factory=Counter)  # what is no post, by kind
    archive: list[str] = field(default_factory=list)  # what was wrong with the file itself

    def count(self, outcome: Outcome) -> int:
        return sum(told.outcome == outcome for told in self.told)

    def as_dict(self) -> dict:
        return {
            "house": self.house,
            "dry_run": self.is_dry,
            "outcomes": {outcome.value: self.count(outcome) for outcome in Outcome},
            "figures": dict(self.figures),
            "left_by_kind": dict(self.others),
            "archive": self.archive,
            "posts": [told.as_dict() for told in self.told],
        }

    def lines(self) -> list[str]:
        """For a screen: figures first, then whatever somebody should look at."""
        rows = [(self.count(outcome), f"posts {outcome.said}") for outcome in Outcome]
        rows += [(count, name) for name, count in sorted(self.figures.items())]
        rows += [(count, f"of kind {kind} were left") for kind, count in sorted(self.others.items())]
        lines = [f"{count:>7}  {said}" for count, said in rows if count]
        odd = [told for told in self.told if told.odd]
        for told in odd[:MOST_TOLD]:
            lines.append(f"{told.post.name} ({told.outcome})")
            lines += [f"    {note.kind:<8}{note.sentence}" for note in told.odd]
        if odd[MOST_TOLD:]:
            lines.append(f"… and {len(odd) - MOST_TOLD} more posts: --report writes them all.")
        return [*lines, *self.archive]
