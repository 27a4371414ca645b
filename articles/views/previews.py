"""A story as it stands on the desk, for who holds a link: the one address that reads the desk's tables."""

from django.views.decorators.http import require_safe

from articles import previews
from articles.models import PreviewLink
from articles.views.articles import story_page
from newsroom.lib import clock
from newsroom.lib.params import Moment
from newsroom.lib.refusals import NotHere


@require_safe
def preview(request, token):
    """What has expired, was revoked or never was is one and the same 404."""
    link = PreviewLink.objects.behind(token)
    if link is None:
        raise NotHere
    now = clock.now()
    return story_page(request, *previews.foresee(link.article, now), Moment(now))
