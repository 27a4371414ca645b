"""What the API's answers about stories are made of, its addresses, and what these take."""

from articles.filters import ORDER
from articles.models import Edition
from claims.api_shapes import CLAIM_IN_SHORT, CLAIM_NOW, LEVEL
from claims.endpoints import BY_SLUG, IN_A_LIST, MIN, OF_A_PERSON, OF_A_SEASON, OF_A_SHOW
from images.api import IMAGE
from newsroom.lib.api import AS_OF
from newsroom.lib.shapes import (
    ADDRESS,
    DAY,
    INSTANT,
    KEY,
    NUMBER,
    SLUG,
    TEXT,
    Endpoint,
    Param,
    Shape,
    Type,
    many,
    maybe,
    one_of,
    page_of,
)

TOPIC = Shape("Topic", "Who or what a story is by or about.", {"slug": SLUG, "name": TEXT, "url": ADDRESS})
SEASON_TOPIC = Shape(
    "SeasonTopic",
    "A season that a story is about.",
    {"show": SLUG, "number": NUMBER, "name": TEXT, "url": ADDRESS},
)
STORY = Shape(
    "Story",
    "A story in a list; its level is that of the weakest of its lead claims.",
    {
        "slug": SLUG,
        "url": ADDRESS,
        "headline": TEXT,
        "standfirst": maybe(TEXT),
        "kicker": maybe(TEXT),
        "description": maybe(TEXT),
        "published_at": INSTANT,
        "updated_at": maybe(INSTANT),
        "edition": NUMBER,
        "authors": many(TOPIC),
        "shows": many(TOPIC),
        "seasons": many(SEASON_TOPIC),
        "people": many(TOPIC),
        "level": maybe(LEVEL),
        "lead_claims": many(KEY),
        "image": maybe(IMAGE),
    },
)
CITED_CLAIM = Shape(
    "CitedClaim",
    "A claim that a story cites, as it is held now, and what answers in its place where it is out of date.",
    CLAIM_IN_SHORT.fields | {"now": maybe(CLAIM_NOW)},
)
NOTE = Shape(
    "Note",
    "What an edition changed, in public.",
    {"kind": one_of([*Edition.NoteKind, "note"]), "text": TEXT, "at": INSTANT, "edition": NUMBER},
)
WHOLE_STORY = Shape(
    "WholeStory",
    "A story by itself: its words as they were published, and its claims as they are held now.",
    STORY.fields
    | {
        "body_html": TEXT,
        "text": TEXT,
        "claims": many(CITED_CLAIM),
        "retracted": many(KEY),
        "facts_checked": maybe(DAY),
        "notes": many(NOTE),
        "disclaimers": many(TEXT),
        "figures": many(TEXT),
    },
)

FILTERS = {
    "show": OF_A_SHOW,
    "season": OF_A_SEASON,
    "person": OF_A_PERSON,
    "platform": Param("platform", "About shows that come out on one platform, by its slug.", SLUG),
    "kicker": Param("kicker", "Under one kicker, by its slug.", SLUG),
    "min": MIN,
    "year": Param(
        "year", "First published in a year.", Type({"type": "integer", "minimum": 1900, "maximum": 2999})
    ),
    "month": Param(
        "month", "In a month; only with “year”.", Type({"type": "integer", "minimum": 1, "maximum": 12})
    ),
    "q": Param("q", "In whose text these words stand."),
}
STORIES = Endpoint(
    "article_api_list",
    "Stories that are live, the newest first.",
    page_of(STORY),
    (*(FILTERS[name] for name in ORDER), *IN_A_LIST),
)
ONE_STORY = Endpoint(
    "article_api_detail", "One story with its words and claims.", WHOLE_STORY, (AS_OF,), BY_SLUG
)
ENDPOINTS = (STORIES, ONE_STORY)
