"""Authors: who wrote what."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.models import Author, Edition
from claims import stories
from newsroom.lib.params import moment
from newsroom.lib.refusals import NotHere


@require_safe
def author_detail(request, slug):
    then = moment(request)
    author = Author.objects.filter(slug=slug).select_related("image").first()
    found = stories.cards(Edition.objects.by_author(author), then.at, most=20) if author else []
    if not found:
        raise NotHere
    return render(
        request, "articles/author_detail.html", {"moment": then, "author": author, "stories": found}
    )
