"""What claims are found by: the words of each assessment that is live or to come, and what its claim is about."""

from collections.abc import Iterable, Iterator

from claims.models import Assessment, Claim
from claims.wording import statement_of
from newsroom.lib.search import Document, season_token
from newsroom.lib.search.documents import CHUNK, place_of
from newsroom.lib.search.words import indexed
from shows.models import Person, Platform, Season, Show

CLAIMS = Assessment.searched_by
_LETTERS = {Show: "s", Season: "e", Person: "p", Platform: "f"}


def topic_token(model: type, key: int) -> str:
    """What stands in a document for a name, which is looked up when somebody asks: names change."""
    return f"#{_LETTERS[model]}{key}"


def index(claims: Iterable[int]) -> int:
    """Let the documents of these claims say what is held of them; how many had to change."""
    claims = sorted(set(claims))
    some = (claims[at : at + CHUNK] for at in range(0, len(claims), CHUNK))
    return sum(CLAIMS.settle(documents(keys), among=places(keys)) for keys in some)


def differences(claims: list[int]) -> tuple[list[Document], list[int]]:
    """Documents that are missing, or say something else, and places where nothing may stand."""
    return CLAIMS.differences(documents(claims), among=places(claims))


def places(claims: list[int]) -> list[int]:
    """Where documents of these claims may stand."""
    rows = Assessment.objects.filter(claim__in=claims).values_list("live_from", "pk")
    return [place_of(*row) for row in rows]


def documents(claims: list[int]) -> Iterator[Document]:
    rows = Assessment.objects.ever_shown().lasting().filter(claim__in=claims)
    for row in rows.select_related("claim__season"):
        yield Document(place_of(row.live_from, row.pk), "", indexed(_said(row), sorted(_tokens(row.claim))))


def _said(row: Assessment) -> str:
    claim = row.claim
    said = row.statement or claim.statement or statement_of(_Nameless(claim))
    told = (claim.get_property_display(), claim.part, claim.as_said, claim.character, claim.job)
    return " ".join([said, *told, claim.season.label if claim.season else ""])


class _Nameless:
    """A claim as its sentence is made from it, but for the names."""

    subject = person = platform = ""

    def __init__(self, claim: Claim):
        self._claim = claim

    def __getattr__(self, name: str):
        return getattr(self._claim, name)


def _tokens(claim: Claim) -> set[str]:
    about = {
        Show: claim.show_id,
        Season: claim.season_id,
        Person: claim.person_id,
        Platform: claim.platform_id,
    }
    found = {topic_token(model, key) for model, key in about.items() if key}
    return found | ({season_token(claim.season.number)} if claim.season_id else set())
