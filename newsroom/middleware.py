"""What holds for every request and every answer."""

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpResponsePermanentRedirect
from django.utils.cache import patch_cache_control

from articles import addresses, rechecking
from articles.models import Article
from newsroom.lib import api, clock
from newsroom.lib.refusals import Gone, NotHere
from newsroom.views import errors

PRIVATE = ("/admin/", "/preview/", "/follow/", "/health/")
SECRET = ("/preview/",)
# Constants: an age computed from what is scheduled would announce the hour of an embargo.
PUBLIC_CACHE = "public, max-age=0, s-maxage=2, must-revalidate"
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


def in_background(request) -> bool:
    """A page's script asks, nobody has pressed anything: words are kept, claims are searched."""
    return request.headers.get("Sec-Fetch-Dest") == "empty"


def one_instant(get_response):
    """A request has one instant: whatever it reads, it reads at that moment."""

    def middleware(request):
        with clock.pinned():
            return get_response(request)

    return middleware


def cache_headers(get_response):
    """Public answers carry one constant; the desk's are never stored."""

    def middleware(request):
        response = get_response(request)
        if request.path.startswith(PRIVATE) or response.status_code >= 500:
            del response["Cache-Control"]
            patch_cache_control(response, no_store=True, private=True)
        elif "Cache-Control" not in response:
            response["Cache-Control"] = PUBLIC_CACHE
        return response

    return middleware


def secret_addresses(get_response):
    """A preview's address is its key: no search engine is to keep it, and no page that it links to to learn it."""

    def middleware(request):
        response = get_response(request)
        if request.path.startswith(SECRET):
            response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
            response["Referrer-Policy"] = "no-referrer"
        return response

    return middleware


def cross_origin(get_response):
    """The API may be read by any site's pages, and nothing else may; redirects and 304 say so too."""

    def middleware(request):
        response = get_response(request)
        if api.is_asked(request):
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Allow-Methods"] = api.METHODS
            response["Access-Control-Allow-Headers"] = "If-None-Match"
            response["Access-Control-Expose-Headers"] = "ETag"
        return response

    return middleware


def rechecks(get_response):
    """What is done at the desk may take the ground from under what is scheduled: then that is held, and told."""

    def middleware(request):
        response = get_response(request)
        is_act = request.method == "POST" and not in_background(request) and response.status_code < 400
        if is_act and request.path.startswith("/admin/"):
            by = request.user if request.user.is_authenticated else None
            for edition, faults in rechecking.recheck(by=by):
                told = f"Edition {edition.number} was put on hold: {' '.join(faults)}"
                admin.site._registry[Article].log_change(request, edition.article, told)
                messages.warning(request, f"“{edition.headline}”: {told}")
        return response

    return middleware


def permissions_policy(get_response):
    def middleware(request):
        response = get_response(request)
        response["Permissions-Policy"] = PERMISSIONS
        return response

    return middleware


class DeskSessionMiddleware(SessionMiddleware):
    """Sessions are the desk's: elsewhere a cookie that somebody sends is neither saved nor cleared."""

    def process_response(self, request, response):
        if not request.path.startswith(settings.SESSION_COOKIE_PATH):
            return response
        # What a page's script asks in the background would save the session as it was before, and with that
        # take back what another request has put there meanwhile (a message was lost so).
        if in_background(request) and not request.session.modified:
            return response
        return super().process_response(request, response)


class ErrorsInWords:
    """400, 404 and 410 are pages in words, in DEBUG too; an address that leads nowhere is one of them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 404 and request.method in ("GET", "HEAD"):
            response = _where_it_went(request) or response
        if response.status_code == 404 and request.resolver_match is None:
            return errors.not_found(request)
        return response

    def process_exception(self, request, exception):
        return errors.answer(request, exception)


def _where_it_went(request):
    """An address that nothing here answers may have been a story's elsewhere; None tells nothing of what is hidden."""
    try:
        return HttpResponsePermanentRedirect(addresses.find_former(request.path_info).get_absolute_url())
    except Gone as gone:
        return errors.answer(request, gone)
    except NotHere:
        return None
