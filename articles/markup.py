"""A story's text as readers see it: its words as published, each marked claim followed by today's badge, and by
what answers in its place where it is out of date; pictures and live blocks where the text refers to them."""

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles import insets
from articles.models import Edition
from claims.badges import badge_of
from claims.models import Claim
from newsroom.lib.html import clean_body, with_marks


def marked(edition: Edition, claims: list[Claim], at) -> SafeString:
    """The body with badges. It was cleaned when it was saved, and is cleaned again here."""
    today = timezone.localdate(at)
    badges = {claim.key: _badge(claim, today) for claim in claims}
    shown = insets.load([edition], at)
    body = with_marks(clean_body(edition.body), lambda key, words: badges.get(key, ""), shown.html)
    return mark_safe(body)  # noqa: S308 - clean HTML from the allow-list, and our own badges


def _badge(claim: Claim, today) -> str:
    """A claim that was taken back says so where it is cited: the words stand, the badge does not."""
    if claim.held is None and not claim.retracted_at:
        return ""
    heir = claim.heir if claim.heir and claim.heir.spoiler != Claim.Spoiler.MAJOR else None
    shown = {"badge": badge_of(claim, today), "heir": heir, "heir_badge": heir and badge_of(heir, today)}
    return " " + render_to_string("articles/_mark.html", shown).strip()
