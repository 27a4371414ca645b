"""What the card of a story says: its headline, and how sure it is of what it leads with."""

from django.urls import reverse

from articles.level import weakest
from articles.models import Edition
from claims.badges import badge_of
from claims.cards import Card, card
from newsroom.lib.params import Moment


def of_story(edition: Edition, then: Moment, today) -> Card:
    """Of an edition whose citations are loaded."""
    level = weakest(claim for claim in edition.cited if claim.is_lead)
    path = reverse("article_card", args=[edition.slug])
    return card(
        path, edition.headline, badge_of(level, today) if level else None, then, kicker=edition.kicker
    )
