"""Errors as pages in words, each with a way on; to the API's readers, as JSON in the same words."""

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from articles.models import Edition
from newsroom.lib import api
from newsroom.lib.refusals import BadParameter, Gone, NotHere

PLAIN = "The address of this page was not understood."
NEWEST = 4  # stories that are offered instead


def answer(request, exception):
    """The page for an exception that a view raised; None leaves it to Django."""
    if isinstance(exception, Gone):
        return _page(request, "410.html", 410, {"note": exception.note, "title": exception.title})
    if isinstance(exception, BadParameter):
        return bad_request(request, exception)
    if isinstance(exception, Http404):
        return not_found(request, exception)
    return None


def bad_request(request, exception=None):
    """What Django itself finds suspicious may lie in the request, which is then left alone."""
    sentence = str(exception) if isinstance(exception, BadParameter) else PLAIN
    request = None if isinstance(exception, SuspiciousOperation) else request
    return _page(request, "400.html", 400, {"sentence": sentence})


def not_found(request, exception=None):
    """The same bytes for what never existed and for what is not public."""
    sentence = str(exception) if isinstance(exception, NotHere) else ""
    names = {} if api.is_asked(request) else _names_on_sale()
    return _page(request, "404.html", 404, {"sentence": sentence, **names})


def _names_on_sale() -> dict:
    """Where to go instead: the newest stories that are live, and the shows that they are about."""
    newest = list(Edition.objects.live().newest_first().prefetch_related("shows")[:NEWEST])
    shows = dict.fromkeys(show for story in newest for show in story.shows.all())
    return {"newest": newest, "shows": list(shows)}


def forbidden(request, exception=None):
    return _page(request, "403.html", 403, {})


def too_many_requests(request, seconds: int):
    """What a throttle answers: when it will listen again."""
    sentence = f"Many requests came from where you are. Try again in {seconds} seconds."
    response = _page(request, "429.html", 429, {"sentence": sentence})
    response["Retry-After"] = str(seconds)
    return response


def server_error(request):
    """Needs neither request nor database."""
    context = {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL}
    if api.is_asked(request):
        return api.problem(500)
    return HttpResponse(render_to_string("500.html", context), status=500)


def _page(request, template: str, status: int, context: dict):
    if api.is_asked(request):
        return api.problem(
            status, context.get("title", ""), context.get("sentence") or context.get("note", "")
        )
    context |= {"site_name": settings.SITE_NAME, "site_url": settings.SITE_URL}
    return render(request, template, context, status=status)
