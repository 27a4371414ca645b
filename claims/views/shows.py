"""Shows, their seasons and their cast."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from claims import answer, asked, cast, presence, record, status, stories
from claims.confidence import Confidence
from claims.date_moves import date_moves
from claims.models import Claim
from claims.sources import sources_of
from newsroom.lib.addresses import moved
from newsroom.lib.params import declared, moment


@require_safe
def show_list(request):
    now = moment(request)
    shows = presence.shows(now.at).select_related("image").order_by("title", "slug")
    return render(request, "claims/show_list.html", {"moment": now, "shows": list(shows)})


@require_safe
def show_detail(request, slug):
    then = moment(request)
    show = presence.find(presence.shows(then.at).select_related("image"), slug)
    if show.slug != slug:
        return moved(show.get_absolute_url(), then)
    whole = record.read(Claim.objects.about(show), then.at)
    of_show = whole.about(None)
    seasons = [
        (season, answer.answer(whole.about(season)))
        for season in presence.seasons(then.at).filter(show=show).order_by("-number")
    ]
    castings = cast.castings(whole)
    return render(
        request,
        "claims/show_detail.html",
        {
            "moment": then,
            "show": show,
            "answer": answer.answer(of_show) if show.is_film or not seasons else None,
            "steps": status.strip(of_show, is_film=True) if show.is_film else [],
            "turns": status.turns(of_show),
            "facts": status.facts(of_show),
            "moves": date_moves(of_show) if show.is_film else None,
            "seasons": seasons,
            "groups": cast.groups(cast.on_screen(castings)) if show.is_film else [],
            "cast": [] if show.is_film else list({c.person: c for c in cast.on_screen(castings)}.values()),
            "makers": cast.makers(castings),
            "plot": status.plot(of_show),
            "record": of_show if show.is_film else whole,
            "unknowns": status.unknowns(of_show, is_film=True) if show.is_film else [],
            "stories": stories.cards(show.editions.model.objects.about(show), then.at),
            **stories.elsewhere(show, show=show.slug),
            "sources": sources_of(whole.standing),
        },
    )


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
    of_season, of_show = whole.about(season), whole.about(None)
    castings = cast.castings(of_season)
    return render(
        request,
        "claims/season_detail.html",
        {
            "moment": then,
            "season": season,
            "show": season.show,
            "answer": answer.answer(of_season),
            "steps": status.strip(of_season),
            "turns": [*status.turns(of_season), *of_show.saying("cancellation")],
            "facts": status.facts(of_season, of_show),
            "moves": date_moves(of_season),
            "groups": cast.groups(cast.on_screen(castings)),
            "makers": cast.makers(castings),
            "plot": status.plot(of_season),
            "record": of_season,
            "unknowns": status.unknowns(of_season, of_show),
            "stories": stories.cards(season.editions, then.at),
            **stories.elsewhere(season, show=season.show.slug, season=season.number),
            "sources": sources_of(of_season.standing),
        },
    )


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
            "canonical_path": reverse("cast_detail", args=[show.slug])
            + (f"?{urlencode(given)}" if given else ""),
            "robots": "noindex,follow" if len(given) > 1 else "",
        },
    )
