"""Forms of the public site, which knows no session and no token: only its own pages may send them."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.views.decorators.csrf import csrf_exempt

from newsroom.views import errors


def is_foreign(request) -> bool:
    """A browser says that the form stands on another site. What says nothing is no browser, and holds no one's
    cookies: there are none here to be held."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and origin != settings.SITE_URL


def own_forms_only(view: Callable) -> Callable:
    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.method == "POST" and is_foreign(request):
            return errors.forbidden(request)
        return view(request, *args, **kwargs)

    return csrf_exempt(wrapper)
