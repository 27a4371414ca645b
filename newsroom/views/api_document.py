"""The API's own document, for programs and as a page."""

from django.conf import settings
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.api_shapes import ENDPOINTS as OF_STORIES
from claims.endpoints import ENDPOINTS as OF_CLAIMS
from newsroom import api_words
from newsroom.lib import api
from newsroom.lib.openapi import document


def _document() -> dict:
    return document((*OF_STORIES, *OF_CLAIMS), f"{settings.SITE_NAME} API", settings.SITE_URL)


@api.read_only
def openapi_json(request):
    return api.answer(_document())


@require_safe
def api_docs(request):
    told = _document()
    context = {"operations": api_words.operations(told), "shapes": api_words.shapes(told), "usual": api.USUAL}
    return render(request, "newsroom/api_docs.html", context)
