"""The API's plumbing: one shape of answers, errors in words, one way of paging. It knows none of our apps."""

import json
import re
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from newsroom.lib.refusals import BadParameter
from newsroom.lib.shapes import DAY, INSTANT, Param, Type

PREFIX = "/api/"
USUAL, MOST = 30, 100  # rows of a list
AS_OF = Param(
    "as_of",
    "What was told at that moment: a day, meaning its last instant, or an instant with an offset.",
    Type({"anyOf": [DAY.schema, INSTANT.schema]}),
)
AFTER = Param("after", "Where the list goes on: the “next” of the part before.")
LIMIT = Param(
    "limit", f"How many rows, {USUAL} unless told.", Type({"type": "integer", "minimum": 1, "maximum": MOST})
)
SLUG = re.compile(r"[-a-zA-Z0-9_]{1,110}")
METHODS = "GET, HEAD, OPTIONS"
# What an error is called, and what is said where nobody has said more.
ERRORS = {
    400: ("That address doesn’t work", "Something in this address was not understood."),
    403: ("Not allowed", "This is not open to you."),
    404: ("Nothing here", "There is nothing at this address. Perhaps it was never published."),
    405: ("Only to be read", f"The API is read-only: it answers {METHODS}."),
    410: ("No longer here", "What stood here was taken back."),
    429: ("Too many requests", "Many requests came from where you are. Try again later."),
    500: ("Something broke", "It is our fault, and it has been noted. Try again in a moment."),
}


def is_asked(request: HttpRequest | None) -> bool:
    """The address is one of the API's."""
    return request is not None and request.path.startswith(PREFIX)


def read_only(view: Callable) -> Callable:
    """A view that is only read. A browser that reads from another site may ask by OPTIONS before it does."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if request.method in {"GET", "HEAD"}:
            return view(request, *args, **kwargs)
        response = HttpResponse(status=204) if request.method == "OPTIONS" else problem(405)
        response["Allow"] = METHODS
        return response

    wrapper.csrf_exempt = True  # nothing is written: what is no reading gets its 405, not a 403
    return wrapper


def answer(data: dict) -> HttpResponse:
    return _json(data, "application/json")


def problem(status: int, title: str = "", detail: str = "") -> HttpResponse:
    """An error in words, as a problem document (RFC 9457)."""
    usual_title, usual_detail = ERRORS[status]
    data = {"title": title or usual_title, "status": status, "detail": detail or usual_detail}
    return _json(data, "application/problem+json", status)


def _json(data: dict, content_type: str, status: int = 200) -> HttpResponse:
    """Keys stand in the order in which they were written: the same data is the same bytes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    response = HttpResponse(text, content_type=content_type, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def size_asked(given: dict[str, str]) -> int:
    """`limit=`: how many rows a list is to hold. Raises BadParameter."""
    limit = given.get("limit", str(USUAL))
    if not (limit.isascii() and limit.isdigit() and len(limit) <= 3 and 1 <= int(limit) <= MOST):
        raise BadParameter(f"“limit” takes a number from 1 to {MOST}.")
    return int(limit)


def part(rows: QuerySet, size: int, cursor_of: Callable) -> tuple[list, str | None]:
    """The first rows, and the cursor under which the list goes on; None where it ends. Nothing is counted."""
    found = list(rows[: size + 1])
    return found[:size], cursor_of(found[size - 1]) if len(found) > size else None


def slug_after(given: dict[str, str]) -> str:
    """`after=` in a list by slug: the slug of the last row that was read. Raises BadParameter."""
    after = given.get("after", "")
    if after and not SLUG.fullmatch(after):
        raise BadParameter("“after” is no page of this list: go back to its beginning.")
    return after


def list_of(items: list[dict], after: str | None) -> HttpResponse:
    return answer({"items": items, "next": after})


def absolute(path: str) -> str:
    """With scheme and host; what has its own already keeps it."""
    is_plain = path.startswith("/") and not path.startswith("//")
    return f"{settings.SITE_URL}{path}" if is_plain else urljoin(settings.SITE_URL, path)


def day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def instant(at: datetime | None) -> str | None:
    """An instant as it stands on the pages: in TIME_ZONE, to the second."""
    return timezone.localtime(at).isoformat(timespec="seconds") if at else None


def moment(at: datetime | None) -> str | None:
    """An instant to the microsecond, in UTC: fit for `?as_of=`."""
    return at.isoformat().replace("+00:00", "Z") if at else None
