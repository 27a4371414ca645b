"""The levels, explained from the one enum that enforces them."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import heads
from claims.confidence import Confidence


@require_safe
def confidence_levels(request):
    return render(
        request, "claims/confidence_levels.html", {"levels": Confidence.ranked(), **heads.of_levels()}
    )
