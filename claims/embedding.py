"""A claim as oEmbed tells it: a frame of a certain size, in which its level and its day stand."""

from datetime import date
from math import ceil

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html

from claims.badges import badge_of
from claims.cards import Card
from claims.models import Claim
from newsroom.lib.api import absolute

WIDE, LEAST = 600, 160
LETTER, LINE, AROUND = 10.5, 30, 160  # pixels: of the sentence's type, and of all that stands around it


def size(claim: Claim, most_wide: int | None, most_high: int | None) -> tuple[int, int]:
    """Width and height; no larger than asked, and as high as the sentence needs at that width."""
    wide = min(WIDE, most_wide or WIDE)
    letters = max(1, (max(wide, LEAST) - 48) / LETTER)
    high = AROUND + ceil(len(claim.held.said) / letters) * LINE
    return wide, min(high, most_high or high)


def told(claim: Claim, size: tuple[int, int], card: Card, today: date) -> dict:
    """The answer of oEmbed 1.0, of type rich; the title says the level, the frame shows it."""
    badge = badge_of(claim, today)
    title = f"{card.headline.rstrip('.')} ({badge.words})"
    wide, high = size
    frame = format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy"></iframe>',
        *(absolute(reverse("claim_embed", args=[claim.key])), wide, high, title),
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": settings.SITE_NAME,
        "provider_url": absolute("/"),
        "cache_age": 60,
        "html": frame,
        "width": wide,
        "height": high,
        "thumbnail_url": card.url(),
        "thumbnail_width": card.sizes[0],
        "thumbnail_height": card.sizes[1],
    }
