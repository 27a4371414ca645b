"""What holds for every request and every answer."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.utils.cache import patch_cache_control

from newsroom.lib import clock
from newsroom.views import errors

PRIVATE = ("/admin/", "/preview/", "/follow/", "/health/")
# Constants: an age computed from what is scheduled would announce the hour of an embargo.
PUBLIC_CACHE = "public, max-age=0, s-maxage=2, must-revalidate"
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"


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
        if request.headers.get("Sec-Fetch-Dest") == "empty" and not request.session.modified:
            return response
        return super().process_response(request, response)


class ErrorsInWords:
    """400, 404 and 410 are pages in words, in DEBUG too; an address that leads nowhere is one of them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 404 and request.resolver_match is None:
            return errors.not_found(request)
        return response

    def process_exception(self, request, exception):
        return errors.answer(request, exception)
