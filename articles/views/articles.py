"""The news list, a story, its editions and its history."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles import addresses, cards, citations, jsonld, reading
from articles.disclaiming import disclaimers
from articles.erratum import mail_link
from articles.facets import facets
from articles.filters import ORDER, EditionFilter
from articles.level import weakest
from articles.listing import Listing
from articles.markup import marked
from articles.models import Edition
from articles.paging import page
from articles.substance import facts_checked, updated_at
from claims import presence, stories
from claims.figures import figures
from claims.sources import sources_of
from newsroom.lib import clock
from newsroom.lib.addresses import moved
from newsroom.lib.params import Moment, declared, moment


@require_safe
def article_list(request):
    given = declared(request, *ORDER, "after")
    after = given.pop("after", "")
    now = Moment(clock.now())
    wanted = EditionFilter(given, stories.with_cards(Edition.objects.live(now.at), now.at))
    listing = Listing(wanted.chosen, after)
    found = page(wanted, after, listing.query)
    return render(
        request,
        "articles/article_list.html",
        {
            "moment": now,
            "listing": listing,
            "facets": facets(wanted, found.window, listing),
            "canonical_path": listing.canonical,
            "robots": listing.robots,
            "graph": jsonld.place(listing.title, listing.canonical),
            "feed_url": listing.feed_url,
            "feed_title": listing.title,
            "page": found,
            "newer_url": None if found.newer is None else listing.url(found.newer),
            "older_url": listing.url(found.older) if found.older else None,
            "suggestions": [] if found.stories else list(presence.shows(now.at)[:6]),
        },
    )


@require_safe
def article_detail(request, slug):
    then = moment(request)
    edition = addresses.find(slug, then)
    if edition.slug != slug:
        return moved(edition.get_absolute_url(), then)
    reading.load_topics(edition)
    return story_page(request, edition, citations.load([edition], then.at), then)


def story_page(request, edition, known, then):
    """The page of a story, of an edition with its topics and what is known of its claims; previews are made by it."""
    notes, updated = reading.notes(edition, then.at), updated_at(edition, known)
    card = cards.of_story(edition, then, known.today)
    return render(
        request,
        "articles/article_detail.html",
        {
            **_words(edition, then),
            "canonical_path": edition.get_absolute_url(),
            "card": card,
            "graph": jsonld.story(edition, known, notes, updated, card),
            "shifts": citations.since(edition, known),
            "retracted": citations.retracted(edition),
            "updated_at": updated,
            "notes": notes,
            "related": reading.related(edition, then.at),
            "erratum": mail_link(edition),
        },
    )


@require_safe
def edition_detail(request, slug, number):
    then = moment(request)
    live, edition = addresses.find_numbered(slug, number, then)
    if live.slug != slug:
        return moved(reverse("edition_detail", args=[live.slug, number]), then)
    reading.load_topics(edition)
    citations.load([edition], then.at)
    return render(
        request,
        "articles/edition_detail.html",
        {**_words(edition, then), "live": live, "robots": "noindex"},
    )


@require_safe
def article_history(request, slug):
    then = moment(request)
    edition = addresses.find(slug, then)
    if edition.slug != slug:
        return moved(reverse("article_history", args=[edition.slug]), then)
    editions = edition.article.editions.been_live(then.at).order_by("-live_from")
    return render(
        request,
        "articles/article_history.html",
        {
            "moment": then,
            "edition": edition,
            "editions": list(editions),
            "graph": jsonld.place(edition.headline, edition.get_absolute_url()),
        },
    )


def _words(edition, then) -> dict:
    """What a story's page and an old edition's page have in common."""
    claims = edition.cited
    leads = [claim for claim in claims if claim.is_lead and claim.held]
    return {
        "moment": then,
        "edition": edition,
        "body": marked(edition, claims, then.at),
        "leads": leads,
        "weakest": weakest(leads),
        "sources": sources_of(claims),
        "disclaimers": disclaimers(edition, claims, then.at),
        "figures": figures(claims),
        "facts_checked": facts_checked(claims),
    }
