"""Stories by words: each word must stand in the headline, the standfirst, the text, or a topic's name."""

from django.db.models import Exists, OuterRef

from articles.indexing import STORIES
from articles.models import Edition
from claims.naming import understood
from newsroom.lib import search


def finding(filings, text: str, at):
    """These rows of the lists, narrowed to stories in which every word occurs at a moment."""
    query, _ = understood(search.read(text), at)
    live = Edition.objects.live(at)
    if not query:
        return filings.none()
    if (keys := STORIES.few(query)) is not None:
        return filings.filter(article__in=live.filter(pk__in=keys).values("article"))
    return filings.filter(Exists(STORIES.holding(live, query).filter(article=OuterRef("article"))))
