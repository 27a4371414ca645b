"""What a search finds, as its page tells it: names, claims, and stories, the newest first."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from articles.indexing import STORIES
from articles.level import weakest
from articles.models import Edition
from claims.confidence import Confidence
from claims.indexing import CLAIMS
from claims.models import Assessment, Claim
from claims.naming import alike, understood
from newsroom.lib import search
from newsroom.lib.cursors import cursor, read_cursor
from newsroom.lib.refusals import BadParameter
from newsroom.lib.search.documents import TEXT, TITLE, place_of
from newsroom.lib.search.marking import Piece, marked, snippet
from newsroom.lib.search.words import text_of, words_of
from shows.models import Person, Platform, Season, Show

STORIES_A_PAGE, MOST_CLAIMS, MOST_NAMES = 20, 6, 6


@dataclass(frozen=True)
class FoundStory:
    edition: Edition
    headline: list[Piece]
    snippet: list[Piece]
    weakest: Claim | None


@dataclass(frozen=True)
class FoundClaim:
    claim: Claim
    said: list[Piece]
    is_superseded: bool


class Search:
    """One question at one moment. `least` leaves out claims and stories below a level; `after` goes on in the list.

    Raises BadParameter where `after` is no place in a list.
    """

    def __init__(self, text: str, at: datetime, least: Confidence | None = None, after: str = ""):
        self.at, self.least, self.is_first = at, least, not after
        self.asked = search.read(text)
        self.half, self.below = _read_place(after, at) if after else (TITLE, None)
        self.query, self.named = understood(self.asked, at)
        names = self.named.found if self.is_first else ()
        self.seasons = [*self.named.numbered, *self.named.of(Season)][:MOST_NAMES] if names else []
        self.shows, self.people, self.platforms = (
            self.named.of(model)[:MOST_NAMES] if names else [] for model in (Show, Person, Platform)
        )
        self._find()

    @cached_property
    def phrases(self) -> list[search.Phrase]:
        """What is marked: the words as they were typed, and the names of those whom all of them mean."""
        meant = [str(row) for row, runs in self.named.found.items() if len(runs[0]) == len(self.named.words)]
        return [*self.asked.phrases, *(search.Phrase(tuple(words_of(name))) for name in meant)]

    def __bool__(self) -> bool:
        """Something was found."""
        return bool(self.named.found or self.claims or self.stories)

    @cached_property
    def suggestions(self) -> list:
        return alike(self.asked, self.at)

    def _find(self) -> None:
        editions = self._editions() if self.asked else []
        held = self._held() if self.asked and self.is_first else []
        self.older = None
        if len(editions) > STORIES_A_PAGE:
            last = editions[STORIES_A_PAGE - 1]
            self.older = f"{last.half}.{cursor(last.published_at, last.slug)}"
        editions = editions[:STORIES_A_PAGE]
        leads = _leads(editions)
        claims = self._claims(
            {row.claim_id for row in held} | {key for keys in leads.values() for key in keys}
        )
        superseded = self._superseded([row.claim_id for row in held])
        self.stories = [self._story(one, [claims[key] for key in leads[one.pk]]) for one in editions]
        self.claims = [self._claim(claims[row.claim_id], superseded) for row in held]

    def _editions(self) -> list[Edition]:
        """One more than a page holds, where there are more."""
        rows = Edition.objects.live(self.at).select_related("image")
        rows = rows.at_least(self.least, self.at) if self.least else rows
        found, most = [], STORIES_A_PAGE + 1
        if self.half == TITLE:
            found = STORIES.newest(rows, self.query, most=most, half=TITLE, below=self.below)
            for edition in found:
                edition.half = TITLE
        if len(found) < most:
            below = self.below if self.half == TEXT else None
            rest = STORIES.newest(rows, self.query, most=most - len(found), half=TEXT, below=below)
            for edition in rest:
                edition.half = TEXT
            found += rest
        return found

    def _held(self) -> list[Assessment]:
        rows = Assessment.objects.live(self.at)
        rows = rows.at_least(self.least) if self.least else rows
        return CLAIMS.newest(rows, self.query, most=MOST_CLAIMS)

    def _claims(self, keys: set[int]) -> dict[int, Claim]:
        return (
            {claim.pk: claim for claim in Claim.objects.filter(pk__in=keys).with_held(self.at)}
            if keys
            else {}
        )

    def _superseded(self, keys: list[int]) -> set[int]:
        standing = [level for level in Confidence if level.stands]
        rows = Assessment.objects.live(self.at).filter(claim__supersedes__in=keys, level__in=standing)
        return set(rows.values_list("claim__supersedes", flat=True)) if keys else set()

    def _story(self, edition: Edition, leads: list[Claim]) -> FoundStory:
        headline = marked(edition.headline, self.phrases)
        text = f"{edition.standfirst} {text_of(edition.body)}"
        words = snippet(text, self.phrases) or [Piece(edition.standfirst)]
        return FoundStory(edition, headline, words, weakest(leads))

    def _claim(self, claim: Claim, superseded: set[int]) -> FoundClaim:
        return FoundClaim(claim, marked(claim.held.said, self.phrases), claim.pk in superseded)


def _leads(editions: list[Edition]) -> dict[int, list[int]]:
    """The lead claims of each, by key."""
    found = {edition.pk: [] for edition in editions}
    rows = Edition.lead_claims.through.objects.filter(edition__in=found)
    for edition, claim in rows.values_list("edition", "claim") if found else ():
        found[edition].append(claim)
    return found


def _read_place(after: str, at: datetime) -> tuple[str, int]:
    """The half and the place in it that a cursor names."""
    half, _, name = after.partition(".")
    if half not in (TITLE, TEXT):
        raise BadParameter("“after” is no page of this list: go back to its beginning.")
    instant, slug = read_cursor(name)
    key = (
        Edition.objects.live(at).filter(slug=slug, published_at=instant).values_list("pk", flat=True).first()
    )
    return half, place_of(instant, key or 0)
