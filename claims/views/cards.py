"""The cards of shows, seasons, people and claims, as pictures."""

from django.views.decorators.http import require_safe

from claims import answer, cards, heads, presence, record
from claims.addresses import find_claim
from claims.cards.serving import answer as served
from claims.cards.serving import shape_asked
from claims.models import Claim
from newsroom.lib.addresses import moved
from newsroom.lib.params import moment


@require_safe
def show_card(request, slug):
    then, shape = moment(request), shape_asked(request)
    show = presence.find(presence.shows(then.at), slug)
    whole = record.read(Claim.objects.about(show), then.at)
    seasons = () if show.is_film else presence.seasons(then.at).filter(show=show).order_by("-number")[:1]
    card = heads.card_of_show(show, whole, seasons, then)
    return served(request, card, shape) if show.slug == slug else moved(card.path, then)


@require_safe
def season_card(request, slug, number):
    then, shape = moment(request), shape_asked(request)
    show = presence.find(presence.shows(then.at), slug)
    season = presence.find_season(show, number, then.at)
    whole = record.read(Claim.objects.about(season.show), then.at)
    card = cards.of_season(season, answer.answer(whole.about(season)), then, whole.today)
    if (season.show.slug, season.number) != (slug, number):
        return moved(card.path, then)
    return served(request, card, shape)


@require_safe
def person_card(request, slug):
    then, shape = moment(request), shape_asked(request)
    person = presence.find(presence.people(then.at), slug)
    card = cards.of_person(person, then)
    return served(request, card, shape) if person.slug == slug else moved(card.path, then)


@require_safe
def claim_card(request, key):
    then, shape = moment(request), shape_asked(request)
    found = find_claim(key, then)
    whole = record.read(Claim.objects.filter(pk=found.pk), then.at)
    card = cards.of_claim(whole.claims[0], then, whole.today)
    return served(request, card, shape) if found.key == key else moved(card.path, then)
