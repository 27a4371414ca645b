"""The card of a story, as a picture."""

from django.views.decorators.http import require_safe

from articles import addresses, cards, citations
from claims.cards.serving import answer, shape_asked
from newsroom.lib.addresses import moved
from newsroom.lib.params import moment


@require_safe
def article_card(request, slug):
    then, shape = moment(request), shape_asked(request)
    edition = addresses.find(slug, then)
    known = citations.load([edition], then.at)
    card = cards.of_story(edition, then, known.today)
    return answer(request, card, shape) if edition.slug == slug else moved(card.path, then)
