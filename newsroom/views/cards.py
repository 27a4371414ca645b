"""The card of the site itself, for pages that have none of their own."""

from django.views.decorators.http import require_safe

from claims.cards import of_site
from claims.cards.serving import answer, shape_asked


@require_safe
def site_card(request):
    return answer(request, of_site(), shape_asked(request))
