"""Authors: who wrote what."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles import jsonld
from articles.models import Author, Edition
from articles.paging import cursor_of
from claims import stories
from newsroom.lib.addresses import going_on
from newsroom.lib.cursors import read_cursor
from newsroom.lib.keyset import below
from newsroom.lib.params import declared, moment
from newsroom.lib.refusals import NotHere

SIZE = 20


@require_safe
def author_detail(request, slug):
    then, after = moment(request), declared(request, "after").get("after", "")
    author = Author.objects.filter(slug=slug).select_related("image").first()
    found = _signed(author, then, after) if author else []
    if not found:
        raise NotHere
    last = found[SIZE - 1] if len(found) > SIZE else None
    return render(
        request,
        "articles/author_detail.html",
        {
            "moment": then,
            "author": author,
            "stories": found[:SIZE],
            "graph": jsonld.profile(author),
            **going_on(author.get_absolute_url(), then, after, cursor_of(last) if last else ""),
        },
    )


def _signed(author: Author, then, after: str) -> list[Edition]:
    """A page of what is theirs, and one story more where it goes on."""
    signed = stories.under(author, then.at)
    if after:
        published_at, last = read_cursor(after)
        signed = signed.filter(below(("-published_at", "slug"), {"published_at": published_at, "slug": last}))
    return stories.filed(signed, then.at, most=SIZE + 1)
