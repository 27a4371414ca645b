"""A form that comes without its token, or with an old one, does nothing; what was typed comes back to be kept."""

import re
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

SECRET = re.compile(r"^_|passw|token|code|offer|version|initial|next", re.I)
WORDS = re.compile(r"\S\s+\S|\S{12}")  # ids and choices are chosen again sooner than copied


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the words that were sent, as words, and never what opens a door."""
    return render(request, "403_csrf.html", {"typed": list(_typed(request.POST))}, status=403)


def _typed(sent) -> Iterator[tuple[str, str]]:
    for name, values in sent.lists():
        label = re.sub(r"[-_\d]+", " ", name).strip().capitalize()
        for value in values:
            if not SECRET.search(name) and WORDS.search(value):
                yield label, value
