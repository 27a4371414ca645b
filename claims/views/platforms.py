"""Platforms: what comes out there."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import platforms, presence, record, stories
from newsroom.lib.addresses import moved
from newsroom.lib.params import moment


@require_safe
def platform_detail(request, slug):
    then = moment(request)
    platform = presence.find(presence.platforms(then.at), slug)
    if platform.slug != slug:
        return moved(platform.get_absolute_url(), then)
    told = platforms.standing(then.at).filter(platform=platform)
    held = record.read(told, then.at)
    editions = presence.stories_of(told.values("show"), then.at)
    return render(
        request,
        "claims/platform_detail.html",
        {
            "moment": then,
            "platform": platform,
            "claims": sorted(held.standing, key=lambda claim: (claim.show.title, claim.key)),
            "stories": stories.cards(editions, then.at),
            **stories.elsewhere(platform, platform=platform.slug),
        },
    )
