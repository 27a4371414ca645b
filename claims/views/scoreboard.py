"""How often what was said came true."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.scoreboard import ENOUGH
from claims.scoreboard import scoreboard as count
from newsroom.lib import clock


@require_safe
def scoreboard(request):
    board = count(clock.now())
    return render(request, "claims/scoreboard.html", {"board": board, "enough": ENOUGH})
