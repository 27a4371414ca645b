"""What holds for every request at the desk, whoever makes it."""

from django.conf import settings
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.urls import reverse

from newsroom.door import second_factor, sessions

OPEN = ("admin:second_factor", "admin:logout", "admin:login")


def desk_rules(get_response):
    """A session that is over ends; who has to set up a second factor first can do nothing else."""

    def middleware(request):
        if request.path.startswith(settings.SESSION_COOKIE_PATH):
            if sessions.is_over(request) or (_owes(request) and second_factor.is_set_up(request.user)):
                logout(request)
            elif _owes(request) and request.path not in map(reverse, OPEN):
                return redirect("admin:second_factor")
        return get_response(request)

    return middleware


def _owes(request) -> bool:
    is_asked = settings.REQUIRE_SECOND_FACTOR and request.user.is_authenticated
    return is_asked and not request.session.get(sessions.SECOND_FACTOR)
