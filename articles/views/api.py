"""Stories for machines."""

from django.urls import reverse

from articles import addresses, api, citations, reading
from articles.filters import ORDER, EditionFilter
from articles.models import Edition
from articles.paging import cursor_of, following
from newsroom.lib import clock
from newsroom.lib.addresses import moved
from newsroom.lib.api import answer, list_of, part, read_only, size_asked
from newsroom.lib.params import declared, moment


@read_only
def article_api_list(request):
    then = moment(request)
    given = declared(request, *ORDER, "after", "limit")
    # The filters ask by the clock: it is put back to the moment that is asked for.
    with clock.pinned(then.at):
        editions = EditionFilter(given, api.with_whole(Edition.objects.live(then.at), then.at)).qs
    if "after" in given:
        editions = following(editions, given["after"])
    rows, after = part(editions.newest_first(), size_asked(given), cursor_of)
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
