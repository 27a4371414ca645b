"""The site's own addresses, and on stage those errors that no address brings about."""

from django.urls import path

from newsroom import urls
from newsroom.lib.refusals import Gone
from newsroom.views import errors

handler400, handler403, handler404, handler500 = (
    urls.handler400,
    urls.handler403,
    urls.handler404,
    urls.handler500,
)


def gone(request):
    raise Gone("This story rested on a document that turned out to be forged.", "Withdrawn")


urlpatterns = [
    *urls.urlpatterns,
    path("on-stage/403/", errors.forbidden),
    path("on-stage/410/", gone),
    path("on-stage/429/", lambda request: errors.too_many_requests(request, 60)),
    path("on-stage/500/", errors.server_error),
]
