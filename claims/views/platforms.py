"""Platforms: what comes out there."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import heads, hubs, presence, stories
from claims.record import Record
from newsroom.lib.addresses import going_on, moved
from newsroom.lib.params import declared, moment


@require_safe
def platform_detail(request, slug):
    then, after = moment(request), declared(request, "after").get("after", "")
    platform = presence.find(presence.platforms(then.at), slug)
    if platform.slug != slug:
        return moved(platform.get_absolute_url(), then)
    part = hubs.released_on(platform, then.at, after)
    claims = [row.claim for row in part.rows]
    return render(
        request,
        "claims/platform_detail.html",
        {
            "moment": then,
            "platform": platform,
            **heads.of_platform(platform, Record(claims, then.at)),
            "claims": claims,
            **going_on(platform.get_absolute_url(), then, after, part.after),
            "stories": [] if after else stories.newest(platform, then.at),
            **stories.elsewhere(platform, platform=platform.slug),
        },
    )
