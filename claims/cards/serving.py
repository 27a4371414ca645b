"""How a card is answered: drawn when it is asked for, and not again while it says the same."""

from django.http import HttpResponse
from django.utils.cache import get_conditional_response

from claims.cards import SHAPES, Card
from claims.cards.drawing import drawn
from newsroom.lib.params import declared
from newsroom.lib.refusals import BadParameter


def shape_asked(request) -> str:
    """`shape=`: none for the one that pages name, or a ratio. Raises BadParameter."""
    shape = declared(request, "shape").get("shape", "")
    if shape not in SHAPES:
        raise BadParameter(f"“shape” takes {', '.join(name for name in SHAPES if name)}.")
    return shape


def answer(request, card: Card, shape: str) -> HttpResponse:
    """What the card says now, whatever version is asked for; it can do nothing but be a picture."""
    tag = f'"{card.version}{shape}"'
    response = get_conditional_response(request, etag=tag) or HttpResponse(drawn(card, shape))
    response["Content-Type"], response["ETag"] = "image/png", tag
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
