"""Shows, their seasons and their cast."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from claims import answer, asked, cast, catalogue, following, heads, presence, record, status, stories
from claims.confidence import Confidence
from claims.date_moves import date_moves
from claims.figures import figures
from claims.gap import gap
from claims.models import Claim
from claims.related import related
from claims.seasons import tracked
from claims.sources import sources_of
from newsroom.lib.addresses import going_on, moved
from newsroom.lib.params import declared, moment

MOST_CAST = 24  # on a series' own page; its cast page has everybody
MOST_SOURCES = 40


@require_safe
def show_list(request):
    now, after = moment(request), declared(request, "after").get("after", "")
    names = catalogue.shows(presence.shows(now.at).select_related("image"), after)
    context = {"moment": now, "shows": names.rows, **heads.of_list("Shows", request.path)}
    return render(request, "claims/show_list.html", context | going_on(request.path, now, after, names.after))


@require_safe
def show_detail(request, slug):
    then = moment(request)
    show = presence.find(presence.shows(then.at).select_related("image"), slug)
    if show.slug != slug:
        return moved(show.get_absolute_url(), then)
    whole = record.read(Claim.objects.about(show), then.at)
    seasons = presence.seasons(then.at).filter(show=show).order_by("-number")
    return render(
        request,
        "claims/show_detail.html",
        {
            "moment": then,
            "show": show,
            **(_told_of_film(whole) if show.is_film else _told_of_series(whole, list(seasons))),
            **heads.of_show(show, whole, () if show.is_film else seasons, then),
            "ways": following.ways(show=show.slug),
            "stories": stories.newest(show, then.at),
            **stories.elsewhere(show, show=show.slug),
            "related": related(show, whole, then.at),
            "corrections": show.editions.model.objects.corrections(then.at).about(show)[:3],
            "sources": sources_of(whole.standing)[:MOST_SOURCES],
            "figures": figures(whole.standing, "This page rests on"),
        },
    )


def _told_of_film(whole) -> dict:
    """A film's show page is its tracker."""
    castings = cast.castings(whole)
    return {
        "answer": answer.answer(whole),
        "state": status.word(whole),
        "steps": status.strip(whole, is_film=True),
        "turns": status.turns(whole),
        "is_in_limbo": status.is_in_limbo(whole),
        "facts": status.facts(whole),
        "makers": cast.makers(castings),
        "moves": date_moves(whole),
        "groups": cast.groups(cast.on_screen(castings)),
        "plot": status.plot(whole),
        "record": whole,
        "unknowns": status.unknowns(whole, is_film=True),
    }


def _told_of_series(whole, seasons) -> dict:
    """What holds of the whole of it, and how far each season has come; the newest one speaks for the series."""
    of_show, castings = whole.about(None), cast.castings(whole)
    told = [tracked(season, whole.about(season)) for season in seasons]
    main = list({casting.person: casting for casting in cast.on_screen(castings)}.values())
    return {
        "answer": None if told else answer.answer(of_show),
        "state": "Cancelled" if of_show.saying("cancellation") else told[0].state if told else "",
        "state_of": told[0].season if told else None,
        "seasons": told,
        "turns": status.turns(of_show),
        "facts": status.facts(of_show),
        "makers": list({(one.person, one.job): one for one in cast.makers(castings)}.values()),
        "main_cast": main[:MOST_CAST],
        "plot": status.plot(of_show),
        "record": whole,
    }


@require_safe
def season_detail(request, slug, number):
    then = moment(request)
    season = (
        presence.seasons(then.at).select_related("show__image").filter(show__slug=slug, number=number).first()
    )
    if season is None:
        show = presence.find(presence.shows(then.at), slug)
        return moved(presence.find_season(show, number, then.at).get_absolute_url(), then)
    whole = record.read(Claim.objects.about(season.show), then.at)
    return render(
        request,
        "claims/season_detail.html",
        {
            "moment": then,
            "season": season,
            "show": season.show,
            **_told_of_season(whole, season),
            **heads.of_season(season, whole, then),
            "ways": following.ways(show=season.show.slug, season=season.number),
            "stories": stories.newest(season, then.at),
            **stories.elsewhere(season, show=season.show.slug, season=season.number),
            "related": related(season.show, whole, then.at),
            "corrections": season.editions.model.objects.corrections(then.at).about_season(season)[:3],
        },
    )


def _told_of_season(whole, season) -> dict:
    """What is read off the record of its show, without another query."""
    of_season, of_show = whole.about(season), whole.about(None)
    castings = cast.castings(of_season)
    return {
        "answer": answer.answer(of_season),
        "steps": status.strip(of_season),
        "turns": [*status.turns(of_season), *of_show.saying("cancellation")],
        "is_in_limbo": status.is_in_limbo(of_season) and not of_show.saying("cancellation"),
        "facts": status.facts(of_season, of_show),
        "makers": cast.makers(castings),
        "gap": gap(whole, season),
        "moves": date_moves(of_season),
        "groups": cast.groups(cast.on_screen(castings)),
        "plot": status.plot(of_season),
        "record": of_season,
        "unknowns": status.unknowns(of_season, of_show),
        "sources": sources_of(of_season.standing),
        "figures": figures(of_season.standing, "This page rests on"),
    }


@require_safe
def cast_detail(request, slug):
    then = moment(request)
    given = declared(request, "change", "min")
    change, least = asked.change(given), asked.level(given)
    show = presence.find(presence.shows(then.at), slug)
    if show.slug != slug:
        return moved(reverse("cast_detail", args=[show.slug]), then)
    whole = record.read(Claim.objects.about(show).filter(kind=Claim.Kind.CASTING), then.at)
    parts = [(None, whole.about(None))]
    parts += [(season, whole.about(season)) for season in presence.seasons(then.at).filter(show=show)]
    seasons = [(season, cast.groups(cast.castings(part, least), change)) for season, part in reversed(parts)]
    return render(
        request,
        "claims/cast_detail.html",
        {
            "moment": then,
            "show": show,
            "change": change,
            "least": least,
            "changes": Claim.Change.choices,
            "levels": [level for level in Confidence.ranked() if level.stands],
            "seasons": [(season, groups) for season, groups in seasons if groups],
            "elsewhere": cast.elsewhere(show, whole.standing, then.at),
            "canonical_path": reverse("cast_detail", args=[show.slug])
            + (f"?{urlencode(given)}" if given else ""),
            "robots": "noindex,follow" if len(given) > 1 else "",
            **heads.of_cast(show, whole),
        },
    )
