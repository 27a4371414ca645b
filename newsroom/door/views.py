"""The pages at the door: the one that is shut for a while, and one's own second factor."""

import logging
import math

from django.conf import settings
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.debug import sensitive_post_parameters

from newsroom.door import second_factor, sessions
from newsroom.door.forms import ProofForm, SetUpForm
from newsroom.door.lockout import MOST, WINDOW, Locked
from newsroom.lib import clock
from newsroom.lib.timeline import said

log = logging.getLogger("newsroom.door")


def locked_out(request: HttpRequest, site, until) -> HttpResponse:
    """What to do, and when the door opens again: the same words for every name."""
    seconds = max(1, math.ceil((until - clock.now()).total_seconds()))
    context = site.each_context(request) | {
        "title": "Locked for a while",
        "most": MOST,
        "window": WINDOW.seconds // 60,
        "minutes": math.ceil(seconds / 60),
        "until": said(until),
    }
    response = TemplateResponse(request, "admin/door/locked_out.html", context, status=429)
    response["Retry-After"] = str(seconds)
    return response


@sensitive_post_parameters()
def second_factor_page(request: HttpRequest, site) -> HttpResponse:
    """One's own: set it up, take new recovery codes, take it off."""
    is_set_up = second_factor.is_set_up(request.user)
    if is_set_up and "offer" in request.POST:
        messages.info(request, "It is set up already: nothing has been changed.")
        return redirect("admin:second_factor")
    form_class = ProofForm if is_set_up else SetUpForm
    form = form_class(request.POST or None, request=request)
    try:
        if request.method == "POST" and form.is_valid():
            return _done(request, site, is_set_up)
    except Locked as locked:
        return locked_out(request, site, locked.until)
    if is_set_up:
        return _page(request, site, form=form, codes_left=second_factor.codes_left(request.user))
    return _page(
        request, site, form=form, offer=second_factor.offer(request.user, request.POST.get("offer", ""))
    )


def _done(request, site, is_set_up: bool) -> HttpResponse:
    if not is_set_up:
        codes = second_factor.set_up(request.user, request.POST["offer"], request.POST["code"])
        _keep_this_session_alone(request, second_factor=True)
        _write(request, "Second factor set up.")
        messages.success(request, "Your second factor is set up.")
        return _page(request, site, codes=codes)
    if request.POST.get("do") == "codes":
        codes = second_factor.new_recovery_codes(request.user)
        _write(request, "New recovery codes taken.")
        return _page(request, site, codes=codes)
    second_factor.take_off(request.user)
    _keep_this_session_alone(request, second_factor=False)
    _write(request, "Second factor taken off.")
    messages.success(request, "Your second factor is taken off: the password alone lets you in.")
    return redirect("admin:second_factor")


def _keep_this_session_alone(request, **marks) -> None:
    sessions.begin(request, **marks)
    sessions.end_all(request.user, but=request.session.session_key)


def _write(request, what: str) -> None:
    """Into the account's history and the log."""
    LogEntry.objects.log_actions(request.user.pk, [request.user], CHANGE, what, single_object=True)
    log.info("%s: account %r", what.rstrip("."), request.user.get_username())


def _page(request, site, **more) -> HttpResponse:
    is_owed = settings.REQUIRE_SECOND_FACTOR and not request.session.get(sessions.SECOND_FACTOR)
    context = site.each_context(request) | {"title": "Your second factor", "is_owed": is_owed} | more
    if is_owed:
        context |= {"is_nav_sidebar_enabled": False}
    return TemplateResponse(request, "admin/door/second_factor.html", context)
