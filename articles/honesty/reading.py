"""A sentence while it is being held against the claims: what each of its words speaks of, and how."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from .context import Hedge, cap_of, denied_from, hedges_in, is_denied, is_quoted, is_within
from .cues import Cue, cues_in, is_spoken_for
from .matching import Matcher
from .passage import Clause, Sentence
from .topics import Matter

_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
DATED = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{_MONTH})\s\d|\d\s(?:{_MONTH})\b", re.I)
DAY = re.compile(rf"\b(?:{_MONTH})\s\d{{1,2}}\b|\d\s(?:{_MONTH})\b", re.I)
_IT = re.compile(r"\b(?:it|that|this)(?:'s|\s(?:is|has|was|official))\b", re.I)
_OF_ALL = re.compile(
    r"\b(?:everything|nothing|none\sof|all\s(?:details|claims|information|facts|of\s(?:it|this|the\sabove))"
    r"|(?:every|each|no)\s(?:detail|claim|word|fact|part)s?)\b",
    re.I,
)
_NOT = re.compile(r"\bnot\b", re.I)
_NOT_AFTER = re.compile(r"\s(?:not|never|no\slonger)\b", re.I)
# "leaves" and "is cancelled" deny that somebody returns, or something goes on; a show that ends denies nothing.
_STAYING = frozenset({"depart", "return"})  # who leaves does not return: one matter, said from two sides
_TURNED, _ENDED = frozenset({"depart", "cancel"}), frozenset({"final", "wrap"})


@dataclass
class Reading:
    sentence: Sentence
    matcher: Matcher
    caps: dict[Cue, int | None] = field(default_factory=dict)

    @cached_property
    def hedges(self) -> list[Hedge]:
        return hedges_in(self.sentence)

    @cached_property
    def stated(self) -> dict[Clause, list[int]]:
        """Which claims each clause states."""
        return {clause: self.matcher.about(self.sentence, clause) for clause in self.sentence.clauses}

    @cached_property
    def is_denial(self) -> bool:
        return is_denied(self.sentence)

    @cached_property
    def cues(self) -> list[Cue]:
        """The words that are our own and no part of a name; plain verbs last."""
        named = self.matcher.named_in(self.sentence.text)
        own = [cue for cue in cues_in(self.sentence) if not is_quoted(self.sentence, cue)]
        kept = [cue for cue in own if cue.kind == "date" or not is_within(cue, named)]
        return sorted(kept, key=lambda cue: cue.kind == "flat")

    def cap(self, cue: Cue) -> int | None:
        """The highest rank that the words around a cue leave to it; None where they leave it all."""
        if cue not in self.caps:
            self.caps[cue] = cap_of(self.sentence, cue, self.hedges)
        return self.caps[cue]

    def clause(self, cue: Cue) -> Clause:
        return self.sentence.clause_at(cue.start)

    def words(self, cue: Cue) -> str:
        """The clause that a cue stands in."""
        return self.sentence.words(self.clause(cue))

    def rest(self, cue: Cue, far: int) -> str:
        """From a cue on."""
        return self.sentence.open[cue.start : cue.end + far]

    def denied_from(self, cue: Cue) -> int | None:
        inner = cue.kind == "flat" and _NOT.search(self.sentence.open, cue.start, cue.end)
        return cue.start if inner else denied_from(self.sentence, cue)

    # Which claims.

    def about(self, cue: Cue) -> list[int]:
        """The claims that a cue speaks of, the likeliest first."""
        if cue.kind == "date":
            return self._of_dates()
        own, count = self.clause(cue), len(self.matcher.claims)
        if found := self.stated[own]:
            return found
        if count > 1 and (self.matcher.touches(self.sentence, own) or self.is_of_all(cue)):
            return list(range(count))
        is_elsewhere = any(found for clause, found in self.stated.items() if clause != own)
        is_label = self.words(cue).rstrip().endswith(":")
        if (cue.is_strong or is_label) and (is_elsewhere or count == 1):
            return self._nearby(own) if self._is_bare(cue) else []
        is_only = count == 1 and not is_elsewhere
        return [0] if is_only and cue.kind not in ("flat", "false", "denied") else []

    def are_told_apart(self, cue: Cue, about: list[int]) -> bool:
        """Whether one claim that the words fit excuses no other: each is named, or all are meant."""
        return self.is_of_all(cue) or self.matcher.are_told_apart(self.words(cue), about)

    def is_of_all(self, cue: Cue) -> bool:
        return bool(_OF_ALL.search(self.words(cue)))

    def _is_bare(self, cue: Cue) -> bool:
        """ "It's official", "the platform has announced": what it is stands beside it."""
        if cue.kind == "announced" and not is_spoken_for(self.sentence.open, cue.start, cue.end):
            return False
        words = self.words(cue)
        return len(words.split()) <= 7 or bool(_IT.search(words))

    def _nearby(self, own: Clause) -> list[int]:
        """What the clause before states, or else the next; or the whole sentence."""
        clauses = self.sentence.clauses
        at = clauses.index(own)
        around = [*reversed(clauses[:at]), *clauses[at + 1 :]]
        stated = (self.stated[clause] for clause in around)
        return next(filter(None, stated), None) or self.matcher.likeliest(self.sentence.text)

    def _of_dates(self) -> list[int]:
        """The claims that say when it comes out, or that nobody knows; without one, all of them."""
        matters = self.matcher.matters
        dated = [at for at, one in enumerate(matters) if one.is_undated or "release" in one.topics]
        return dated or list(range(len(matters)))

    # What is said of them.

    def is_of(self, cue: Cue, matter: Matter) -> bool:
        """Whether a plain verb is one of the claim's own matter."""
        if cue.kind not in ("flat", "act"):
            return True
        own = self.matcher.matter(self.rest(cue, 25))
        is_shared = own.topics & matter.topics or (own.topics & _STAYING and matter.topics & _STAYING)
        return bool(is_shared or (own.tokens & matter.tokens and not matter.topics))

    def denies(self, cue: Cue, denied: int | None) -> bool:
        """Whether the words say of it that it is not so."""
        inside = self.sentence.open[cue.start : cue.end]
        negated = denied is not None or "n't" in inside.lower() or bool(_NOT.search(inside))
        negated = negated or bool(_NOT_AFTER.match(self.sentence.open, cue.end))
        return negated != is_turned(self.matcher.matter(self.words(cue)))

    def names_a_date(self, cue: Cue) -> bool:
        """Whether a cue says that there is a date, where the claim is that there is none."""
        words = self.words(cue)
        if cue.is_strong:
            return bool(re.search(r"\b(?:date|day|window)\b", words, re.I) or DATED.search(words))
        is_release = cue.kind == "future" and "release" in self.matcher.matter(words).topics
        return cue.kind == "date" or (is_release and bool(DATED.search(words)))


def is_turned(matter: Matter) -> bool:
    return bool(matter.topics & _TURNED and not matter.topics & _ENDED)
