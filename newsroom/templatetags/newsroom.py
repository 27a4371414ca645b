"""How templates say dates, levels and values."""

from datetime import UTC

from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from articles.level import weakest
from claims import badges, wording
from claims.confidence import Confidence
from newsroom import theme
from newsroom.lib import clock, jsonld, timeline
from newsroom.lib.dates import day_said

register = template.Library()
FEEDS = {
    "feed_rss": "application/rss+xml",
    "feed_atom": "application/atom+xml",
    "feed_json": "application/feed+json",
}


@register.simple_tag
def theme_line():
    """The line that keeps the reader's light or dark from flashing by."""
    return mark_safe(f"<script>{theme.LINE}</script>")  # noqa: S308 - a constant of ours, let in by its hash


@register.filter
def day(value):
    """A day in words, as a machine-readable time: 23 February 2026."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), day_said(value)) if value else ""


@register.filter
def short_day(value):
    """The same where room is scarce: 23 Feb 2026."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value, "j M Y"))


@register.filter
def instant(value):
    """An instant with its zone: 23 Feb 2026, 09:00 UTC."""
    local = timezone.localtime(value).isoformat(timespec="seconds")
    return format_html('<time datetime="{}">{}</time>', local, timeline.said(value))


@register.filter
def instant_day(value):
    """The calendar day of an instant, in TIME_ZONE."""
    local = timezone.localtime(value)
    return format_html(
        '<time datetime="{}">{}</time>', local.isoformat(timespec="seconds"), day_said(local.date())
    )


@register.filter
def worded(claim):
    """A claim in words, as it is held."""
    return claim.held.said if claim.held else claim.said


@register.filter
def value(claim):
    """The bare value, for a table; a detail has none but its sentence."""
    return wording.value_said(claim) or worded(claim)


@register.filter
def when(claim):
    return wording.when_said(claim)


@register.filter
def window(claim):
    """The days that the source's own words leave open; empty where they say them."""
    return wording.window_said(claim)


@register.filter
def iso(value):
    """An instant for machines, in UTC, to the second."""
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@register.filter
def of(by_key, key):
    """What a mapping has of a key; nothing where it has none."""
    return by_key.get(key)


@register.filter
def role(casting):
    """What somebody plays or makes: the character, or the job."""
    return casting.character or ("" if casting.job == "actor" else casting.job.capitalize())


@register.simple_tag(takes_context=True)
def again(context, name):
    """What a block of this page says, once more: og:title repeats the title."""
    return context.render_context[BLOCK_CONTEXT_KEY].get_block(name).render(context)


@register.simple_tag(takes_context=True)
def structured(context):
    """What the page is, for machines: its own graph, or that of a plain page."""
    return jsonld.escaped(context.get("graph") or jsonld.plain_page(context.get("canonical_path") or "/"))


@register.inclusion_tag("components/_feeds.html", takes_context=True)
def feeds(context):
    """The feeds of exactly this page's filters, or of all news."""
    address = context.get("feed_url") or reverse("feed_rss")
    every = [(kind, address.replace(reverse("feed_rss"), reverse(name), 1)) for name, kind in FEEDS.items()]
    return {"feeds": every, "title": context.get("feed_title") or "All news", "site_url": context["site_url"]}


@register.inclusion_tag("components/_badge.html", takes_context=True)
def badge(context, claim, is_full=False):
    """The badge of a claim at the page's moment; in full it says in words that it is overdue."""
    return {"badge": badges.badge_of(claim, _today(context)), "is_full": is_full}


@register.simple_tag(takes_context=True)
def badge_words(context, claim):
    """What the badge of a claim says where there is only text."""
    badge = badges.badge_of(claim, _today(context))
    return badge.words if badge else "retracted"


@register.inclusion_tag("components/_badge.html", takes_context=True)
def story_badge(context, edition):
    """A story's own level: that of its weakest lead claim; nothing where it has none."""
    claim = weakest(edition.lead_claims.all())
    return {
        "badge": badges.badge_of(claim, _today(context)) if claim else None,
        "is_plain": True,
        "is_optional": True,
    }


@register.filter
def pen(pieces):
    """A text with what was searched for in it marked."""
    said = [format_html("<mark>{}</mark>", one.text) if one.is_found else one.text for one in pieces]
    return format_html_join("", "{}", ((one,) for one in said))


@register.inclusion_tag("components/_level.html")
def level_word(level):
    """A level by itself: the word with its shape."""
    return {"level": level}


@register.simple_tag
def level_words():
    """The six levels, surest first."""
    return Confidence.ranked()


@register.inclusion_tag("components/_picture.html")
def picture(image, sizes="100vw", is_first=False):
    """A picture in the formats and widths that stand; nothing where its rights have ended."""
    is_shown = image is not None and image.may_be_shown
    renditions = image.renditions if is_shown else None
    return {
        "image": image if is_shown else None,
        "renditions": renditions,
        "sizes": sizes,
        "is_first": is_first,
    }


def _today(context):
    moment = context.get("moment")
    return timezone.localdate(moment.at if moment else clock.now())
