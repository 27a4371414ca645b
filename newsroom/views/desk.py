"""The front of the desk, over the admin's own index."""

from django.contrib import admin
from django.views.decorators.http import require_safe

from newsroom import front_of_desk
from newsroom.lib import clock


@require_safe
def desk_front(request):
    return admin.site.admin_view(_front)(request)


def _front(request):
    shown = front_of_desk.front(request.user, clock.now())
    return admin.site.index(request, {"title": "The desk", **shown})
