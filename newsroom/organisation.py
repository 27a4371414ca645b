"""Who publishes this, for machines: the news organisation, with its policies by address."""

from django.conf import settings
from django.urls import reverse

from newsroom.lib.api import absolute
from newsroom.lib.jsonld import LANGUAGE, ORGANISATION, Node, graph, node, publisher, ref

# What schema.org calls each of our pages on how we work.
POLICIES = {
    "correctionsPolicy": ("policy_detail", "corrections"),
    "verificationFactCheckingPolicy": ("policy_detail", "verification"),
    "unnamedSourcesPolicy": ("policy_detail", "verification"),
    "ethicsPolicy": ("policy_detail", "ethics"),
    "ownershipFundingInfo": ("policy_detail", "ownership"),
    "diversityPolicy": ("policy_detail", "diversity"),
    "masthead": ("policy_detail", "contact"),
    "actionableFeedbackPolicy": ("policy_detail", "contact"),
    "publishingPrinciples": ("policy_detail", "ethics"),
}


def graph_of_site() -> Node:
    """The graph of the front page."""
    policies = {name: absolute(reverse(*route[:1], args=route[1:])) for name, route in POLICIES.items()}
    site = node(
        "WebSite",
        "/#site",
        name=settings.SITE_NAME,
        url=absolute("/"),
        inLanguage=LANGUAGE,
        publisher=ref(ORGANISATION),
    )
    return graph(publisher(**policies), site)
