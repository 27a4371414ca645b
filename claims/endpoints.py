"""The API's addresses that speak of claims and the catalogue: what each takes and answers."""

from claims.api_shapes import (
    CLAIM,
    CLAIM_WITH_HISTORY,
    PERSON,
    PERSON_WITH_CLAIMS,
    PLATFORM,
    PLATFORM_WITH_CLAIMS,
    SEASON,
    SEASON_WITH_CLAIMS,
    SHOW,
    SHOW_WITH_CLAIMS,
)
from claims.confidence import Confidence
from claims.models import Claim
from newsroom.lib.api import AFTER, AS_OF, LIMIT
from newsroom.lib.shapes import KEY, SLUG, Endpoint, Param, Type, one_of, page_of

IN_A_LIST = (AS_OF, AFTER, LIMIT)
OF_A_SHOW = Param("show", "Of one show, by its slug.", SLUG)
OF_A_SEASON = Param(
    "season",
    "Of one season, by its number; only with “show”.",
    Type({"type": "integer", "minimum": 1, "maximum": 9999}),
)
OF_A_PERSON = Param("person", "About one person, by their slug.", SLUG)
PROPERTY = Param("property", "Of one property alone.", one_of(Claim.Property))
LEVEL = Param("level", "Held at one level.", one_of(Confidence))
MIN = Param("min", "Held at this level at least.", one_of(Confidence))
BY_SLUG = (Param("slug", "Its slug: the last part of its page's address.", SLUG),)

CLAIMS = Endpoint(
    "claim_api_list",
    "Claims that are held, the newest first, by when they were first held.",
    page_of(CLAIM),
    (OF_A_SHOW, OF_A_SEASON, OF_A_PERSON, PROPERTY, LEVEL, MIN, *IN_A_LIST),
)
ONE_CLAIM = Endpoint(
    "claim_api_detail",
    "One claim with its history.",
    CLAIM_WITH_HISTORY,
    (AS_OF,),
    (Param("key", "Its key.", KEY),),
)
SHOWS = Endpoint("show_api_list", "Shows that are spoken of, by slug.", page_of(SHOW), IN_A_LIST)
ONE_SHOW = Endpoint(
    "show_api_detail", "One show with its seasons and claims.", SHOW_WITH_CLAIMS, (MIN, AS_OF), BY_SLUG
)
SEASONS = Endpoint(
    "season_api_list",
    "Seasons that are spoken of, by show and number.",
    page_of(SEASON),
    (OF_A_SHOW, *IN_A_LIST),
)
ONE_SEASON = Endpoint(
    "season_api_detail",
    "One season with its claims.",
    SEASON_WITH_CLAIMS,
    (MIN, AS_OF),
    (
        Param("slug", "The slug of its show.", SLUG),
        Param("number", "Its number.", Type({"type": "integer", "minimum": 1, "maximum": 9999})),
    ),
)
PEOPLE = Endpoint("person_api_list", "People who are spoken of, by slug.", page_of(PERSON), IN_A_LIST)
ONE_PERSON = Endpoint(
    "person_api_detail", "One person with their castings.", PERSON_WITH_CLAIMS, (MIN, AS_OF), BY_SLUG
)
PLATFORMS = Endpoint(
    "platform_api_list", "Platforms that are spoken of, by slug.", page_of(PLATFORM), IN_A_LIST
)
ONE_PLATFORM = Endpoint(
    "platform_api_detail",
    "One platform with the claims of what comes out there.",
    PLATFORM_WITH_CLAIMS,
    (MIN, AS_OF),
    BY_SLUG,
)
ENDPOINTS = (
    *(SHOWS, ONE_SHOW, SEASONS, ONE_SEASON, PEOPLE, ONE_PERSON, PLATFORMS, ONE_PLATFORM),
    *(CLAIMS, ONE_CLAIM),
)
