"""Hubs: what is held of all shows at once."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import asked, heads, hubs, release_calendar
from newsroom.lib import clock
from newsroom.lib.addresses import going_on
from newsroom.lib.params import Moment, declared


@require_safe
def calendar(request):
    now = Moment(clock.now())
    shown = release_calendar.page(now.at, clock.today())
    return render(
        request,
        "claims/calendar.html",
        {"moment": now, "calendar": shown, **heads.of_list("Release calendar", request.path)},
    )


@require_safe
def renewals(request):
    given, now = declared(request, "sort", "after"), Moment(clock.now())
    order, after = asked.order(given, hubs.ORDERS), given.get("after", "")
    part = hubs.fates(now.at, order, after)
    return render(
        request,
        "claims/renewals.html",
        {
            "moment": now,
            "rows": part.rows,
            "order": order,
            **heads.of_list("Renewals and cancellations", request.path),
            **going_on(request.path, now, after, part.after, sort="" if order == "newest" else order),
        },
    )


@require_safe
def rumours(request):
    after, now = declared(request, "after").get("after", ""), Moment(clock.now())
    part = hubs.open_rumours(now.at, after)
    return render(
        request,
        "claims/rumours.html",
        {
            "moment": now,
            "rows": part.rows,
            **heads.of_list("Open rumours", request.path),
            **going_on(request.path, now, after, part.after),
        },
    )
