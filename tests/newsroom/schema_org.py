"""The part of schema.org's vocabulary that we use: which properties a type may have, its own and inherited.

Read again from schema.org (version 29) before a property is added; a pending term counts as one.
"""

THING = {"name", "url", "description", "alternateName", "image", "sameAs", "mainEntityOfPage", "identifier"}
CREATIVE_WORK = THING | {
    *("about", "abstract", "alternativeHeadline", "author", "citation", "contributor", "correction"),
    *(
        "creativeWorkStatus",
        "creator",
        "dateModified",
        "datePublished",
        "expires",
        "genre",
        "headline",
        "image",
    ),
    *("inLanguage", "isAccessibleForFree", "isPartOf", "mainEntity", "mentions", "producer", "provider"),
    *("publisher", "temporalCoverage", "text", "thumbnailUrl", "countryOfOrigin"),
}
TELEVISION = {"actor", "director", "numberOfEpisodes", "productionCompany", "trailer", "startDate", "endDate"}
ALLOWED = {
    "NewsArticle": CREATIVE_WORK | {"articleSection", "articleBody", "wordCount", "dateline"},
    "TVSeries": CREATIVE_WORK | TELEVISION | {"containsSeason", "musicBy", "numberOfSeasons"},
    # CreativeWorkSeason knows no musicBy: a composer of a season is its contributor.
    "TVSeason": CREATIVE_WORK | TELEVISION | {"seasonNumber", "partOfSeries"},
    "Movie": CREATIVE_WORK | {"actor", "director", "duration", "musicBy", "productionCompany", "trailer"},
    "Person": THING | {"worksFor", "jobTitle"},
    "Organization": THING | {"logo"},
    "NewsMediaOrganization": THING
    | {
        *("logo", "publishingPrinciples", "ethicsPolicy", "correctionsPolicy", "diversityPolicy"),
        *("actionableFeedbackPolicy", "unnamedSourcesPolicy", "ownershipFundingInfo", "masthead"),
        *("verificationFactCheckingPolicy", "missionCoveragePrioritiesPolicy", "noBylinesPolicy"),
    },
    "ImageObject": CREATIVE_WORK | {"width", "height", "caption", "contentUrl"},
    "Country": THING,
    "CreativeWork": CREATIVE_WORK,
    "Claim": CREATIVE_WORK | {"appearance", "claimInterpreter", "firstAppearance"},
    "ClaimReview": CREATIVE_WORK
    | {"claimReviewed", "itemReviewed", "reviewAspect", "reviewBody", "reviewRating"},
    "Rating": THING | {"author", "bestRating", "ratingExplanation", "ratingValue", "worstRating"},
    "CorrectionComment": CREATIVE_WORK | {"parentItem"},
    "DefinedTerm": THING | {"inDefinedTermSet", "termCode"},
    "DefinedTermSet": CREATIVE_WORK | {"hasDefinedTerm"},
    "Role": THING | {"roleName", "startDate", "endDate", "contributor"},
    "PerformanceRole": THING | {"roleName", "characterName", "startDate", "endDate", "actor"},
    "BreadcrumbList": THING | {"itemListElement", "itemListOrder", "numberOfItems"},
    "ListItem": THING | {"item", "position", "nextItem", "previousItem"},
    "ProfilePage": CREATIVE_WORK | {"breadcrumb", "lastReviewed"},
    "WebPage": CREATIVE_WORK | {"breadcrumb", "lastReviewed"},
    "WebSite": CREATIVE_WORK | {"issn", "potentialAction"},
}


def nodes(value):
    """Every node of a document, at any depth; a reference by `@id` alone is none."""
    if isinstance(value, list):
        for one in value:
            yield from nodes(one)
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from nodes(one)


def strange(document) -> list[str]:
    """Types we don't know and properties that a type may not have."""
    return [
        f"{node['@type']}.{name}"
        for node in nodes(document)
        for name in node
        if not name.startswith("@") and name not in ALLOWED.get(node["@type"], ())
    ]
