"""Stories for machines."""

from django.urls import reverse

from articles import addresses, api, citations, listing, reading
from articles.api_shapes import STORIES
from articles.filters import EditionFilter
from articles.models import Edition
from articles.paging import cursor_of
from newsroom.lib import clock
from newsroom.lib.addresses import moved
from newsroom.lib.api import answer, list_of, part, read_only, size_asked
from newsroom.lib.cursors import read_cursor
from newsroom.lib.params import moment


@read_only
def article_api_list(request):
    then = moment(request)
    given = STORIES.read(request)
    # The filters ask by the clock: it is put back to the moment that is asked for.
    with clock.pinned(then.at):
        editions = EditionFilter(given, api.with_whole(Edition.objects.live(then.at), then.at))
        wanted = listing.Listing(editions.chosen).query
    place = read_cursor(given["after"], wanted) if "after" in given else None
    size = size_asked(given)
    rows, after = part(editions.newest(size + 1, place), size, lambda row: cursor_of(row, wanted))
    known = citations.load(rows, then.at)
    return list_of([api.short(edition, known) for edition in rows], after)


@read_only
def article_api_detail(request, slug):
    then = moment(request)
    edition = addresses.find(slug, then)
    if edition.slug != slug:
        return moved(reverse("article_api_detail", args=[edition.slug]), then)
    reading.load_topics(edition)
    known = citations.load([edition], then.at)
    return answer(api.whole(edition, known, reading.notes(edition, then.at)))
