"""Which of the cited claims a clause is about: by names, figures, dates, words and topics."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .flags import Cited
from .passage import STRAIGHT, Clause, Sentence
from .topics import Matter, matter_of

_CAPITAL = r"[^\W\d_a-z][\w'-]*"
# "Filming of All of Us Are Dead …", "No release date …": the first word has its capital from its place.
_BEGINNING = re.compile(
    r"\A(?:(?:filming|writing|production|shooting|season|series|a|an|no)\b(?:\s(?:of|on|for|\d+)\b)*\s)+",
    re.I,
)
_RUN = re.compile(rf"\b{_CAPITAL}(?:(?:\s(?:of|the|and|a|an|in|to|for|is|on|with|&)){{0,2}}\s{_CAPITAL})+")
_MOST = 3.0  # what shared words and figures count for at most: a long statement is not more in question than a short


@dataclass
class Matcher:
    """The claims that a text cites, and what sets each apart from the others."""

    claims: Sequence[Cited]
    matters: list[Matter] = field(init=False)
    read: dict[str, Matter] = field(default_factory=dict)

    def __post_init__(self):
        self.names = _names(self.claims)
        self.matters = [self.matter(claim.statement) for claim in self.claims]
        self.tokens = Counter(token for one in self.matters for token in one.tokens)
        self.topics = Counter(topic for one in self.matters for topic in one.topics)

    def matter(self, words: str) -> Matter:
        """What words speak of; a title brings up no topic, whatever stands in it."""
        if words not in self.read:
            matter = matter_of(words)
            bare = self.names.sub("_", words.translate(STRAIGHT)) if self.names else words
            self.read[words] = replace(matter, topics=matter_of(bare).topics)
        return self.read[words]

    def score(self, claim: int, words: str) -> float:
        """How much the words are about that claim rather than another."""
        said, held = self.matter(words), self.matters[claim]
        shared = sum(self._weight(self.tokens[token]) for token in said.tokens & held.tokens)
        topics = sum(self._weight(self.topics[topic]) for topic in said.topics & held.topics)
        return min(shared, _MOST) + 1.5 * min(topics, 2)

    def _weight(self, count: int) -> float:
        """A word that every claim has tells none of them apart."""
        return 1.0 if count == 1 else 0.4 if count < len(self.claims) else 0.05

    def named_in(self, text: str) -> list[tuple[int, int]]:
        """Where titles and names that the claims write in capitals stand: “All of Us Are Dead” says of nobody that
        they are dead."""
        return [found.span() for found in self.names.finditer(text)] if self.names else []

    def about(self, sentence: Sentence, clause: Clause) -> list[int]:
        """The claims that a clause speaks of, the likeliest first; none where it has no word of any."""
        own = self._scores(sentence.words(clause))
        return _best(own) if max(own) >= 1 or (len(own) == 1 and own[0] > 0) else []

    def touches(self, sentence: Sentence, clause: Clause) -> bool:
        """Whether a clause has at least words that all the claims have in common, such as the title."""
        return max(self._scores(sentence.words(clause))) > 0

    def likeliest(self, words: str) -> list[int]:
        return _best(self._scores(words))

    def are_told_apart(self, words: str, claims: list[int]) -> bool:
        """Whether the words name each of the claims by something of its own: then no right one excuses another."""
        said = self.matter(words)
        return all(
            any(self.tokens[token] == 1 for token in said.tokens & self.matters[claim].tokens)
            or any(self.topics[topic] == 1 for topic in said.topics & self.matters[claim].topics)
            for claim in claims
        )

    def _scores(self, words: str) -> list[float]:
        return [self.score(claim, words) for claim in range(len(self.claims))]


def _names(claims: Sequence[Cited]) -> re.Pattern[str] | None:
    """The longest runs of capitalised words in the statements, two words at least."""
    statements = [claim.statement.translate(STRAIGHT) for claim in claims]
    statements = [_BEGINNING.sub("", statement) for statement in statements]
    runs = {run for statement in statements for run in _RUN.findall(statement)}
    longest = sorted(runs, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.I) if longest else None


def _best(scores: list[float]) -> list[int]:
    """Those that are spoken of about as much as the first of them."""
    most = max(scores)
    ranked = sorted(range(len(scores)), key=lambda claim: -scores[claim])
    return [claim for claim in ranked if scores[claim] >= 0.5 * most]
