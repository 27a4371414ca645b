"""Following by mail: asking, and the buttons behind the links in the mails."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from claims import presence
from newsroom.door.addresses import address_of
from newsroom.following import asking
from newsroom.following.forms import FollowForm
from newsroom.following.origin import is_foreign, own_forms_only
from newsroom.lib.params import declared
from newsroom.lib.refusals import BadParameter, NotHere
from newsroom.views import errors

ONE_CLICK = "List-Unsubscribe"  # RFC 8058: a mail program presses the button for its reader
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def behind_a_link(view: Callable) -> Callable:
    """Its address is its key: no index keeps it, and no other site learns it. A form's own origin is still said."""

    @wraps(view)
    def wrapper(request, token):
        response = view(request, token)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Referrer-Policy"] = "same-origin"
        return response

    return wrapper


@get_or_post
@own_forms_only
def follow(request):
    subject, query = _subject(request)
    context = {
        "subject": next((row for row in subject.values() if row), None),
        "action": reverse("follow") + query,
        "canonical_path": reverse("follow") + query,
        "form": FollowForm(request.POST if request.method == "POST" else None),
        "is_set_up": settings.MAIL_IS_SET_UP,
        "feed_url": f"{reverse('feed_rss')}{query}",
        "calendar_url": f"/calendar.ics{query}",
    }
    if request.method != "POST":
        return render(request, "following/follow.html", context)
    if context["subject"] is None:
        raise BadParameter("Say what you want to follow: begin on the page of a show, a season or a person.")
    if not settings.MAIL_IS_SET_UP:
        return render(request, "following/follow.html", context, status=503)
    if not context["form"].is_valid():
        return render(request, "following/follow.html", context, status=400)
    if seconds := asking.wait_for(address_of(request)):
        return errors.too_many_requests(request, seconds)
    typed = context["form"].cleaned_data
    asking.ask(typed["email"], subject, typed["min"])
    return redirect(reverse("follow_asked") + query)


@require_safe
def follow_asked(request):
    """The same for everybody, whether there was anything to send or not."""
    subject, query = _subject(request)
    row = next((row for row in subject.values() if row), None)
    context = {"subject": row, "again": reverse("follow") + query}
    context["canonical_path"] = reverse("follow_asked") + query
    return render(request, "following/follow_asked.html", context)


@get_or_post
@own_forms_only
@behind_a_link
def follow_confirm(request, token):
    found = asking.to_confirm(token)
    if request.method == "POST":
        asking.confirm(found)
        found.refresh_from_db()
    leave = reverse("follow_leave", args=[asking.leave_token(found)])
    return render(request, "following/follow_confirm.html", {"follow": found, "leave": leave})


@get_or_post
@csrf_exempt
@behind_a_link
def follow_leave(request, token):
    is_pressed_for_them = request.POST.get(ONE_CLICK) == "One-Click"
    if request.method == "POST" and is_foreign(request) and not is_pressed_for_them:
        return errors.forbidden(request)
    found = asking.to_leave(token)
    is_gone = request.method == "POST"
    if is_gone:
        asking.leave(found)
    return render(request, "following/follow_leave.html", {"follow": found, "is_gone": is_gone})


def _subject(request) -> tuple[dict, str]:
    """The show, season or person that an address names, of those that have a page; and the query that names it."""
    given = declared(request, "show", "season", "person")
    subject = {"show": None, "season": None, "person": None}
    if "person" in given and "show" in given:
        raise BadParameter("Follow a show or a person: one of them at a time.")
    if "season" in given and "show" not in given:
        raise BadParameter("“season” needs a “show”: say whose season it is.")
    if "person" in given:
        row = subject["person"] = _find(presence.people(), given["person"])
        return subject, f"?{urlencode({'person': row.slug})}"
    if "show" not in given:
        return subject, ""
    show = _find(presence.shows(), given["show"])
    if "season" not in given:
        subject["show"] = show
        return subject, f"?{urlencode({'show': show.slug})}"
    if not given["season"].isdecimal() or not 0 < len(given["season"]) < 5:
        raise BadParameter("“season” takes a number.")
    season = subject["season"] = presence.find_season(show, int(given["season"]))
    return subject, f"?{urlencode({'show': season.show.slug, 'season': season.number})}"


def _find(rows, slug: str):
    try:
        return presence.find(rows, slug)
    except NotHere:
        raise NotHere("There is nothing here to follow under that name.") from None
