"""A claim within somebody else's page, and what tells their programs how it stands there."""

from urllib.parse import urlsplit

from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import get_conditional_response, set_response_etag
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from claims import cards, embedding, record
from claims.addresses import find_claim
from claims.models import Claim
from newsroom.lib import api, clock
from newsroom.lib.addresses import moved
from newsroom.lib.params import Moment, declared, moment
from newsroom.lib.refusals import BadParameter, NotHere


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def claim_embed(request, key):
    then = moment(request)
    found = find_claim(key, then)
    if found.key != key:
        return moved(reverse("claim_embed", args=[found.key]), then)
    whole = record.read(Claim.objects.filter(pk=found.pk), then.at)
    context = {"moment": then, "claim": whole.claims[0], "canonical_path": found.get_absolute_url()}
    page = render(request, "claims/claim_embed.html", context)
    set_response_etag(page)
    # Made here, and not by the middleware, so that a 304 carries the frame's own policy: a browser takes the
    # policy of a page it has from there, and would let nobody frame it any more.
    return get_conditional_response(request, etag=page["ETag"], response=page)


@require_safe
def oembed(request):
    given = declared(request, "url", "format", "maxwidth", "maxheight")
    if given.get("format", "json") != "json":
        return HttpResponse(
            "Only JSON is answered here.", status=501, content_type="text/plain; charset=utf-8"
        )
    then = Moment(clock.now())
    found = find_claim(_key_in(given.get("url", "")), then)
    whole = record.read(Claim.objects.filter(pk=found.pk), then.at)
    claim = whole.claims[0]
    size = embedding.size(claim, _pixels(given, "maxwidth"), _pixels(given, "maxheight"))
    return api.answer(embedding.told(claim, size, cards.of_claim(claim, then, whole.today), whole.today))


def _key_in(url: str) -> str:
    """The key of the claim whose page stands at this address of ours. Raises NotHere for any other."""
    ours, parts = urlsplit(settings.SITE_URL), _split(url)
    try:
        match = resolve(parts.path)
    except Resolver404:
        raise NotHere from None
    if (parts.scheme, parts.netloc) != (ours.scheme, ours.netloc) or match.url_name != "claim_detail":
        raise NotHere("Only the pages of claims can be shown elsewhere.")
    return match.kwargs["key"]


def _split(url: str):
    try:
        return urlsplit(url)
    except ValueError:
        raise NotHere from None


def _pixels(given: dict[str, str], name: str) -> int | None:
    """Raises BadParameter."""
    value = given.get(name)
    if value is None:
        return None
    if not (value.isascii() and value.isdigit() and len(value) <= 5 and int(value)):
        raise BadParameter(f"“{name}” takes a number of pixels.")
    return int(value)
