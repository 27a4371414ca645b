"""What the API's answers about claims and the catalogue are made of."""

from claims.confidence import Confidence
from claims.models import Claim, Evidence, Outcome, Outlet, Source
from images.api import IMAGE
from newsroom.lib.shapes import (
    ADDRESS,
    BY_SERVICE,
    DAY,
    INSTANT,
    KEY,
    NUMBER,
    SLUG,
    TEXT,
    YES_OR_NO,
    Shape,
    many,
    maybe,
    one_of,
)
from shows.models import Show

LEVEL = one_of(Confidence)
REFUTES = "refutes"

ABOUT = Shape(
    "About",
    "The show or the season that a claim is about.",
    {"show": SLUG, "season": maybe(NUMBER), "title": TEXT, "url": ADDRESS},
)
SOURCE = Shape(
    "Source",
    "A piece of evidence: who published it, and what it does for the claim. `origin` said first what it repeats.",
    {
        "key": KEY,
        "kind": one_of(kind.value or "published" for kind in Source.Kind),
        "outlet": maybe(TEXT),
        "outlet_kind": maybe(one_of(Outlet.Kind)),
        "title": TEXT,
        "url": maybe(TEXT),
        "archive_url": maybe(TEXT),
        "published_on": maybe(TEXT),
        "origin": maybe(TEXT),
        "role": one_of([*Evidence.Role, REFUTES]),
        "quote": maybe(TEXT),
        "speaker": maybe(TEXT),
    },
)
CLAIM_IN_SHORT = Shape(
    "ClaimInShort",
    "A claim, and how sure we are of it.",
    {
        "key": KEY,
        "url": ADDRESS,
        "kind": one_of(Claim.Kind),
        "property": maybe(one_of(Claim.Property)),
        "part": maybe(TEXT),
        "about": ABOUT,
        "text": TEXT,
        "value": maybe(TEXT),
        "level": LEVEL,
        "as_of": DAY,
        "review_by": maybe(DAY),
        "is_stale": YES_OR_NO,
        "badge": TEXT,
        "spoiler": one_of(Claim.Spoiler),
        "sources": many(SOURCE),
    },
)
CLAIM_NOW = Shape(
    "ClaimNow",
    "What answers in the place of a claim that is out of date.",
    {name: CLAIM_IN_SHORT.fields[name] for name in ("key", "url")}
    | {"value": TEXT}
    | {name: CLAIM_IN_SHORT.fields[name] for name in ("level", "as_of", "is_stale", "badge", "spoiler")},
)
OUTCOME = Shape("Outcome", "What came of a claim.", {"value": one_of(Outcome.Value), "on": DAY})
NAMED = Shape("Named", "A person or a platform, by name.", {"slug": SLUG, "name": TEXT})
CLAIM = Shape(
    "Claim",
    "A claim with what it says, why we hold it so, and what it stands next to.",
    CLAIM_IN_SHORT.fields
    | {
        "earliest": maybe(DAY),
        "latest": maybe(DAY),
        "precision": maybe(one_of(Claim.Precision)),
        "as_said": maybe(TEXT),
        "platform": maybe(NAMED),
        "person": maybe(NAMED),
        "job": maybe(TEXT),
        "character": maybe(TEXT),
        "change": maybe(one_of(Claim.Change)),
        "reason": maybe(TEXT),
        "walked_back": maybe(TEXT),
        "override": maybe(TEXT),
        "origins": maybe(TEXT),
        "refuting_url": maybe(TEXT),
        "refuted_by": maybe(KEY),
        "supersedes": maybe(KEY),
        "superseded_by": maybe(KEY),
        "beside": many(KEY),
        "outcome": maybe(OUTCOME),
        "live_from": INSTANT,
    },
)
HISTORY = Shape(
    "Held",
    "What was held of a claim for a time; `live_until` is null where it still is.",
    {
        "level": LEVEL,
        "as_of": DAY,
        "review_by": maybe(DAY),
        "what": TEXT,
        "text": maybe(TEXT),
        "reason": maybe(TEXT),
        "walked_back": maybe(TEXT),
        "override": maybe(TEXT),
        "redacted": maybe(TEXT),
        "live_from": INSTANT,
        "live_until": maybe(INSTANT),
    },
)
CLAIM_WITH_HISTORY = Shape("ClaimWithHistory", CLAIM.about, CLAIM.fields | {"history": many(HISTORY)})

ANSWER = Shape(
    "Answer",
    "Is it happening, and when? Generated from claims, whose keys are told; the level is that of the weakest.",
    {"text": TEXT, "level": maybe(LEVEL), "claims": many(KEY)},
)
SHOW = Shape(
    "Show",
    "A series or a film: its identity alone. All else about it is claims.",
    {
        "slug": SLUG,
        "url": ADDRESS,
        "kind": one_of(Show.Kind),
        "title": TEXT,
        "original_title": maybe(TEXT),
        "aliases": many(TEXT),
        "country": maybe(TEXT),
        "genres": many(TEXT),
        "external_ids": BY_SERVICE,
        "image": maybe(IMAGE),
    },
)
SEASON = Shape(
    "Season",
    "A numbered part of a series.",
    {"key": SLUG, "url": ADDRESS, "show": SLUG, "number": NUMBER, "name": TEXT, "title": maybe(TEXT)},
)
SHOW_WITH_CLAIMS = Shape(
    "ShowWithClaims",
    "A show, its seasons, and every claim about them that stands, the newest first.",
    SHOW.fields | {"answer": maybe(ANSWER), "seasons": many(SEASON), "claims": many(CLAIM)},
)
SEASON_WITH_CLAIMS = Shape(
    "SeasonWithClaims",
    "A season, and every claim about it that stands, the newest first.",
    SEASON.fields | {"answer": ANSWER, "claims": many(CLAIM)},
)
PERSON = Shape(
    "Person",
    "An actor or a maker.",
    {
        "slug": SLUG,
        "url": ADDRESS,
        "name": TEXT,
        "sort_name": maybe(TEXT),
        "native_name": maybe(TEXT),
        "aliases": many(TEXT),
        "external_ids": BY_SERVICE,
        "image": maybe(IMAGE),
    },
)
PERSON_WITH_CLAIMS = Shape(
    "PersonWithClaims",
    "A person, and every casting that stands, the newest first.",
    PERSON.fields | {"claims": many(CLAIM)},
)
PLATFORM = Shape(
    "Platform",
    "Who releases shows.",
    {"slug": SLUG, "url": ADDRESS, "name": TEXT, "site": maybe(TEXT)},
)
PLATFORM_WITH_CLAIMS = Shape(
    "PlatformWithClaims",
    "A platform, and every claim that stands of what comes out there, the newest first.",
    PLATFORM.fields | {"claims": many(CLAIM)},
)
