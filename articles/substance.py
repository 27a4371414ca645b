"""Substance decides what counts as an update: of words, by the desk's mark; of facts, by the claims themselves."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from articles.citations import about
from articles.models import Article, Edition
from claims.models import Claim
from claims.moves import changed_at
from claims.record import Record
from newsroom.lib.html import plain

WORD = re.compile(r"\w+(?:[-’'.]\w+)*")
NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
ENDS_A_SENTENCE = re.compile(r"[.!?:\n“\"]\s*$")
SPELLED_NUMBER = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|dozen|half|both|last"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.I,
)
ARTICLES = frozenset({"The", "A", "An"})
NEGATIONS = frozenset({"not", "no", "never", "none", "nobody", "without", "cannot"})


def updated_at(edition: Edition, known: Record) -> datetime | None:
    """When its substance last changed: the later of its last substantive edition and the last change of
    level, value or wording among the claims it cites. None where that is not after its publication."""
    cited, own = {claim.pk for claim in edition.cited}, about(edition, known)
    claims = [claim for claim in [*own.claims, *own.merged] if claim.pk in cited]
    changes = [changed_at(own, claim) for claim in claims]
    last = max([edition.substance_at, *(at for at in changes if at)])
    return last if last > edition.published_at else None


def facts_checked(claims: Iterable[Claim]) -> date | None:
    """The oldest day that the evidence of its claims speaks to; None where it cites none that is held."""
    return min((claim.held.as_of for claim in claims if claim.held), default=None)


def beyond_a_typo(article: Article, edition: Edition, claims: Iterable[Claim]) -> list[str]:
    """What the article says in substance that its live edition does not, in words: such an edit is no typo."""
    claims = list(claims)
    return [
        *(["the headline"] if article.headline != edition.headline else []),
        *(["the claims it cites"] if set(claims) != set(edition.claims.all()) else []),
        *(["what it leads with"] if _leads(article) != _leads(edition) else []),
        *_words_of_weight(_text(article), _text(edition), _known_names(article, claims)),
    ]


def _leads(story) -> set[Claim]:
    return set(story.lead_claims.all())


def _text(story) -> str:
    return f"{story.standfirst}\n{plain(story.body)}"


def _known_names(article: Article, claims: list[Claim]) -> set[str]:
    """The words of the names that the story is about: a name even where it begins a sentence."""
    people = [*article.people.all(), *(claim.person for claim in claims if claim.person)]
    shows = [*article.shows.all(), *(season.show for season in article.seasons.select_related("show"))]
    names = [name for one in people for name in (one.name, one.native_name, *one.aliases)]
    names += [name for one in shows for name in (one.title, one.original_title, *one.aliases)]
    return {word for name in names for word in WORD.findall(name) if _is_name(word)} - ARTICLES


def _words_of_weight(after: str, before: str, known: set[str]) -> Iterator[str]:
    known = known | _names_within(after) | _names_within(before)
    kinds = {"the number": _numbers, "the name": lambda text: _names(text, known), "the word": _negations}
    for label, words_of in kinds.items():
        now, then = list(words_of(after)), list(words_of(before))
        one, other = Counter(now), Counter(then)
        yield from (f"{label} “{word}”" for word in sorted((one - other) | (other - one)))
        if one == other and now != then:
            yield f"{label.replace('the ', 'the order of the ')}s"


def _numbers(text: str) -> list[str]:
    return NUMBER.findall(text) + SPELLED_NUMBER.findall(text)


def _negations(text: str) -> list[str]:
    words = [word.casefold().replace("’", "'") for word in WORD.findall(text)]
    return [word for word in words if word in NEGATIONS or word.endswith("n't")]


def _names(text: str, known: set[str]) -> list[str]:
    return [word for word in WORD.findall(text) if word in known or _has_no_case(word)]


def _names_within(text: str) -> set[str]:
    """Words with a capital that does not merely begin a sentence."""
    found = ((word.group(), text[max(0, word.start() - 4) : word.start()]) for word in WORD.finditer(text))
    return {word for word, before in found if _is_name(word) and not _begins(before)}


def _begins(before: str) -> bool:
    return not before.strip() or bool(ENDS_A_SENTENCE.search(before))


def _is_name(word: str) -> bool:
    return word[0].isupper() or _has_no_case(word)


def _has_no_case(word: str) -> bool:
    """Letters of a script without capitals: what stands in an English text in these is a name."""
    return word[0].isalpha() and word[0].lower() == word[0].upper()
