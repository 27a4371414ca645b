"""Shows, seasons, people and platforms for machines."""

from django.db.models import Q
from django.urls import reverse

from claims import asked, catalogue_api, endpoints, presence
from newsroom.lib import api
from newsroom.lib.addresses import moved
from newsroom.lib.params import moment


@api.read_only
def show_api_list(request):
    return _list(request, endpoints.SHOWS, _shows, catalogue_api.show)


@api.read_only
def show_api_detail(request, slug):
    return _detail(request, slug, endpoints.ONE_SHOW, _shows, catalogue_api.show_with_claims)


@api.read_only
def person_api_list(request):
    return _list(request, endpoints.PEOPLE, _people, catalogue_api.person)


@api.read_only
def person_api_detail(request, slug):
    return _detail(request, slug, endpoints.ONE_PERSON, _people, catalogue_api.person_with_claims)


@api.read_only
def platform_api_list(request):
    return _list(request, endpoints.PLATFORMS, presence.platforms, catalogue_api.platform)


@api.read_only
def platform_api_detail(request, slug):
    return _detail(
        request, slug, endpoints.ONE_PLATFORM, presence.platforms, catalogue_api.platform_with_claims
    )


@api.read_only
def season_api_list(request):
    then, given = moment(request), endpoints.SEASONS.read(request)
    rows = presence.seasons(then.at).order_by("show__slug", "number")
    if show := asked.subjects(given, then.at).get("show"):
        rows = rows.filter(show=show)
    if after := catalogue_api.read_key(api.slug_after(given)):
        slug, number = after
        rows = rows.filter(Q(show__slug__gt=slug) | Q(show__slug=slug, number__gt=number))
    found, after = api.part(rows, api.size_asked(given), catalogue_api.key_of)
    return api.list_of([catalogue_api.season(row) for row in found], after)


@api.read_only
def season_api_detail(request, slug, number):
    then, given = moment(request), endpoints.ONE_SEASON.read(request)
    show = presence.find(presence.shows(then.at), slug)
    season = presence.find_season(show, number, then.at)
    if (season.show.slug, season.number) != (slug, number):
        return moved(reverse("season_api_detail", args=[season.show.slug, season.number]), then)
    return api.answer(catalogue_api.season_with_claims(season, then.at, asked.level(given)))


def _shows(at):
    return presence.shows(at).select_related("image")


def _people(at):
    return presence.people(at).select_related("image")


def _list(request, endpoint, public, told):
    """A list by slug: its cursor is the slug of the last row."""
    then, given = moment(request), endpoint.read(request)
    rows = public(then.at).filter(slug__gt=api.slug_after(given)).order_by("slug")
    found, after = api.part(rows, api.size_asked(given), lambda row: row.slug)
    return api.list_of([told(row) for row in found], after)


def _detail(request, slug, endpoint, public, told):
    then, given = moment(request), endpoint.read(request)
    row = presence.find(public(then.at), slug)
    if row.slug != slug:
        return moved(reverse(endpoint.route, args=[row.slug]), then)
    return api.answer(told(row, then.at, asked.level(given)))
